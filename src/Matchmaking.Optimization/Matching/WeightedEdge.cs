namespace Matchmaking.Optimization;

/// <summary>
/// An edge of an undirected graph. Of parallel edges the heaviest counts; a loop (an edge from a node to itself) never does.
/// </summary>
/// <param name="U">One end: the number of a node, from 0.</param>
/// <param name="V">The other end.</param>
/// <param name="Weight">What it is worth to match the two, in any unit, −10¹² to 10¹².</param>
public readonly record struct WeightedEdge(int U, int V, long Weight);
