namespace Matchmaking.Evaluation;

/// <summary>One question to a ranker: order the candidates for these members.</summary>
/// <param name="Seeds">The seeds of the protocol to which the query belongs.</param>
/// <param name="Members">For whom: positions in the community; one member, or the given members of a small group.</param>
/// <param name="Candidates">What to order: positions of members, or of activities, in the community.</param>
/// <param name="Positives">What people chose: positions in <paramref name="Candidates"/>.</param>
internal sealed record RankingQuery(IReadOnlyList<int> Seeds, int[] Members, int[] Candidates, int[] Positives);
