namespace Matchmaking.Evaluation.Tests;

public class NashvilleMeetupTests
{
    [Fact]
    public void All_rows_are_read()
    {
        NashvilleMeetup data = Nashville.Data;
        Assert.Equal(19_307, data.Events.Count);
        Assert.Equal(602, data.Groups.Count);
        Assert.Equal(126_813, data.Rsvps.Count);
        Assert.Equal(24_631, data.Rsvps.Select(rsvp => rsvp.Member).Distinct().Count());
    }

    [Fact]
    public void A_community_holds_nothing_of_after_its_cut()
    {
        Community community = Nashville.Data.AsOf(NashvilleSplit.TestCut);
        Assert.All(community.Activities, activity => Assert.True(activity.Time is null || activity.Time < NashvilleSplit.TestCut));
        Assert.Equal(102_330, community.Participations.Count);
        Assert.All(community.Activities.Where(a => a.Time is not null), a => Assert.NotNull(a.Parent));
        Assert.Equal(506, community.Activities.Count(a => a.Kind == ActivityKind.Group));
    }

    [Fact]
    public void Whatever_happens_after_the_cut_community_and_scores_stay_the_same()
    {
        NashvilleMeetup data = Nashville.Data;
        DateTimeOffset cut = NashvilleSplit.TestCut;
        // Poisoned: everybody who said yes after the cut is somebody else, events get other groups, times and names, popular ones appear.
        var random = new Random(1);
        var poisonedEvents = data
            .Events.Select(e =>
                e.Time < cut
                    ? e
                    : e with
                    {
                        Group = data.Groups[random.Next(data.Groups.Count)].Id,
                        Time = e.Time.AddDays(random.Next(90)),
                        Name = "poison",
                    }
            )
            .ToList();
        Dictionary<int, NashvilleMeetup.Event> byId = poisonedEvents.ToDictionary(e => e.Id);
        var poisoned = new NashvilleMeetup
        {
            Groups = data.Groups,
            Events = poisonedEvents,
            Rsvps = [.. data.Rsvps.Select(r => r.Event.Time < cut ? r : new NashvilleMeetup.Rsvp(byId[r.Event.Id], random.Next(30_000)))],
        };
        Assert.Equal(Scores(data), Scores(poisoned));

        static List<double> Scores(NashvilleMeetup data)
        {
            Community community = data.AsOf(NashvilleSplit.TestCut);
            var options = new MatchmakerOptions { TimeProvider = new FixedTime(NashvilleSplit.TestCut) };
            MemberNetwork network = MemberNetwork.Build(community, options);
            var activities = ActivityRecommender.Build(network);
            var groups = GroupRecommender.Build(network);
            List<double> scores = [.. groups.SharesOfSeries([5, 77, 4711]).Span];
            foreach (int member in (int[])[0, 100, 5000])
            {
                scores.AddRange(activities.Scores(member));
                using NetworkQuery query = network.For(member);
                for (int other = 0; other < community.Members.Count; other += 7)
                    scores.AddRange([query.Closeness(other), query.BridgeGain(other), network.ActivityLevel(other)]);
            }

            return scores;
        }
    }

    [Fact]
    public void A_missing_folder_is_told_with_the_place_looked_at_and_the_variable()
    {
        var e = Assert.Throws<DirectoryNotFoundException>(() =>
            Evaluator.Run("nashville-bridges", "nowhere", cancellationToken: TestContext.Current.CancellationToken)
        );
        Assert.Contains("nowhere", e.Message, StringComparison.Ordinal);
        Assert.Contains(Evaluator.DataFolderVariable, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_faulty_row_is_told_with_file_and_line()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "groups.csv"), "group,group_name,category_name,num_members\n0,Chess,Games,1\n");
            File.WriteAllText(
                Path.Combine(folder, "events.csv"),
                "event,group,time,name\n0,0,2017-01-01 10:00:00,One\n1,0,yesterday,Two\n"
            );
            File.WriteAllText(Path.Combine(folder, "rsvps.csv"), "event,member\n0,1\n");
            var e = Assert.Throws<CommunityFormatException>(() => NashvilleMeetup.Load(folder));
            Assert.Equal("events.csv", e.File);
            Assert.Equal(3, e.Line);
            File.WriteAllText(Path.Combine(folder, "events.csv"), "event,group,time,name\n0,0,2017-01-01 10:00:00,One\n");
            File.WriteAllText(Path.Combine(folder, "rsvps.csv"), "event,member\n0,1\n7,1\n");
            Assert.Equal(3, Assert.Throws<CommunityFormatException>(() => NashvilleMeetup.Load(folder)).Line);
            File.Delete(Path.Combine(folder, "rsvps.csv"));
            Assert.Equal("rsvps.csv", Assert.Throws<CommunityFormatException>(() => NashvilleMeetup.Load(folder)).File);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
