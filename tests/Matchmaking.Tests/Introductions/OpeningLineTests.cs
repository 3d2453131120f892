using System.Globalization;
using static Matchmaking.Tests.People;

namespace Matchmaking.Tests.Introductions;

public sealed class OpeningLineTests
{
    [Theory]
    [InlineData("fr,en", "en", null, "Hello")] // Kate does not read French
    [InlineData("fr,en", "en", "fr", "Hello")] // nor does she where the page is in French
    [InlineData("fr,en", "en,fr", null, "Bonjour")] // both speak both: the asker's order
    [InlineData("fr,en", "en,fr", "en", "Hello")] // both speak both: the culture decides
    [InlineData("fr-CA", "fr-FR", "en", "Bonjour")]
    [InlineData("fr,de", "de", null, "Bonjour")] // nothing is translated into what they have in common
    [InlineData("fr", "en", null, "Bonjour")]
    [InlineData("fr", "en", "en", "Hello")]
    [InlineData("fr", "", null, "Bonjour")]
    [InlineData("", "fr", null, "Hello")]
    public void It_is_in_a_language_that_both_tell_where_there_is_a_translation(
        string asker,
        string other,
        string? culture,
        string greeting
    )
    {
        Member[] members =
        [
            Person("hugo", likes: ["poterie"]) with
            {
                Languages = Tags(asker),
            },
            Person("kate", likes: ["poterie"]) with
            {
                Languages = Tags(other),
            },
        ];
        Introduction introduction = Matchmaker(members)
            .Explain("hugo", "kate", new() { Culture = culture is null ? null : CultureInfo.GetCultureInfo(culture) })
            .Introduction;

        Assert.StartsWith(greeting + " Kate", introduction.OpeningLine, StringComparison.Ordinal);
    }

    private static string[] Tags(string tags) => tags.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
