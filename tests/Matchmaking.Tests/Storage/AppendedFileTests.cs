using System.Diagnostics;
using System.Text;

namespace Matchmaking.Tests.Storage;

public sealed class AppendedFileTests : IDisposable
{
    private static readonly HistoryEntry s_first = Round(1, ["a", "b"], ["c", "d"]);
    private static readonly HistoryEntry s_second = Round(8, ["a", "c"], ["bé", "d"]);

    private readonly CommunityFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "rounds.jsonl");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_disk_that_fills_after_any_number_of_bytes_leaves_the_file_as_it_was()
    {
        byte[] before = RoundHistoryFile.Bytes([s_first]),
            added = RoundHistoryFile.Bytes([s_second]);
        for (int room = 0; room <= added.Length; room++)
        {
            using var disk = new FullDisk(before, before.Length + room);
            void Append() => AppendedFile.Append(disk, added, _ => false, () => { });
            if (room < added.Length)
            {
                Assert.Throws<IOException>(Append);
                Assert.Equal(before, disk.ToArray());
            }
            else
            {
                Append();
                Assert.Equal([.. before, .. added], disk.ToArray());
            }
        }
    }

    [Fact]
    public void A_last_line_cut_anywhere_is_left_out_with_a_warning_and_mended_by_the_next_append()
    {
        byte[] whole = RoundHistoryFile.Bytes([s_first, s_second]);
        int lastLine = whole.AsSpan(..^1).LastIndexOf((byte)'\n') + 1;
        for (int length = lastLine + 1; length < whole.Length - 1; length++)
        {
            System.IO.File.WriteAllBytes(File, whole[..length]);
            var read = RoundHistory.Load(File);
            Assert.Equal(5 - 2, read.Rounds.Sum(round => round.Groups.Count));
            LoadWarning warning = Assert.Single(read.Warnings);
            Assert.Equal(4, warning.Line);

            RoundHistory.Append(File, Round(15, ["a", "d"]));
            Assert.Empty(RoundHistory.Load(File).Warnings);
            Assert.Equal(4, RoundHistory.Load(File).Rounds.Sum(round => round.Groups.Count));
        }
    }

    [Fact]
    public void A_last_line_that_merely_has_no_end_counts()
    {
        byte[] whole = RoundHistoryFile.Bytes([s_first]);
        System.IO.File.WriteAllBytes(File, whole[..^1]);
        Assert.Empty(RoundHistory.Load(File).Warnings);
        RoundHistory.Append(File, s_second);
        Assert.Equal(RoundHistoryFile.Bytes([s_first, s_second]), System.IO.File.ReadAllBytes(File));
    }

    [Fact]
    public void A_last_line_that_is_wrong_and_not_cut_short_is_a_fault_of_the_file()
    {
        System.IO.File.WriteAllText(File, """{"time":"2026-01-01T00:00:00Z","mett":["a","b"]}""");
        Assert.Throws<CommunityFormatException>(() => RoundHistory.Load(File));
    }

    [Fact]
    public void A_long_torn_line_is_taken_away_whole()
    {
        byte[] before = RoundHistoryFile.Bytes([s_first]);
        byte[] torn = Encoding.UTF8.GetBytes($$"""{"time":"2026-01-08T00:00:00Z","kind":"any","leftOut":["{{new string('x', 20_000)}}""");
        System.IO.File.WriteAllBytes(File, [.. before, .. torn]);
        RoundHistory.Append(File, s_second);
        Assert.Equal(RoundHistoryFile.Bytes([s_first, s_second]), System.IO.File.ReadAllBytes(File));
    }

    [Fact]
    public void A_file_that_grows_past_the_systems_limit_stays_as_it_was()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "ulimit -f is a limit of Unix shells.");
        RoundHistory.Append(File, [.. Enumerable.Range(1, 4).Select(i => Round(i, ["a", "b"]))]);
        byte[] before = System.IO.File.ReadAllBytes(File);
        string program = Path.Combine(AppContext.BaseDirectory, "Matchmaking.Tests.dll");
        using Process child = Process.Start(
            new ProcessStartInfo("/bin/sh")
            {
                ArgumentList =
                {
                    "-c",
                    $"ulimit -f 1; trap '' XFSZ; exec dotnet exec '{program}' -method '*.{nameof(Appends_a_large_round_in_a_child)}'",
                },
                Environment =
                {
                    [ChildVariable] = File,
                    // The runtime keeps the code that it makes in a file, too.
                    ["DOTNET_EnableWriteXorExecute"] = "0",
                    ["DOTNET_EnableDiagnostics"] = "0",
                },
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        string output = child.StandardOutput.ReadToEnd() + child.StandardError.ReadToEnd();
        child.WaitForExit();
        Assert.True(System.IO.File.Exists(File + ".told"), output);
        Assert.Equal(before, System.IO.File.ReadAllBytes(File));
    }

    private const string ChildVariable = "MATCHMAKING_TEST_APPEND_TO";

    [Fact]
    public void Appends_a_large_round_in_a_child()
    {
        string? file = Environment.GetEnvironmentVariable(ChildVariable);
        Assert.SkipWhen(file is null, "Runs in a process with a limit, which another test starts.");
        HistoryEntry large = Round(9, [.. Enumerable.Range(0, 300).Select(i => new[] { $"member-{i}", $"other-{i}" })]);
        Assert.ThrowsAny<IOException>(() => RoundHistory.Append(file!, large));
        System.IO.File.WriteAllText(file + ".told", "");
    }

    [Fact]
    public void A_new_file_that_cannot_be_written_is_not_left_behind_and_one_that_can_is_its_owners_alone()
    {
        RoundHistory.Append(File, s_first);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        Assert.Throws<UnauthorizedAccessException>(() => RoundHistory.Append(_folder.Path, s_first));
    }

    private static HistoryEntry Round(int day, params string[][] groups) =>
        new() { Time = new DateTimeOffset(2026, 1, day, 0, 0, 0, TimeSpan.Zero), Groups = groups };

    /// <summary>A disk with so much room: what goes beyond is written half, and then refused.</summary>
    private sealed class FullDisk : MemoryStream
    {
        private readonly int _room;

        public FullDisk(byte[] content, int room)
        {
            _room = content.Length;
            Write(content);
            _room = room;
        }

        // The base sends spans here, too.
        public override void Write(byte[] buffer, int offset, int count)
        {
            int fits = (int)Math.Min(count, _room - Position);
            base.Write(buffer, offset, fits);
            if (fits < count)
                throw new IOException("No space left on device");
        }
    }
}
