namespace Matchmaking;

/// <summary>What a field that a member hides is used for, where the member's consent says nothing else.</summary>
public enum HiddenFields
{
    /// <summary>
    /// For matching: whom a member meets, and how good it is, may depend on it. No other word, name or figure of an answer does.
    /// </summary>
    Match,

    /// <summary>For nothing: no byte of an answer depends on it.</summary>
    Ignore,
}
