using System.Globalization;

namespace Matchmaking;

/// <summary>What is said about a round to the host, who is no member with a language of their own: English unless a culture was asked for.</summary>
internal static class RoundText
{
    private static readonly CultureInfo s_english = CultureInfo.GetCultureInfo("en");
    private static readonly Member s_host = new() { Id = "host" };

    public static Phrases Of(RoundContext context) => Phrases.For(context.Options.Culture ?? s_english, s_host);
}
