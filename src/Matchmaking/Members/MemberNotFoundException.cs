namespace Matchmaking;

/// <summary>A call named a member who is not in the community.</summary>
public sealed class MemberNotFoundException : Exception
{
    /// <summary>The exception for an id.</summary>
    /// <param name="memberId">The id that no member has.</param>
    public MemberNotFoundException(string memberId)
        : base($"The community has no member with the id '{memberId}'.") => MemberId = memberId;

    /// <summary>The exception for an id, with what led to it.</summary>
    /// <param name="memberId">The id that no member has.</param>
    /// <param name="innerException">What led to it.</param>
    public MemberNotFoundException(string memberId, Exception? innerException)
        : base($"The community has no member with the id '{memberId}'.", innerException) => MemberId = memberId;

    /// <summary>No id; for serialisers alone.</summary>
    public MemberNotFoundException() => MemberId = "";

    /// <summary>The id that no member has.</summary>
    public string MemberId { get; }
}
