namespace Matchmaking.Models;

/// <summary>Who scores pairs: what was learned, or the rules.</summary>
internal static class ModelScoring
{
    /// <summary>The scorer of a kind; the rules' where nothing was learned for it.</summary>
    public static IPairScorer Scorer(this IModel? model, CommunityIndex index, IntroductionKind kind) =>
        model?.For(kind)?.Bind(index, kind) ?? new PairScorer(index, kind);
}
