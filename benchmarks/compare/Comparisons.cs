using Matchmaking.Compare.Rows;
using Matchmaking.Optimization;

namespace Matchmaking.Compare;

/// <summary>Every row, in the table's order: a new row is one file in <c>Rows</c> and one line here.</summary>
internal static class Comparisons
{
    public static IReadOnlyList<IComparison> All { get; } =
    [
        new PairsComparison(2000, 0.015),
        new PairsComparison(20000, 1),
        new CommunityPairsComparison(maximumCardinality: false),
        new CommunityPairsComparison(maximumCardinality: true),
        new TagsOfAllComparison(reciprocal: false),
        new TagsOfAllComparison(reciprocal: true),
        new TagsQueryComparison(reciprocal: false, members: 100_000, tail: false),
        new TagsQueryComparison(reciprocal: false, members: 100_000, tail: true),
        new TagsQueryComparison(reciprocal: true, members: 100_000, tail: false),
        new TagsQueryComparison(reciprocal: true, members: 100_000, tail: true),
        new TagsQueryComparison(reciprocal: false, members: 1_000_000, tail: false),
        new TagsQueryComparison(reciprocal: false, members: 1_000_000, tail: true),
        new TagsQueryComparison(reciprocal: true, members: 1_000_000, tail: false),
        new TagsQueryComparison(reciprocal: true, members: 1_000_000, tail: true),
        new DenseOfAllComparison(),
        new DenseQueryComparison(),
        new SuggestComparison(10_000, tail: false),
        new SuggestComparison(100_000, tail: false),
        new SuggestComparison(100_000, tail: true),
        new TfidfComparison(),
        new TopicsComparison(),
        new BuildComparison(),
        new SnapshotLoadComparison(),
        new UpsertComparison(ofQueries: false),
        new UpsertComparison(ofQueries: true),
        new StableMentorsComparison(),
        new AssignmentComparison(),
        new MarketComparison(MarketObjective.TransferableUtility, 30, 20, 1),
        new MarketComparison(MarketObjective.SocialWelfare, 30, 20, 1),
        new MarketComparison(MarketObjective.NashWelfare, 30, 20, 1),
        new MarketComparison(MarketObjective.TransferableUtility, 300, 200, 60),
        new MarketComparison(MarketObjective.SocialWelfare, 300, 200, 60),
        new MarketComparison(MarketObjective.NashWelfare, 300, 200, 60),
        new SparseMarketComparison(),
        new GroupsComparison(),
        new WeeklyRoundComparison(10_000, null),
        new WeeklyRoundComparison(100_000, 60),
    ];
}
