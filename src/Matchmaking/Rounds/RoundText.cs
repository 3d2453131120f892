namespace Matchmaking;

/// <summary>
/// What is said about a round to the host, who is no member with a language of their own: English unless a culture was asked for.
/// </summary>
internal static class RoundText
{
    public static Phrases Of(RoundContext context) => Phrases.ForHost(context.Index.Options.Books, context.Options.Culture);
}
