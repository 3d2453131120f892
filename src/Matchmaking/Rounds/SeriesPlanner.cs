namespace Matchmaking.Rounds;

/// <summary>
/// Plans rounds one after another, each with the ones before as its history. One at a time can paint itself into a corner: four may be left
/// that have met each other in two triangles. In small communities an earlier round is then exchanged for another as large, drawn at
/// random, until the later one comes out.
/// </summary>
internal static class SeriesPlanner
{
    private const int SmallCommunity = 200,
        Exchanges = 60;

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
        var planned = new List<(RoundContext Context, RoundDraft Draft)>(count);
        var inOrder = progress is null ? null : new SeriesProgress(progress, count);
        for (int i = 0; i < count; i++)
        {
            inOrder?.Next(i);
            RoundOptions withEarlier = options with
            {
                History = new RoundHistory([.. options.History.Rounds, .. planned.Select(round => Past(round.Context, round.Draft))]),
            };
            var context = new RoundContext(
                index,
                model,
                withEarlier,
                now + (i * options.Interval),
                new RoundProgressReporter(inOrder),
                cancellationToken,
                now
            );
            RoundDraft draft = RoundPlanner.Draft(context);
            planned.Add((context, draft));
            if (options is { GroupSize: 2, Kind: not IntroductionKind.Mentor } && index.Members.Count <= SmallCommunity && i > 0)
                Exchange(planned, options);
        }

        Round[] rounds = [.. planned.Select(round => RoundPlanner.Tell(round.Context, round.Draft))];
        int whole = rounds.TakeWhile(round => round.Figures.Served > 0 && Missing(round) <= Missing(rounds[0])).Count();
        Phrases phrases = RoundText.Of(planned[0].Context);
        return new RoundSeries
        {
            Rounds = rounds,
            WholeRounds = whole,
            Text = whole == count ? phrases.Count("SeriesWhole", count) : phrases.Count("SeriesPart", whole, count),
        };
    }

    private static int Missing(Round round) => round.Figures.Participants - round.Figures.Served;

    /// <summary>Exchanges earlier rounds as long as the last one leaves out more than the first does.</summary>
    private static void Exchange(List<(RoundContext Context, RoundDraft Draft)> planned, RoundOptions options)
    {
        var random = new Random(options.Seed);
        int last = planned.Count - 1;
        int least = Open(planned[0]);
        int open = Open(planned[last]);
        for (int i = 0; open > least && i < Exchanges; i++)
        {
            int earlier = last - 1 - (i % last);

            // Both rounds are made of what neither they nor the others have used; the earlier one at the moment of which it is.
            HashSet<(int, int)> used =
            [
                .. planned.Where((_, round) => round != earlier && round != last).SelectMany(round => Pairs(round.Draft)),
            ];
            RoundContext first = Free(planned[earlier].Context, options),
                second = Free(planned[last].Context, options);
            RoundDraft one = Match(first, (a, b) => !used.Contains(Key(a, b)), random);
            HashSet<(int, int)> now = [.. used, .. Pairs(one)];
            RoundDraft two = Match(second, (a, b) => !now.Contains(Key(a, b)), null);
            if (Open((first, one)) > Open(planned[earlier]) || Open((second, two)) >= open)
                continue;
            planned[earlier] = (planned[earlier].Context, one);
            planned[last] = (planned[last].Context, two);
            open = Open(planned[last]);
        }
    }

    private static RoundContext Free(RoundContext context, RoundOptions options) =>
        new(context.Index, context.Model, options, context.Now, new RoundProgressReporter(null), context.CancellationToken);

    private static RoundDraft Match(RoundContext context, Func<int, int, bool> mayMeet, Random? random)
    {
        CandidateLists lists = CandidateLists.Build(context, Math.Max(1, context.Index.Members.Count), gains: false);
        return new PairRound(context).Match(CandidateGraph.Of(lists), lists, mayMeet, random);
    }

    private static int Open((RoundContext Context, RoundDraft Draft) round) => new PairRound(round.Context).Open(round.Draft).Count();

    private static HistoryEntry Past(RoundContext context, RoundDraft draft)
    {
        HashSet<int> met = [.. draft.Meetings.SelectMany(group => group)];
        return new HistoryEntry
        {
            Time = context.Now,
            Kind = context.Options.Kind,
            Groups =
            [
                .. draft.Meetings.Select(group => (IReadOnlyList<string>)[.. group.Select(member => context.Index.Members[member].Id)]),
            ],
            LeftOut = [.. context.Seekers().Where(member => !met.Contains(member)).Select(member => context.Index.Members[member].Id)],
        };
    }

    private static IEnumerable<(int, int)> Pairs(RoundDraft draft)
    {
        foreach (int[] group in draft.Meetings)
        {
            for (int i = 0; i < group.Length; i++)
            {
                for (int j = i + 1; j < group.Length; j++)
                    yield return Key(group[i], group[j]);
            }
        }
    }

    private static (int, int) Key(int a, int b) => a < b ? (a, b) : (b, a);

    /// <summary>The share of one round as a share of all.</summary>
    private sealed class SeriesProgress(IProgress<WorkProgress> progress, int count) : IProgress<WorkProgress>
    {
        private int _round;

        public void Next(int round) => _round = round;

        public void Report(WorkProgress value) =>
            progress.Report(value with { Share = Math.Min(1, (_round + (value.Share * 0.9)) / count) });
    }
}
