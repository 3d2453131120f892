namespace Matchmaking.Rounds;

/// <summary>Makes the answer of a drafted round: introductions and groups with their reasons, who is left out and why, figures.</summary>
internal static class RoundWriter
{
    public static Round Write(RoundContext context, RoundDraft draft)
    {
        var introductions = new Introduction[draft.Pairs.Count];
        int done = 0,
            all = draft.Pairs.Count + draft.Groups.Count;
        ParallelWork.For(introductions.Length, context.Parallel, i =>
        {
            using PairQuery query = context.Query(draft.Pairs[i].From);
            introductions[i] = IntroductionWriter.Write(query, context.Scorer, draft.Pairs[i].To, context.Options.Culture);
            Tell();
        });
        var writer = new RoundGroupWriter(context);
        var groups = new RoundGroup[draft.Groups.Count];
        ParallelWork.For(groups.Length, context.Parallel, i =>
        {
            groups[i] = writer.Write(draft.Groups[i]);
            Tell();
        });
        HashSet<int> unmatched = LeftOut(context, draft);
        return new Round
        {
            Time = context.Now,
            Kind = context.Options.Kind,
            GroupSize = context.Options.GroupSize,
            Introductions = [.. introductions.OrderByDescending(pair => pair.Score).ThenBy(pair => pair.From.Id, StringComparer.Ordinal)],
            Groups = [.. groups.OrderByDescending(group => group.MeanBenefit).ThenBy(group => group.Members[0].Id, StringComparer.Ordinal)],
            Unmatched = new Diagnosis(context, unmatched, draft).OfAll(),
            UnkeptPairs = draft.Unkept,
            Figures = Figures(context, draft, introductions, groups),
        };

        void Tell()
        {
            int now = Interlocked.Increment(ref done);
            if (now % 64 == 0)
                context.Progress.Report((double)now / all);
        }
    }

    /// <summary>
    /// Those who were invited, seek or serve, and meet nobody. Who only serves is told of in a round of mentors, where a place was offered.
    /// </summary>
    private static HashSet<int> LeftOut(RoundContext context, RoundDraft draft)
    {
        HashSet<int> met = [.. draft.Meetings.SelectMany(group => group)];
        HashSet<int> served = context.IsDirected ? [.. draft.Pairs.Select(pair => pair.From)] : met;
        return
        [
            .. Enumerable
                .Range(0, context.Index.Members.Count)
                .Where(member =>
                    context.Seeks(member)
                        ? !served.Contains(member)
                        : context.Options.Kind == IntroductionKind.Mentor && context.Serves(member) && !met.Contains(member)
                ),
        ];
    }

    private static RoundFigures Figures(RoundContext context, RoundDraft draft, Introduction[] introductions, RoundGroup[] groups)
    {
        int[] seekers = [.. context.Seekers()];
        HashSet<int> served = [.. context.IsDirected ? draft.Pairs.Select(pair => pair.From) : draft.Meetings.SelectMany(group => group)];
        // A locked pair may serve somebody whose cap is reached.
        int participants = seekers.Union(served).Count();
        bool areGroups = context.Options.GroupSize > 2;
        double[] scores = areGroups
            ? [.. groups.SelectMany(group => group.Benefits)]
            : [.. introductions.Select(pair => pair.Score).Concat(draft.Groups.SelectMany(group => PairScores(context, group)))];
        return new RoundFigures
        {
            Participants = participants,
            Served = served.Count,
            MeanScore = scores.Length == 0 ? 0 : scores.Average(),
            WorstScore = scores.Length == 0 ? 0 : scores.Min(),
            ExposureGini = ExposureGini.Of(Exposure(context, draft, seekers)),
            CandidatePairs = draft.CandidatePairs,
            Repeats = draft.Meetings.Sum(group => Pairs(group).Count(pair => context.Past.HaveMet(pair.A, pair.B))),
            BlockingPairs = draft.BlockingPairs,
        };
    }

    private static double[] Exposure(RoundContext context, RoundDraft draft, int[] seekers)
    {
        var exposure = new Dictionary<int, double>();
        foreach (
            int member in context.IsDirected
                ? Enumerable
                    .Range(0, context.Index.Members.Count)
                    .Where(member => context.Left[member] > 0 && context.Serves(member) && HasPlace(context, member))
                : seekers
        )
            exposure[member] = 0;
        if (context.IsDirected)
        {
            foreach ((_, int to) in draft.Pairs)
                exposure[to] = exposure.GetValueOrDefault(to) + 1;
        }
        else
        {
            foreach (int[] group in draft.Meetings)
            {
                foreach (int member in group)
                    exposure[member] = exposure.GetValueOrDefault(member) + group.Length - 1;
            }
        }

        return [.. exposure.Values];
    }

    private static bool HasPlace(RoundContext context, int member) =>
        context.Options.Kind != IntroductionKind.Mentor || Mentoring.FreePlaces(context.Index, member, context.Now) > 0;

    private static IEnumerable<double> PairScores(RoundContext context, int[] group)
    {
        foreach ((int a, int b) in Pairs(group))
        {
            using PairQuery query = context.Query(a);
            yield return context.Scorer.Score(query, b).Score;
        }
    }

    private static IEnumerable<(int A, int B)> Pairs(int[] group)
    {
        for (int i = 0; i < group.Length; i++)
        {
            for (int j = i + 1; j < group.Length; j++)
                yield return (group[i], group[j]);
        }
    }
}
