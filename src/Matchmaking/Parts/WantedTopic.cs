namespace Matchmaking.Parts;

/// <summary>A topic that counts for a pair, or a name that stands where topics stand.</summary>
/// <param name="Id">Its id, by which it is the same whatever it is called; below 0 of a name.</param>
/// <param name="Topic">What one who has it, or wants it, calls it; or the name.</param>
internal readonly record struct WantedTopic(int Id, string Topic)
{
    private const int Language = -2;

    public bool IsLanguage => Id == Language;

    /// <summary>The name of a member or an activity.</summary>
    public static WantedTopic Named(string name) => new(-1, name);

    /// <summary>A language, by its primary tag.</summary>
    public static WantedTopic OfLanguage(string tag) => new(Language, tag);
}
