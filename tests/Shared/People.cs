using Microsoft.Extensions.Time.Testing;

namespace Matchmaking.Tests;

/// <summary>Short forms for the communities of the tests, whose right answers are known by construction.</summary>
internal static class People
{
    public static readonly DateTimeOffset Now = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    public static MatchmakerOptions AtNow(MatchmakerOptions? options = null) =>
        (options ?? new()) with
        {
            TimeProvider = new FakeTimeProvider(Now),
        };

    public static Member Person(string id, string[]? likes = null, string[]? offers = null, string[]? needs = null) =>
        new()
        {
            Id = id,
            Name = char.ToUpperInvariant(id[0]) + id[1..],
            Interests = [.. (likes ?? []).Select(topic => new Interest { Topic = topic })],
            Offers = [.. (offers ?? []).Select(topic => new Offer { Topic = topic, Level = 4 })],
            Needs = [.. (needs ?? []).Select(topic => new Need { Topic = topic })],
        };

    public static Matchmaker Matchmaker(params Member[] members) => global::Matchmaking.Matchmaker.Create(new Community(members), AtNow());

    public static Interaction Met(string from, string to, int daysAgo = 1) =>
        new()
        {
            FromId = from,
            ToId = to,
            Kind = "meeting",
            Time = Now.AddDays(-daysAgo),
        };

    public static Outcome Outcome(string from, string to, OutcomeKind kind, int daysAgo) =>
        new()
        {
            FromId = from,
            ToId = to,
            Kind = kind,
            Time = Now.AddDays(-daysAgo),
        };

    public static string[] Ids(IEnumerable<Introduction> introductions) => [.. introductions.Select(introduction => introduction.To.Id)];
}
