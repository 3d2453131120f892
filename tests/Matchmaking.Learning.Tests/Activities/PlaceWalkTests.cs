namespace Matchmaking.Tests.Learning.Activities;

public class PlaceWalkTests
{
    private static readonly DateTimeOffset s_now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    // A comes to x; B to x and y; C to y and z; nobody of these to w.
    private static readonly Dictionary<string, string> s_visits = new()
    {
        ["A"] = "x",
        ["B"] = "xy",
        ["C"] = "yz",
        ["D"] = "w",
    };

    [Fact]
    public void Places_reached_over_more_people_are_less_likely_and_those_nobody_leads_to_are_not_reached()
    {
        (PlaceWalk walk, Func<char, int> place, Func<string, int> member) = Walk();
        double[] found = walk.From(member("A"));
        Assert.True(found[place('x')] > found[place('y')] && found[place('y')] > found[place('z')] && found[place('z')] > 0);
        Assert.Equal(0, found[place('w')]);
        Assert.Equal(1, found.Sum(), 1e-12);
    }

    [Fact]
    public void The_chances_are_those_of_the_walk_taken_step_by_step()
    {
        (PlaceWalk walk, Func<char, int> place, Func<string, int> member) = Walk();
        // Everyone came once, at one time: from x half go back by A, half by B, who is at x and y alike; likewise from y; from z only C
        // leads on.
        double[,] next =
        {
            { .75, .25, 0 },
            { .25, .5, .25 },
            { 0, .5, .5 },
        };
        double[] now = [1, 0, 0];
        for (int step = 0; step < 3; step++)
        {
            double[] then = new double[3];
            for (int to = 0; to < 3; to++)
                then[to] = (.3 * (to == 0 ? 1 : 0)) + (.7 * Enumerable.Range(0, 3).Sum(from => now[from] * next[from, to]));
            now = then;
        }

        double[] found = walk.From(member("A"));
        Assert.Equal(now[0], found[place('x')], 1e-9);
        Assert.Equal(now[1], found[place('y')], 1e-9);
        Assert.Equal(now[2], found[place('z')], 1e-9);
    }

    private static (PlaceWalk Walk, Func<char, int> Place, Func<string, int> Member) Walk()
    {
        Activity[] activities =
        [
            .. "xyzw".Select(place => new Activity
            {
                Id = $"{place}",
                Name = $"{place}",
                Kind = ActivityKind.Group,
            }),
            .. "xyzw".Select(place => new Activity
            {
                Id = $"{place}1",
                Name = $"{place}1",
                Kind = ActivityKind.Event,
                Parent = $"{place}",
                Time = s_now.AddDays(-10),
            }),
        ];
        var community = new Community(
            [.. s_visits.Keys.Select(id => new Member { Id = id })],
            activities: activities,
            participations:
            [
                .. s_visits.SelectMany(pair =>
                    pair.Value.Select(place => new Participation
                    {
                        MemberId = pair.Key,
                        ActivityId = $"{place}1",
                        Time = s_now.AddDays(-10),
                    })
                ),
            ]
        );
        var options = new MatchmakerOptions { TimeProvider = new FixedTime(s_now) };
        var index = IndexBuilder.Build(community, options, Vectorizer.Fit(community.Members, options));
        PlaceForecast places = index.Network.Places;
        return (
            new PlaceWalk(index.NetworkFeatures().Places[2]),
            name => places.IndexOf[Enumerable.Range(0, activities.Length).Single(i => activities[i].Id == $"{name}")],
            id => community.IndexOf(id)
        );
    }
}
