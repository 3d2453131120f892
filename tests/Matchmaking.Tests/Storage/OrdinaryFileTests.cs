using System.Diagnostics;

namespace Matchmaking.Tests.Storage;

/// <summary>Folders, pipes and devices where files are expected.</summary>
public sealed class OrdinaryFileTests : IDisposable
{
    private readonly CommunityFolder _folder = CommunityFolder.OfThree();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("activities.csv")]
    [InlineData("participations.csv")]
    [InlineData("interactions.csv")]
    [InlineData("outcomes.csv")]
    public void A_folder_with_the_name_of_a_table_is_told(string file)
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, file));
        CommunityFormatException refusal = _folder.Refusal();
        Assert.Equal(file, refusal.File);
        Assert.Contains("it is a folder", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("outcomes.csv")]
    [InlineData("activities.csv")]
    public void A_pipe_with_the_name_of_a_table_is_told_and_not_waited_for(string file)
    {
        MakePipe(file);
        Assert.Contains("it is a pipe", _folder.Refusal().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_is_no_snapshot_and_no_history()
    {
        string pipe = MakePipe("pipe");
        Assert.Throws<SnapshotFormatException>(() =>
            Matchmaking.Matchmaker.Load(pipe, cancellationToken: TestContext.Current.CancellationToken)
        );
        Assert.Throws<CommunityFormatException>(() => RoundHistory.Load(pipe));
        Assert.Throws<IOException>(() =>
            RoundHistory.Append(
                pipe,
                new HistoryEntry
                {
                    Time = People.Now,
                    Groups =
                    [
                        ["a", "b"],
                    ],
                }
            )
        );
    }

    [Fact]
    public async Task What_is_saved_onto_a_pipe_goes_through_it_and_the_pipe_stays()
    {
        string pipe = MakePipe("pipe");
        Task<byte[]> reader = Task.Run(() => File.ReadAllBytesAsync(pipe), TestContext.Current.CancellationToken);
        var history = new RoundHistory([
            new HistoryEntry
            {
                Time = People.Now,
                Groups =
                [
                    ["a", "b"],
                ],
            },
        ]);
        history.Save(pipe);
        Assert.Equal(RoundHistoryFile.Bytes(history.Rounds), await reader);
        Assert.Equal("a pipe or a device", OrdinaryFile.Otherwise(pipe));
    }

    [Fact]
    public void What_is_saved_onto_a_device_leaves_it_a_device()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no /dev.");
        string link = Path.Combine(_folder.Path, "link");
        File.CreateSymbolicLink(link, "/dev/null");
        CancellationToken token = TestContext.Current.CancellationToken;
        foreach (string path in (string[])["/dev/null", link])
        {
            People.Matchmaker(People.Person("a")).Save(path, token);
            Assert.Equal("a pipe or a device", OrdinaryFile.Otherwise(path));
        }

        Assert.Equal("/dev/null", new FileInfo(link).LinkTarget);
    }

    [Fact]
    public void To_save_onto_a_folder_throws_what_its_document_says()
    {
        Assert.Throws<UnauthorizedAccessException>(() =>
            People.Matchmaker(People.Person("a")).Save(_folder.Path, TestContext.Current.CancellationToken)
        );
        Assert.Throws<UnauthorizedAccessException>(() => RoundHistory.Empty.Save(_folder.Path));
    }

    [Fact]
    public void An_empty_file_is_an_ordinary_one()
    {
        string file = Path.Combine(_folder.Path, "empty.jsonl");
        File.WriteAllBytes(file, []);
        Assert.Null(OrdinaryFile.Otherwise(file));
        Assert.Empty(RoundHistory.Load(file).Rounds);
        RoundHistory
            .Empty.With(
                new HistoryEntry
                {
                    Time = People.Now,
                    Groups =
                    [
                        ["a", "b"],
                    ],
                }
            )
            .Save(file);
        Assert.Single(RoundHistory.Load(file).Rounds);
    }

    private string MakePipe(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Pipes of Windows stand in no folder.");
        string path = Path.Combine(_folder.Path, name);
        using Process process = Process.Start("mkfifo", path);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return path;
    }
}
