namespace Matchmaking.Learning;

/// <summary>Words that several columns use for people; columns are named for those who work on the models.</summary>
internal static class FeatureWords
{
    public const string Asker = "of who asks",
        Suggested = "of who is suggested",
        AsAsker = "for who asks",
        AsSuggested = "for who is suggested";
}
