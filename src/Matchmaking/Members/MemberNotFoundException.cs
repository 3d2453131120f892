namespace Matchmaking;

/// <summary>A call named a member who is not in the community.</summary>
public sealed class MemberNotFoundException : Exception
{
    /// <summary>With a message of the host's.</summary>
    /// <param name="message">What is wrong.</param>
    public MemberNotFoundException(string message)
        : base(message) { }

    /// <summary>With a message of the host's, and what led to it.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">What led to it.</param>
    public MemberNotFoundException(string message, Exception? innerException)
        : base(message, innerException) { }

    /// <summary>No message; for serialisers alone.</summary>
    public MemberNotFoundException() { }

    /// <summary>The exception for an id.</summary>
    /// <param name="memberId">The id that no member has.</param>
    /// <exception cref="ArgumentNullException"><paramref name="memberId"/> is null.</exception>
    public static MemberNotFoundException ForId(string memberId)
    {
        ArgumentNullException.ThrowIfNull(memberId);
        return new($"The community has no member with the id '{memberId}'.") { MemberId = memberId };
    }

    /// <summary>The id that no member has; empty where only a message was given.</summary>
    public string MemberId { get; private init; } = "";
}
