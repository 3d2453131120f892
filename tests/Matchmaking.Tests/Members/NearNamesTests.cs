namespace Matchmaking.Tests;

public sealed class NearNamesTests
{
    [Theory]
    [InlineData("Outcomes.csv", "outcomes.csv")]
    [InlineData("outcome.csv", "outcomes.csv")]
    [InlineData("OUTCOME.CSV", "outcomes.csv")]
    [InlineData("interaction.csv", "interactions.csv")]
    [InlineData("participation.csv", "participations.csv")]
    [InlineData("activity.csv", "activities.csv")]
    [InlineData("activitys.csv", "activities.csv")]
    public void A_name_that_is_nearly_right_is_a_fault_that_names_both_or_a_counted_warning(string file, string meant)
    {
        using CommunityFolder folder = CommunityFolder.OfThree().With(file, "whatever");
        Assert.SkipWhen(File.Exists(Path.Combine(folder.Path, meant)), "This file system makes no difference of case.");

        var fault = Assert.Throws<CommunityFormatException>(() => folder.Load());
        Assert.Equal((file, 0), (fault.File, fault.Line));
        Assert.Equal($"{file}: is a name that nothing reads; the file is called {meant}", fault.Message);
        LoadWarning warning = Assert.Single(folder.Load(lenient: true).Warnings);
        Assert.Equal(fault.Message, warning.ToString());
    }

    [Theory]
    [InlineData("Members.jsonl")]
    [InlineData("member.jsonl")]
    public void Without_members_the_nearly_right_file_of_members_is_named(string file)
    {
        using CommunityFolder folder = new CommunityFolder().With(file, """{"id":"amelie"}""");
        Assert.SkipWhen(File.Exists(Path.Combine(folder.Path, "members.jsonl")), "This file system makes no difference of case.");
        Assert.Contains(
            "the file is called members.jsonl",
            Assert.Throws<CommunityFormatException>(() => folder.Load()).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("outcome.csv", "outcomes.csv")] // the right one is there, too
    [InlineData("members.csv", null)]
    [InlineData("outcomes.csv.bak", null)]
    [InlineData("outcomes.old.csv", null)]
    [InlineData("member.json", null)] // members.jsonl is there
    [InlineData("notes.txt", null)]
    public void Other_files_are_left_alone(string file, string? beside)
    {
        using CommunityFolder folder = CommunityFolder.OfThree().With(file, "whatever");
        if (beside is not null)
            folder.With(beside, "from,to,kind,time");
        Assert.Equal(3, folder.Load().Members.Count);
    }
}
