using Matchmaking.Optimization;

namespace Matchmaking.Rounds;

/// <summary>Assigns mentees to mentors within the capacities of both, around the pairs that are kept.</summary>
internal sealed class MentorRound(RoundContext context)
{
    public RoundDraft Plan()
    {
        CandidateLists lists = CandidateLists.Build(context, context.Options.Candidates);
        context.Progress.Begin("Matching", 0.6, 0.75);
        while (true)
        {
            var market = new MentorMarket(context, lists);
            RoundDraft draft = market.Draft;
            IReadOnlyList<MatchedPair> matched = context.Options.Mentors.Stable ? market.Stable() : market.TotalFit();
            draft.Pairs.AddRange(matched.Select(pair => (pair.Left, pair.Right)));
            draft.BlockingPairs = market.BlockingPairs(matched);
            HashSet<int> served = [.. draft.Pairs.Select(pair => pair.From)];
            int[] open = [.. context.Seekers().Where(member => !served.Contains(member) && !lists.IsWhole(member))];
            if (open.Length == 0)
                return draft;
            lists.Widen(
                open,
                open.Max(lists.Limit) > 10 * context.Options.Candidates ? context.Index.Members.Count : 10 * open.Max(lists.Limit)
            );
        }
    }
}
