using System.Globalization;

namespace Matchmaking.Tests.Parts;

public sealed class SameTimeZone : IScorePart
{
    public static ScorePart Name { get; } = new("sameTimeZone");

    public ScorePart Part => Name;

    public bool HasData(Member member) => member.TimeZone is not null;

    public DirectedValue Value(Member from, Member to, DateTimeOffset moment) =>
        DirectedValue.Both(from.TimeZone is { } own && own == to.TimeZone ? 1 : 0);

    public double UpperBound(Member from, Member to, DateTimeOffset moment) => Value(from, to, moment).Forward;

    public string? Reason(Member reader, Member other, CultureInfo culture) =>
        reader.Hidden.Contains("timeZone") || other.Hidden.Contains("timeZone") ? null
        : culture.TwoLetterISOLanguageName == "fr" ? "Vous vivez à la même heure."
        : "You live by the same clock.";
}
