using static Matchmaking.Tests.People;

namespace Matchmaking.Tests;

/// <summary>What a host does wrong is told in the host's own terms, the same whichever call meets it.</summary>
public sealed class HostsMistakesTests
{
    private sealed class Broken(string message) : Exception(message);

    public static TheoryData<string> Calls { get; } =
    ["Suggest", "Rank", "SuggestAll", "PlanRound", "PlanRounds", "groups", "RankForAll", "SuggestForGroup"];

    [Theory]
    [MemberData(nameof(Calls))]
    public void What_a_hosts_rule_throws_comes_out_as_it_was_thrown(string call)
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        Matchmaker matchmaker = global::Matchmaking.Matchmaker.Create(
            new Community([.. Enumerable.Range(0, 40).Select(i => Person($"m{i}", likes: ["chess"]))]),
            AtNow(new() { Allow = (_, _) => throw new Broken("mine") })
        );

        var broken = Assert.Throws<Broken>(() =>
            call switch
            {
                "Suggest" => (object)matchmaker.Suggest("m0"),
                "Rank" => matchmaker.Rank("m0"),
                "SuggestAll" => matchmaker.SuggestAll(cancellationToken: cancel).ToArray(),
                "PlanRound" => matchmaker.PlanRound(cancellationToken: cancel),
                "PlanRounds" => matchmaker.PlanRounds(2, cancellationToken: cancel),
                "groups" => matchmaker.PlanRound(new() { GroupSize = 4 }, cancellationToken: cancel),
                "RankForAll" => matchmaker.RankForAll(cancellationToken: cancel),
                _ => matchmaker.SuggestForGroup(["m0"]),
            }
        );

        Assert.Equal("mine", broken.Message);
        Assert.Contains(nameof(What_a_hosts_rule_throws_comes_out_as_it_was_thrown), broken.StackTrace!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_null_among_ids_is_refused_by_the_options_name()
    {
        Refused(nameof(SuggestOptions.Exclude), () => new SuggestOptions { Exclude = ["bob", null!] });
        Refused(nameof(ActivityOptions.Exclude), () => new ActivityOptions { Exclude = [null!] });
        Refused(nameof(GroupOptions.Exclude), () => new GroupOptions { Exclude = new HashSet<string> { null! } });
        Refused(nameof(RoundOptions.Participants), () => new RoundOptions { Participants = [null!] });
        Refused(nameof(MarketOptions.Participants), () => new MarketOptions { Participants = [null!] });
        Matchmaker matchmaker = Matchmaker(Person("ada"), Person("bob"));
        Refused("memberIds", () => matchmaker.SuggestForGroup(["ada", null!]));
        Assert.Equal("toId", Assert.Throws<ArgumentNullException>(() => matchmaker.Score("ada", null!)).ParamName);
        Assert.Equal("toId", Assert.Throws<ArgumentNullException>(() => matchmaker.Explain("ada", null!)).ParamName);

        static void Refused(string name, Func<object> make) => Assert.Equal(name, Assert.Throws<ArgumentException>(make).ParamName);
    }

    [Fact]
    public void A_folder_in_place_of_a_file_is_told()
    {
        string folder = Directory.CreateTempSubdirectory("matchmaking-").FullName;
        try
        {
            Assert.Contains(
                "is a folder",
                Assert
                    .Throws<SnapshotFormatException>(() =>
                        global::Matchmaking.Matchmaker.Load(folder, cancellationToken: TestContext.Current.CancellationToken)
                    )
                    .Message,
                StringComparison.Ordinal
            );
            Matchmaker matchmaker = Matchmaker(Person("ada"));
            Assert.Contains(
                "is a folder",
                Assert.Throws<ModelFormatException>(() => matchmaker.LoadModel(folder + "/")).Message,
                StringComparison.Ordinal
            );
            var failure = Assert.ThrowsAny<Exception>(() => matchmaker.Save(folder, TestContext.Current.CancellationToken));
            Assert.True(failure is IOException or UnauthorizedAccessException);
            Assert.Empty(Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(folder)!, $".{Path.GetFileName(folder)}.*"));
        }
        finally
        {
            Directory.Delete(folder);
        }
    }

    [Fact]
    public void Rows_that_say_nothing_are_refused_when_they_are_recorded()
    {
        Matchmaker matchmaker = Matchmaker(Person("ada"), Person("bob"));

        Assert.Throws<CommunityFormatException>(() => matchmaker.Record(Met("ada", "ada")));
        Assert.Throws<CommunityFormatException>(() => matchmaker.Record(Outcome("ada", "ada", OutcomeKind.Met, 1)));
        Assert.Throws<CommunityFormatException>(() => matchmaker.Record(Outcome("ada", "bob", OutcomeKind.Rated, 1)));
    }
}
