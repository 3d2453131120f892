using Matchmaking.Cli.Output;

namespace Matchmaking.Cli.Tests;

public sealed class OutputFileTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_committed_file_replaces_the_one_before()
    {
        string path = _folder.Write("scores.csv", "old");
        using (var file = new OutputFile(path))
        {
            file.Writer.Write("new");
            Assert.Equal("old", File.ReadAllText(path));
            file.Commit();
        }

        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal(["scores.csv"], _folder.FileNames);
    }

    [Fact]
    public void A_failure_leaves_the_file_before_and_nothing_half_done()
    {
        string path = _folder.Write("scores.csv", "old");
        using (var file = new OutputFile(path))
            file.Writer.Write("new");

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal(["scores.csv"], _folder.FileNames);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_found_out_before_the_work_begins() =>
        Assert.Throws<InputException>(() => new OutputFile(_folder["nowhere/scores.csv"]));

    [Fact]
    public void Where_no_file_can_be_made_the_place_asked_for_is_named_and_not_the_one_beside_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has a folder in which nobody can make a file.");
        var fault = Assert.Throws<InputException>(() => new OutputFile("/proc/scores.csv"));
        Assert.StartsWith("--out: /proc/scores.csv cannot be written", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(".tmp", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_is_written_to_not_replaced()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no /dev.");
        using (var file = new OutputFile("/dev/null"))
        {
            file.Writer.Write("new");
            file.Commit();
        }

        Assert.Empty(File.ReadAllText("/dev/null"));
    }
}
