namespace Matchmaking.Models;

/// <summary>
/// A learned model bound to the community as it was at some moment. To bind it takes seconds in a large community, so that questions about
/// a later one are answered by this view, and by <see cref="IPairModel.Newest"/> where it does not know somebody. Immutable.
/// </summary>
/// <param name="model">What was learned.</param>
/// <param name="index">
/// The community, without gaps. Whatever is asked came of the same <see cref="CommunityIndex.Base"/>, where members keep their positions.
/// </param>
internal sealed class ModelView(IModel model, CommunityIndex index)
{
    public IModel Model => model;

    public CommunityIndex Index => index;

    /// <summary>Makes ready all that the first question would wait for.</summary>
    public ModelView Prepare(CancellationToken cancellationToken)
    {
        foreach (IntroductionKind kind in (ReadOnlySpan<IntroductionKind>)[IntroductionKind.Any, IntroductionKind.Bridge])
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (model.For(kind)?.Bind(index, kind) is not { } scorer || index.Members.Count < 2)
                continue;
            // One answer makes ready what is made at first use, such as the week's hours.
            using var query = new PairQuery(index, 0, kind, index.Options.TimeProvider.GetUtcNow());
            _ = scorer.Score(query, 1);
        }

        cancellationToken.ThrowIfCancellationRequested();
        model.Activities?.Prepare(index);
        model.Groups?.Prepare(index);
        if (CandidateSearch.IsWorthIt(index.Members.Count))
            _ = Segments.Of(index);
        return this;
    }

    /// <summary>Whether the view saw the member as they are now: not those who came or changed their profile since.</summary>
    public bool Knows(CommunityIndex live, int member) =>
        ReferenceEquals(live, index) || (member < index.Members.Count && ReferenceEquals(index.Vectors[member], live.Vectors[member]));

    /// <summary>Scores pairs of the community as it is now; by the rules where nothing was learned of the kind.</summary>
    public IPairScorer Scorer(CommunityIndex live, IntroductionKind kind)
    {
        if (model.For(kind) is not { } pairs)
            return new PairScorer(live, kind);
        IPairScorer learned = pairs.Bind(index, kind);
        return ReferenceEquals(live, index) ? learned : new ViewScorer(this, learned, pairs.Newest(live, kind));
    }

    /// <summary>Scores activities for a member; null: nothing was learned of them.</summary>
    public Func<int, double>? Activities(PairQuery query)
    {
        if (model.Activities is not { } activities)
            return null;
        if (Knows(query.Index, query.Member))
            return activities.For(query.On(index));
        var rules = new ActivityScorer(query);
        return activity => activities.ByRules(rules.Score(activity));
    }

    /// <summary>Scores who completes a group; null: nothing was learned of it.</summary>
    public IGroupQuery? Group(CommunityIndex live, IReadOnlyList<int> group, GroupScorer rules) =>
        model.Groups?.For(index, group, rules, candidate => Knows(live, candidate));
}
