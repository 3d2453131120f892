using Microsoft.Extensions.Time.Testing;

namespace Matchmaking.Tests;

/// <summary>Builds tiny communities for the network tests: members a, b, c … on a clock that stands still.</summary>
internal sealed class NetworkCommunity(params string[] members)
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly List<Activity> _activities = [];
    private readonly List<Participation> _participations = [];
    private readonly List<Interaction> _interactions = [];
    private readonly List<Outcome> _outcomes = [];

    public static MatchmakerOptions Options { get; } = new() { TimeProvider = new FakeTimeProvider(Now) };

    public static DateTimeOffset DaysAgo(double days) => Now.AddDays(-days);

    public NetworkCommunity Group(string id, params string[] who)
    {
        _activities.Add(new Activity { Id = id, Kind = ActivityKind.Group });
        return Joins(id, null, who);
    }

    public NetworkCommunity Event(string id, double daysAgo, string? parent, params string[] who)
    {
        _activities.Add(
            new Activity
            {
                Id = id,
                Time = DaysAgo(daysAgo),
                Parent = parent,
            }
        );
        return Joins(id, null, who);
    }

    public NetworkCommunity Joins(string activity, double? daysAgo, params string[] who)
    {
        _participations.AddRange(
            who.Select(m => new Participation
            {
                MemberId = m,
                ActivityId = activity,
                Time = daysAgo is { } days ? DaysAgo(days) : null,
            })
        );
        return this;
    }

    public NetworkCommunity Interact(string from, string to, double? daysAgo = 0, double weight = 1, string kind = "message")
    {
        _interactions.Add(
            new Interaction
            {
                FromId = from,
                ToId = to,
                Kind = kind,
                Time = daysAgo is { } days ? DaysAgo(days) : null,
                Weight = weight,
            }
        );
        return this;
    }

    public NetworkCommunity Outcome(string from, string to, OutcomeKind kind, double? daysAgo = 0)
    {
        _outcomes.Add(
            new Outcome
            {
                FromId = from,
                ToId = to,
                Kind = kind,
                Time = daysAgo is { } days ? DaysAgo(days) : null,
                Rating = kind == OutcomeKind.Rated ? 4 : null,
            }
        );
        return this;
    }

    public Community Community =>
        new([.. members.Select(id => new Member { Id = id })], _activities, _participations, _interactions, _outcomes);

    public MemberNetwork Build(MatchmakerOptions? options = null) => MemberNetwork.Build(Community, options ?? Options);

    /// <summary>A random community with everything in it.</summary>
    public static NetworkCommunity Random(int seed, int size = 25)
    {
        var random = new Random(seed);
        string[] ids = [.. Enumerable.Range(0, size).Select(i => $"m{i}")];
        var community = new NetworkCommunity(ids);
        for (int g = 0; g < 4; g++)
            community.Group($"g{g}", [.. ids.Where(_ => random.Next(6) == 0)]);
        for (int e = 0; e < 20; e++)
            community.Event(
                $"e{e}",
                random.NextDouble() * 400,
                random.Next(3) == 0 ? null : $"g{random.Next(4)}",
                [.. ids.Where(_ => random.Next(5) == 0)]
            );
        for (int i = 0; i < 30; i++)
        {
            int a = random.Next(size),
                b = random.Next(size);
            if (a != b)
                community.Interact(ids[a], ids[b], random.NextDouble() * 400, 1 + random.Next(3));
        }

        return community;
    }
}
