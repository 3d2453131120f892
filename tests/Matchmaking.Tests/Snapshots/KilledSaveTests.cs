using System.Diagnostics;
using static Matchmaking.Tests.People;

namespace Matchmaking.Tests;

/// <summary>A process that is killed while it saves, for real.</summary>
public sealed class KilledSaveTests : IDisposable
{
    private const string Target = "MATCHMAKING_SAVE_FOREVER_TO";
    private const int Newer = 3000;

    private readonly string _folder = Directory.CreateTempSubdirectory("matchmaking-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Killed_while_it_saves_it_leaves_a_whole_file_and_the_next_save_clears_away_what_it_left()
    {
        string path = Path.Combine(_folder, "community.mm");
        Matchmaker matchmaker = global::Matchmaking.Matchmaker.Create(new Community([Person("ada"), Person("bob")]), AtNow());
        matchmaker.Save(path, TestContext.Current.CancellationToken);

        var start = new ProcessStartInfo(
            "dotnet",
            [
                typeof(KilledSaveTests).Assembly.Location,
                "-noLogo",
                "-explicit",
                "only",
                "-method",
                $"{typeof(KilledSaveTests).FullName}.{nameof(Saves_until_it_is_killed)}",
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[Target] = path;
        using (Process child = Process.Start(start)!)
        {
            // Half a file stands beside the good one: now.
            while (!Directory.EnumerateFiles(_folder, ".*.tmp").Any(half => new FileInfo(half) is { Exists: true, Length: > 1000 }))
            {
                Assert.False(child.HasExited, "the child ended by itself");
                await Task.Delay(1, TestContext.Current.CancellationToken);
            }

            child.Kill();
            await child.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.NotEqual(0, child.ExitCode);
        }

        Assert.Contains(
            global::Matchmaking.Matchmaker.Load(path, cancellationToken: TestContext.Current.CancellationToken).Community.Members.Count,
            new[] { 2, Newer }
        );
        matchmaker.Save(path, TestContext.Current.CancellationToken);
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    /// <summary>The child: started by the test above alone.</summary>
    [Fact(Explicit = true)]
    public void Saves_until_it_is_killed()
    {
        string path = Environment.GetEnvironmentVariable(Target) ?? throw new InvalidOperationException("is run by another test");
        Matchmaker matchmaker = global::Matchmaking.Matchmaker.Create(
            new Community([.. Enumerable.Range(0, Newer).Select(i => Person($"m{i}", likes: ["chess"]) with { Bio = $"member {i}" })]),
            AtNow()
        );
        while (true)
            matchmaker.Save(path, CancellationToken.None);
    }
}
