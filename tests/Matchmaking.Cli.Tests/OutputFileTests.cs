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
