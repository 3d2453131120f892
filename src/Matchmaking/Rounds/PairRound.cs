using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Matchmaking.Optimization;

namespace Matchmaking.Rounds;

/// <summary>Plans pairs: an exact maximum-weight matching on the candidate graph, then trios of those who are over.</summary>
internal sealed class PairRound(RoundContext context)
{
    /// <summary>
    /// Up to so many members every list is made whole where somebody is left out: the answer is exact then, and costs little.
    /// </summary>
    private const int SmallCommunity = 1000,
        FewWishing = 300;

    // Weights are shares of the greatest one, so that whatever they are on is below the scale.
    private const long GreatestWeight = 1_000_000_000_000,
        FinestScale = 100_000_000;

    /// <summary>Candidates are looked for further down where somebody has no partner, as long as there are any.</summary>
    public RoundDraft Plan()
    {
        // Two who part from their like for a wish leave others, for whom there must be somebody on the lists.
        bool isWhole = context.Wishes.Count > 0 && context.Index.Members.Count <= FewWishing;
        var lists = CandidateLists.Build(context, isWhole ? context.Index.Members.Count : context.Options.Candidates, gains: false);
        context.Progress.Begin("Matching", 0.6, 0.75);
        while (true)
        {
            var graph = CandidateGraph.Of(lists);
            RoundDraft draft = Match(graph, lists);
            int[] open = [.. Open(draft).Where(member => !lists.IsWhole(member))];
            if (
                open.Length == 0
                || (open.Length == 1 && Open(draft).Count() == 1 && draft.Groups.Count == 0 && context.Options.OddOnesSitOut)
            )
                return draft;
            bool isSmall = context.Index.Members.Count <= SmallCommunity;
            int[] members = isSmall ? [.. context.Seekers()] : open;
            int widest = members.Max(lists.Limit);
            lists.Widen(members, isSmall || widest > 10 * context.Options.Candidates ? context.Index.Members.Count : 10 * widest);
        }
    }

    private RoundDraft Match(CandidateGraph graph, CandidateLists lists)
    {
        var draft = new RoundDraft { CandidatePairs = graph.Edges };
        bool[] kept = new bool[graph.Members];
        LockedPairs.Keep(context, draft, (a, b) => a != b && !kept[a] && !kept[b] && (kept[a] = kept[b] = true));
        ImmutableArray<int> mates = Solve(graph, kept);
        for (int member = 0; member < mates.Length; member++)
        {
            // Who seeks comes first where the sides differ.
            if (mates[member] > member)
                draft.Pairs.Add(context.IsDirected && !context.Seeks(member) ? (mates[member], member) : (member, mates[member]));
        }

        if (!context.Options.OddOnesSitOut && !context.IsDirected)
            new TripleFormation(context, graph, lists).Add(draft, Open(draft), kept);
        return draft;
    }

    /// <summary>Those who could meet somebody, and do not.</summary>
    private IEnumerable<int> Open(RoundDraft draft)
    {
        HashSet<int> met = [.. draft.Meetings.SelectMany(group => group)];
        return context.Seekers().Where(member => !met.Contains(member));
    }

    private ImmutableArray<int> Solve(CandidateGraph graph, bool[] kept)
    {
        int[] precedence = Precedence(graph.Members);
        int highest = precedence.Append(0).Max();

        // Whoever was left out weighs more than all scores together: the sets of members that matchings of the greatest size can cover are
        // the bases of a matroid, so that the heaviest covers them in the order of their precedence, as far as it can be done.
        // Earlier tiers of the host's rules come between: a step of a tier weighs more than all scores together, precedence more than all
        // steps. Scores have fewer digits then.
        int[] tiers = Tiers(graph);
        int last = tiers.Append(0).Max();
        long pairs = (graph.Members / 2) + 1;
        long scale =
            last == 0
                ? Math.Min(FinestScale, (GreatestWeight / ((highest * (graph.Members + 2L)) + 1)) - 1)
                : Math.Clamp(GreatestWeight / ((((2 * highest * pairs) + 1) * last * pairs) + 2), 1, FinestScale);
        long step = last == 0 ? 0 : scale * pairs;
        long bonus = last == 0 ? scale * pairs : step * last * pairs;
        ulong ties = TieBreak.Start("pairs", context.Options.Seed);
        var edges = new List<WeightedEdge>(graph.Edges);
        for (int a = 0, pair = 0; a < graph.Members; a++)
        {
            foreach (ListedCandidate candidate in graph.Of(a))
            {
                int b = candidate.Member;
                int tier = b > a && last > 0 ? tiers[pair++] : last;
                if (b <= a || kept[a] || kept[b])
                    continue;
                long weight = Weight(candidate.Score, scale, ties, a, b);
                edges.Add(new WeightedEdge(a, b, weight + (step * (last - tier)) + (bonus * (precedence[a] + precedence[b]))));
            }
        }

        return MaximumWeightMatching
            .Solve(
                graph.Members,
                CollectionsMarshal.AsSpan(edges),
                new() { MaximumCardinality = !context.Options.Pairs.QualityFirst },
                context.CancellationToken
            )
            .Mates;
    }

    /// <summary>The tiers of all pairs of the graph, in its order; none where there are no rules of the host.</summary>
    private int[] Tiers(CandidateGraph graph)
    {
        if (!context.HasTiers)
            return [];
        List<int> tiers = new(graph.Edges);
        for (int a = 0; a < graph.Members; a++)
        {
            foreach (ListedCandidate candidate in graph.Of(a))
            {
                if (candidate.Member > a)
                    tiers.Add(
                        context.IsDirected && !context.Seeks(a) ? context.Tier(candidate.Member, a) : context.Tier(a, candidate.Member)
                    );
            }
        }

        return [.. tiers];
    }

    /// <summary>
    /// The chance's weight as a share of the range of all weights; equal ones by lot, with less than the seventh decimal. Where only the
    /// score counts, no lot makes a pair that is worth nothing.
    /// </summary>
    private long Weight(double score, long scale, ulong ties, int a, int b)
    {
        double range = (context.Wishes.Count > 0 ? MeetingChance.MostWished : MeetingChance.GreatestWeight) - MeetingChance.LeastWeight;
        long share = (long)(MeetingChance.Weight(score) / range * scale);
        if (score <= 0 && context.Options.Pairs.QualityFirst)
            return share;
        ulong lot = TieBreak.Of(ties, $"{context.Index.Members[a].Id}\n{context.Index.Members[b].Id}");
        return (score > 0 ? Math.Max(1, share) : share) + (long)(lot % (ulong)Math.Max(1, scale / 10_000_000));
    }

    /// <summary>The members' precedences, numbered without gaps.</summary>
    private int[] Precedence(int members)
    {
        int[] precedence = new int[members];
        for (int member = 0; member < members; member++)
            precedence[member] = context.Past.Precedence(member);
        int[] levels = [.. precedence.Append(0).Distinct().Order()];
        return Array.ConvertAll(precedence, level => Array.BinarySearch(levels, level));
    }
}
