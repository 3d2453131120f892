namespace Matchmaking.Compare.Gaming;

/// <summary>How often each member stands in the first of an honest member's introductions.</summary>
internal sealed class TimesShown
{
    private readonly Dictionary<string, int> _times;

    private TimesShown(Dictionary<string, int> times) => _times = times;

    /// <summary>Asks for every one of those who ask.</summary>
    public static TimesShown Count(Matchmaker matchmaker, IEnumerable<string> askers, IntroductionKind kind, int first = 10)
    {
        var times = new Dictionary<string, int>(StringComparer.Ordinal);
        var options = new SuggestOptions { Kind = kind, Count = first };
        foreach (string asker in askers)
        {
            foreach (Introduction introduction in matchmaker.Suggest(asker, options))
                times[introduction.To.Id] = times.GetValueOrDefault(introduction.To.Id) + 1;
        }

        return new TimesShown(times);
    }

    public int Of(string memberId) => _times.GetValueOrDefault(memberId);

    public double Mean(int members) => _times.Values.Sum() / (double)members;

    /// <summary>From the one most shown; ties by id.</summary>
    public IReadOnlyList<string> Ranked =>
        [.. _times.OrderByDescending(row => row.Value).ThenBy(row => row.Key, StringComparer.Ordinal).Select(row => row.Key)];

    /// <summary>1 + how many are shown more often.</summary>
    public int RankOf(string memberId) => 1 + _times.Values.Count(times => times > Of(memberId));
}
