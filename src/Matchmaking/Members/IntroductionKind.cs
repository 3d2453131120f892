namespace Matchmaking;

/// <summary>What an introduction is for.</summary>
public enum IntroductionKind
{
    /// <summary>Whatever helps most: shared interests, needs met, a bridge.</summary>
    Any,

    /// <summary>Two who like the same things.</summary>
    Peer,

    /// <summary>Two members, each with something that the other is looking for.</summary>
    Complementary,

    /// <summary>
    /// A mentee and a mentor who masters what the mentee wants to learn. From is the one who asks, whichever of the two they are; in a
    /// round, the mentee.
    /// </summary>
    Mentor,

    /// <summary>Two whom the network does not yet connect, and who have something to say to each other.</summary>
    Bridge,

    /// <summary>
    /// A newcomer and a settled member who makes them feel at home. From is the one who asks, whichever of the two they are; in a round,
    /// the newcomer.
    /// </summary>
    Buddy,
}
