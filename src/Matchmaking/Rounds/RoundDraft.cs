namespace Matchmaking;

/// <summary>A round by positions, before it is told.</summary>
internal sealed class RoundDraft
{
    /// <summary>Who meets in twos; from comes first.</summary>
    public List<(int From, int To)> Pairs { get; } = [];

    /// <summary>Who meets in threes and more.</summary>
    public List<int[]> Groups { get; } = [];

    public List<UnkeptPair> Unkept { get; } = [];

    /// <summary>How many pairs of candidates were weighed.</summary>
    public int CandidatePairs { get; set; }

    public int? BlockingPairs { get; set; }

    public IEnumerable<int[]> Meetings => Pairs.Select(pair => new[] { pair.From, pair.To }).Concat(Groups);
}
