using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>
/// What was learned of a community, as the engine asks it: not yet bound to the community as it is. Immutable, but for who is forgotten.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IModel
{
    /// <summary>What was learned of activities that are new to a member; null: nothing, the rules decide.</summary>
    IActivityModel? Activities { get; }

    /// <summary>What was learned of who completes a group; null: nothing, the rules decide.</summary>
    IGroupModel? Groups { get; }

    /// <summary>What serves introductions of a kind; null: the rules do.</summary>
    IPairModel? For(IntroductionKind kind);

    /// <summary>Forgets a member who left.</summary>
    void Forget(string memberId);

    /// <summary>Forgets all who are not members of a community.</summary>
    void KeepOnly(LiveCommunity community);
}

/// <summary>What was learned of pairs of members.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPairModel
{
    /// <summary>Makes the model ready for a community. Done once an index.</summary>
    /// <param name="index">The community as it is now.</param>
    /// <param name="kind">What the introductions are for; one that it serves.</param>
    IPairScorer Bind(CommunityIndex index, IntroductionKind kind);

    /// <summary>What can be said at once of members who came or changed since the model was bound, on the same scale.</summary>
    /// <param name="live">The community as it is now.</param>
    /// <param name="kind">What the introductions are for; one that it serves.</param>
    IPairScorer Newest(CommunityIndex live, IntroductionKind kind);
}

/// <summary>What was learned of activities that members join.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IActivityModel
{
    /// <summary>Makes ready what the first question would wait for.</summary>
    void Prepare(CommunityIndex index);

    /// <summary>The probability that the member joins an activity, by its position. For one thread.</summary>
    Func<int, double> For(PairQuery query);

    /// <summary>The same of a member whom the model does not know, from the rules' score.</summary>
    double ByRules(double score);
}

/// <summary>What was learned of who completes a group.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IGroupModel
{
    /// <summary>Makes ready what the first question would wait for.</summary>
    void Prepare(CommunityIndex index);

    /// <summary>The probability of each candidate to be the one who comes, too.</summary>
    /// <param name="index">The community that the model is bound to.</param>
    /// <param name="group">The group, by position.</param>
    /// <param name="rules">The rules' scorer of the same group in the community as it is now.</param>
    /// <param name="knows">Who is the same in both.</param>
    IGroupQuery For(CommunityIndex index, IReadOnlyList<int> group, GroupScorer rules, Func<int, bool> knows);
}

/// <summary>One group's question to a model. For one thread.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IGroupQuery : IDisposable
{
    /// <summary>The probability of a candidate, by position.</summary>
    double Score(int candidate);
}
