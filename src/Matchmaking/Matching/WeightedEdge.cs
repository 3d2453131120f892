namespace Matchmaking;

/// <summary>An edge of an undirected graph; weights from −10¹² to 10¹². Of parallel edges the heaviest counts, a loop never does.</summary>
internal readonly record struct WeightedEdge(int U, int V, long Weight);
