namespace Matchmaking.Learning;

/// <summary>What an outcome says of the wish of the one who answered.</summary>
internal static class Answers
{
    /// <summary>Below it a rating is a no, unless all are good: then the best of them are told from the rest.</summary>
    private const double GoodRating = 3;

    /// <summary>Where fewer than this share of the answers are noes, ratings are all good.</summary>
    private const double FewNoes = .05;

    /// <summary>Of ratings that are all good, at least this share is taken for noes.</summary>
    private const double LeastNoes = .2;

    /// <summary>Seen and left unanswered: a no more often than not, but nobody said so.</summary>
    public const float UnansweredWeight = .3f;

    /// <summary>True for yes, false for no, null where there was no answer.</summary>
    public static bool? Of(Outcome outcome, double good = GoodRating) =>
        outcome.Kind switch
        {
            OutcomeKind.Accepted or OutcomeKind.Met => true,
            OutcomeKind.Declined => false,
            OutcomeKind.Rated => outcome.Rating >= good,
            _ => null,
        };

    /// <summary>
    /// One row for each directed pair, in the order in which the pairs first appear: the last answer counts, and shown without one is a
    /// weak no.
    /// </summary>
    public static List<LabelledPair> Of(Community community)
    {
        double good = Good(community.Outcomes);
        Func<int, int, bool>? counts = Vouchers.Counting(community);
        Dictionary<(int, int), int> positions = [];
        List<(LabelledPair Pair, bool Answered, DateTimeOffset First)> pairs = [];
        foreach (Outcome outcome in community.Outcomes)
        {
            // What has no time stands before and after nothing.
            if (outcome.Time is not { } time)
                continue;
            (int from, int to) = (community.IndexOf(outcome.FromId), community.IndexOf(outcome.ToId));
            // What an account says to which nobody else has turned is said by nobody.
            if (counts is not null && !counts(from, to))
                continue;
            bool? answer = Of(outcome, good);
            var row = (
                Pair: new LabelledPair(from, to, answer == true, answer is null ? UnansweredWeight : 1, time),
                Answered: answer is not null,
                First: time
            );
            if (positions.TryAdd((from, to), pairs.Count))
            {
                pairs.Add(row);
                continue;
            }

            var before = pairs[positions[(from, to)]];
            DateTimeOffset first = time < before.First ? time : before.First;
            bool replaces = row.Answered ? !before.Answered || time >= before.Pair.Time : !before.Answered;
            pairs[positions[(from, to)]] = (replaces ? row : before) with { First = first };
        }

        // Features are seen as of when the two were introduced, not as of the last that became of it.
        return [.. pairs.Select(row => row.Pair with { Time = row.First })];
    }

    /// <summary>How many outcomes do not count, told to whoever learns; empty where all do.</summary>
    public static string Uncounted(Community community)
    {
        int uncounted = Vouchers.Counting(community) is { } counts
            ? community.Outcomes.Count(row => !counts(community.IndexOf(row.FromId), community.IndexOf(row.ToId)))
            : 0;
        return uncounted == 0
            ? ""
            : FormattableString.Invariant($" {uncounted} outcomes do not count: nobody else has turned to the members who told them.");
    }

    /// <summary>
    /// From which rating on an introduction went well: 3, or where hardly anybody says no or rates below it, the lowest that a fifth of the
    /// ratings lie below.
    /// </summary>
    private static double Good(IReadOnlyList<Outcome> outcomes)
    {
        double[] ratings =
        [
            .. outcomes.Where(outcome => outcome.Kind == OutcomeKind.Rated).Select(outcome => outcome.Rating!.Value).Order(),
        ];
        int noes = outcomes.Count(outcome => Of(outcome) == false),
            yeses = outcomes.Count(outcome => Of(outcome) == true);
        if (ratings.Length == 0 || noes >= FewNoes * (yeses + noes))
            return GoodRating;
        double below = ratings[(int)(LeastNoes * ratings.Length)];
        return ratings.FirstOrDefault(rating => rating > below, GoodRating);
    }
}
