using static Matchmaking.Tests.People;

namespace Matchmaking.Tests;

public sealed class WholeFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("matchmaking-").FullName;

    private string File => Path.Combine(_folder, "c.mm");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Files_of_the_hosts_own_stay_though_their_names_are_like_those_of_files_left_half_written()
    {
        string left = Path.Combine(_folder, $".c.mm.{Guid.NewGuid():N}.tmp");
        string[] own =
        [
            .. new[]
            {
                ".c.mm.notes.tmp",
                $".c.mm.{Guid.NewGuid()}.tmp",
                $".c.mm.{Guid.NewGuid():N}x.tmp",
                $".c.mm.old.{Guid.NewGuid():N}.tmp",
            }.Select(name => Path.Combine(_folder, name)),
        ];
        Assert.All([left, .. own], path => System.IO.File.WriteAllText(path, "something"));

        Matchmaker(Person("ada")).Save(File, TestContext.Current.CancellationToken);

        Assert.Equal([.. own.Append(File).Order(StringComparer.Ordinal)], Directory.GetFiles(_folder).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_new_file_is_its_owners_alone_and_one_that_is_there_keeps_its_mode()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes of files");
        Matchmaker matchmaker = Matchmaker(Person("ada"));
        Save();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, Mode());

        foreach (
            UnixFileMode mode in new[]
            {
                UnixFileMode.UserRead | UnixFileMode.UserWrite,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead,
                UnixFileMode.UserRead,
            }
        )
        {
            Set(mode);
            Save();
            Assert.Equal(mode, Mode());
        }

        Assert.Equal([File], Directory.GetFiles(_folder));

        void Save() => matchmaker.Save(File, TestContext.Current.CancellationToken);

        [System.Diagnostics.CodeAnalysis.SuppressMessage("Interoperability", "CA1416", Justification = "skipped there")]
        UnixFileMode Mode() => System.IO.File.GetUnixFileMode(File);

        [System.Diagnostics.CodeAnalysis.SuppressMessage("Interoperability", "CA1416", Justification = "skipped there")]
        void Set(UnixFileMode mode) => System.IO.File.SetUnixFileMode(File, mode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_link_leads_to_the_new_file(bool isThere)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "to make links is a privilege there");
        string real = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "volume")).FullName, "real.mm"),
            between = Path.Combine(_folder, "between");
        if (isThere)
            System.IO.File.WriteAllText(real, "old");
        System.IO.File.CreateSymbolicLink(between, Path.Combine("volume", "real.mm"));
        System.IO.File.CreateSymbolicLink(File, "between");

        Matchmaker(Person("ada")).Save(File, TestContext.Current.CancellationToken);

        Assert.Equal("between", new FileInfo(File).LinkTarget);
        Assert.Null(new FileInfo(real).LinkTarget);
        Assert.Single(
            global::Matchmaking.Matchmaker.Load(File, cancellationToken: TestContext.Current.CancellationToken).Community.Members
        );
        Assert.Equal([real], Directory.GetFiles(Path.GetDirectoryName(real)!));
    }
}
