namespace Matchmaking.Rounds;

/// <summary>
/// Plans rounds one after another, each with the others as its history, then looks whether all of them together could serve more.
/// </summary>
internal static class SeriesPlanner
{
    public static RoundSeries Plan(
        CommunityIndex index,
        IModel? model,
        int count,
        RoundOptions options,
        DateTimeOffset now,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        RoundPlanner.Check(options);
        if (count > 1 && options.Interval > (DateTimeOffset.MaxValue - now) / (count - 1))
            throw new ArgumentException(
                $"{count} rounds {options.Interval} apart end after the calendar does, in the year 9999.",
                nameof(options)
            );
        var season = new Season(index, model, count, options, now, cancellationToken);
        var inOrder = progress is null ? null : new SeriesProgress(progress, count);
        for (int round = 0; round < count; round++)
        {
            inOrder?.Next(round);
            season.Set(round, RoundPlanner.Draft(season.Context(round, inOrder)));
        }

        season = SeasonSearch.Improve(season, cancellationToken);
        var rounds = new Round[count];
        for (int round = 0; round < count; round++)
        {
            inOrder?.Next(round);
            rounds[round] = RoundPlanner.Tell(season.Told(round, inOrder), season[round]);
        }

        return Told(season, rounds);
    }

    private static RoundSeries Told(Season season, Round[] rounds)
    {
        int whole = rounds.TakeWhile(round => round.Figures.Served > 0 && Missing(round) <= Missing(rounds[0])).Count();
        Phrases phrases = RoundText.Of(season.Told(0));
        return new RoundSeries
        {
            Rounds = rounds,
            WholeRounds = whole,
            Text =
                whole == rounds.Length ? phrases.Count("SeriesWhole", whole)
                : whole == 0 ? Then(season, rounds, 0, phrases)
                : $"{phrases.Count("SeriesPart", whole, rounds.Length)} {Then(season, rounds, whole, phrases)}",
        };
    }

    /// <summary>
    /// Why a round leaves out more than the first one: those who have met everybody whom the rules allow are told apart from those for whom
    /// no division of all was found.
    /// </summary>
    private static string Then(Season season, Round[] rounds, int round, Phrases phrases)
    {
        RoundContext context = season.Told(round);
        HashSet<int> met = [.. season[round].Meetings.SelectMany(group => group)];
        int[] left = [.. context.Seekers().Where(member => !met.Contains(member))];
        int nobodyNew = left.Count(member =>
        {
            using PairQuery query = context.Query(member);
            return context.Best(query, 1).Length == 0;
        });
        string time = rounds[round].Time.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return nobodyNew == left.Length
            ? phrases.Count("SeriesNobodyNew", left.Length, time)
            : phrases.Count("SeriesLeftOut", left.Length, time, left.Length - nobodyNew);
    }

    private static int Missing(Round round) => round.Figures.Participants - round.Figures.Served;

    /// <summary>The share of one round as a share of all.</summary>
    private sealed class SeriesProgress(IProgress<WorkProgress> progress, int count) : IProgress<WorkProgress>
    {
        private double _most;
        private int _round;

        public void Next(int round) => _round = round;

        public void Report(WorkProgress value)
        {
            _most = Math.Max(_most, Math.Min(1, (_round + (value.Share * 0.9)) / count));
            progress.Report(value with { Share = _most });
        }
    }
}
