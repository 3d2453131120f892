namespace Matchmaking;

/// <summary>Tells a community whom to introduce to whom, and why.</summary>
/// <remarks>
/// Safe for use by several threads: any number may ask while one changes; a call sees the community as it was when the call began, whole.
/// The same community, options, seed and time give the same answers.
/// </remarks>
public sealed class Matchmaker
{
    private Matchmaker()
    {
    }

    /// <summary>A matchmaker for a community.</summary>
    /// <param name="community">The community.</param>
    /// <param name="options">How it works; null: the defaults.</param>
    /// <exception cref="InvalidOperationException">An embedding generator is set; use <see cref="CreateAsync"/>.</exception>
    public static Matchmaker Create(Community community, MatchmakerOptions? options = null) => throw new NotImplementedException();

    /// <summary>A matchmaker for a community, with texts embedded by <see cref="MatchmakerOptions.EmbeddingGenerator"/> where there is one.</summary>
    /// <param name="community">The community.</param>
    /// <param name="options">How it works; null: the defaults.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static Task<Matchmaker> CreateAsync(Community community, MatchmakerOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>The community as it is now.</summary>
    public Community Community => throw new NotImplementedException();

    /// <summary>Whom to introduce to a member, best first, with reasons.</summary>
    /// <param name="memberId">The member's id.</param>
    /// <param name="options">What to suggest; null: the defaults.</param>
    /// <exception cref="MemberNotFoundException">No member has the id.</exception>
    public IReadOnlyList<Introduction> Suggest(string memberId, SuggestOptions? options = null) => throw new NotImplementedException();

    /// <summary>As <see cref="Suggest"/>, without reasons: for long lists and whole communities.</summary>
    /// <param name="memberId">The member's id.</param>
    /// <param name="options">What to rank; null: the defaults.</param>
    /// <exception cref="MemberNotFoundException">No member has the id.</exception>
    public IReadOnlyList<RankedMember> Rank(string memberId, SuggestOptions? options = null) => throw new NotImplementedException();

    /// <summary>The score of a pair, whether or not a rule forbids it.</summary>
    /// <param name="fromId">The id of the member who would be asked for.</param>
    /// <param name="toId">The id of the other member.</param>
    /// <param name="kind">What the introduction would be for.</param>
    /// <exception cref="MemberNotFoundException">No member has one of the ids.</exception>
    public PairScore Score(string fromId, string toId, IntroductionKind kind = IntroductionKind.Any) => throw new NotImplementedException();

    /// <summary>Everything about a pair: all parts of its score, the reasons, and what stands against suggesting it.</summary>
    /// <param name="fromId">The id of the member who would be asked for.</param>
    /// <param name="toId">The id of the other member.</param>
    /// <param name="options">The kind, the culture and the rules of the call; null: the defaults.</param>
    /// <exception cref="MemberNotFoundException">No member has one of the ids.</exception>
    public Explanation Explain(string fromId, string toId, SuggestOptions? options = null) => throw new NotImplementedException();

    /// <summary>Which activities a member should join, best first; not those they take part in already, nor those that are over.</summary>
    /// <param name="memberId">The member's id.</param>
    /// <param name="options">Which to suggest; null: the defaults.</param>
    /// <exception cref="MemberNotFoundException">No member has the id.</exception>
    public IReadOnlyList<ActivitySuggestion> SuggestActivities(string memberId, ActivityOptions? options = null) => throw new NotImplementedException();

    /// <summary>Who should join a group of members, best first.</summary>
    /// <param name="memberIds">The ids of the group's members, at least one.</param>
    /// <param name="options">Whom to suggest; null: the defaults.</param>
    /// <exception cref="MemberNotFoundException">No member has one of the ids.</exception>
    /// <exception cref="ArgumentException">There is no id.</exception>
    public IReadOnlyList<GroupSuggestion> SuggestForGroup(IReadOnlyCollection<string> memberIds, GroupOptions? options = null) => throw new NotImplementedException();

    /// <summary>Adds a member, or replaces the one with the same id. The next call sees it.</summary>
    /// <param name="member">The member.</param>
    public void Upsert(Member member) => throw new NotImplementedException();

    /// <summary>As <see cref="Upsert"/>, with texts embedded by <see cref="MatchmakerOptions.EmbeddingGenerator"/> where there is one.</summary>
    /// <param name="member">The member.</param>
    /// <param name="cancellationToken">Ends the work; nothing is changed then.</param>
    public Task UpsertAsync(Member member, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Removes a member with everything that names them: participations, interactions, outcomes. The next call sees it.</summary>
    /// <param name="memberId">The member's id.</param>
    /// <returns>Whether there was such a member.</returns>
    public bool Remove(string memberId) => throw new NotImplementedException();

    /// <summary>Records what became of an introduction. The next call sees it.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <exception cref="MemberNotFoundException">No member has one of the ids.</exception>
    public void Record(Outcome outcome) => throw new NotImplementedException();

    /// <summary>Records that one member did something towards another. The next call sees it.</summary>
    /// <param name="interaction">The interaction.</param>
    /// <exception cref="MemberNotFoundException">No member has one of the ids.</exception>
    public void Record(Interaction interaction) => throw new NotImplementedException();

    /// <summary>Records that a member took part in an activity. The next call sees it.</summary>
    /// <param name="participation">The participation.</param>
    /// <exception cref="MemberNotFoundException">No member has the id.</exception>
    /// <exception cref="CommunityFormatException">The community has no such activity.</exception>
    public void Record(Participation participation) => throw new NotImplementedException();
}
