namespace Matchmaking;

/// <summary>Who is asked whom to introduce to whom: for hosts that answer by another means in tests, or from elsewhere.</summary>
/// <remarks><see cref="Matchmaker"/> is one. It may grow in later versions: write one for tests, not for others to depend on.</remarks>
public interface IIntroductionSource
{
    /// <summary>Whom to introduce to a member, best first, with reasons.</summary>
    /// <param name="memberId">The member's id.</param>
    /// <param name="options">What to suggest; null: the defaults.</param>
    /// <exception cref="MemberNotFoundException">No member has the id.</exception>
    IReadOnlyList<Introduction> Suggest(string memberId, SuggestOptions? options = null);

    /// <summary>Who can help with what a member asks in their own words, best first, with reasons.</summary>
    /// <param name="memberId">The id of the member who asks.</param>
    /// <param name="question">What they ask.</param>
    /// <param name="options">Whom to suggest; null: the best five, also of those whom the member knows already.</param>
    /// <exception cref="MemberNotFoundException">No member has the id.</exception>
    /// <exception cref="ArgumentException">The question is empty, contains a NUL character, or has more than 10,000 characters.</exception>
    IReadOnlyList<Introduction> Ask(string memberId, string question, SuggestOptions? options = null);

    /// <summary>Everything about a pair: all parts of its score, the reasons, and what stands against suggesting it.</summary>
    /// <param name="fromId">The id of the member who would be asked for.</param>
    /// <param name="toId">The id of the other member.</param>
    /// <param name="options">The kind, the culture and the rules of the call; null: the defaults.</param>
    /// <exception cref="MemberNotFoundException">No member has one of the ids.</exception>
    Explanation Explain(string fromId, string toId, SuggestOptions? options = null);

    /// <summary>Which activities a member should join, best first.</summary>
    /// <param name="memberId">The member's id.</param>
    /// <param name="options">Which to suggest; null: the defaults.</param>
    /// <exception cref="MemberNotFoundException">No member has the id.</exception>
    IReadOnlyList<ActivitySuggestion> SuggestActivities(string memberId, ActivityOptions? options = null);

    /// <summary>Who should join a group of members, best first.</summary>
    /// <param name="memberIds">The ids of the group's members, at least one.</param>
    /// <param name="options">Whom to suggest; null: the defaults.</param>
    /// <exception cref="MemberNotFoundException">No member has one of the ids.</exception>
    /// <exception cref="ArgumentException">There is no id, or one is null.</exception>
    IReadOnlyList<GroupSuggestion> SuggestForGroup(IReadOnlyCollection<string> memberIds, GroupOptions? options = null);
}
