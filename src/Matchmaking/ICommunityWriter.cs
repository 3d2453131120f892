namespace Matchmaking;

/// <summary>Who is told what changes in a community: for hosts that write elsewhere, too, or by another means in tests.</summary>
/// <remarks><see cref="Matchmaker"/> is one. It may grow in later versions: write one for tests, not for others to depend on.</remarks>
public interface ICommunityWriter
{
    /// <summary>Adds a member, or replaces the one with the same id.</summary>
    /// <param name="member">The member.</param>
    void Upsert(Member member);

    /// <summary>Removes a member with everything that names them.</summary>
    /// <param name="memberId">The member's id.</param>
    /// <returns>Whether there was such a member.</returns>
    bool Remove(string memberId);

    /// <summary>Adds an activity, or replaces the one with the same id.</summary>
    /// <param name="activity">The activity.</param>
    /// <exception cref="CommunityFormatException">Its parent is no activity, or is below it.</exception>
    void Upsert(Activity activity);

    /// <summary>Ends an activity now: it is no longer suggested, and who took part in it has met all the same.</summary>
    /// <param name="activityId">The activity's id.</param>
    /// <returns>Whether there was such an activity.</returns>
    bool EndActivity(string activityId);

    /// <summary>Removes an activity with everybody's participation in it.</summary>
    /// <param name="activityId">The activity's id.</param>
    /// <returns>Whether there was such an activity.</returns>
    bool RemoveActivity(string activityId);

    /// <summary>Records what became of an introduction.</summary>
    /// <param name="outcome">The outcome; one without a time is of now.</param>
    /// <exception cref="MemberNotFoundException">No member has one of the ids.</exception>
    /// <exception cref="CommunityFormatException">Both ids are the same, or a rating is missing.</exception>
    void Record(Outcome outcome);

    /// <summary>Records that one member did something towards another.</summary>
    /// <param name="interaction">The interaction; one without a time is of now.</param>
    /// <exception cref="MemberNotFoundException">No member has one of the ids.</exception>
    /// <exception cref="CommunityFormatException">Both ids are the same.</exception>
    void Record(Interaction interaction);

    /// <summary>Records that a member took part in an activity.</summary>
    /// <param name="participation">The participation.</param>
    /// <exception cref="MemberNotFoundException">No member has the id.</exception>
    /// <exception cref="CommunityFormatException">The community has no such activity.</exception>
    void Record(Participation participation);
}
