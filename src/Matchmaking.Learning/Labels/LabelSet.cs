namespace Matchmaking.Learning;

/// <summary>Labelled pairs, with the community as it may be seen to tell their features: for links, as of a cut.</summary>
internal sealed record LabelSet(CommunityIndex Index, IReadOnlyList<LabelledPair> Pairs);
