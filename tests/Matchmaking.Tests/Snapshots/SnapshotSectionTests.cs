namespace Matchmaking.Tests;

public class SnapshotSectionTests
{
    private static readonly string s_file = Path.Combine(Path.GetTempPath(), $"sections-{Guid.NewGuid():N}.snapshot");

    [Fact]
    public void A_section_of_the_hosts_own_comes_back()
    {
        var written = new Note { Text = "hello" };
        Save(Ada().Use(written));

        var read = new Note();
        Matchmaker loaded = Load().Use(read);

        Assert.Equal("hello", read.Text);
        Assert.Empty(loaded.UnusedSections);
    }

    [Fact]
    public void A_section_that_has_nothing_to_keep_is_not_in_the_file()
    {
        Save(Ada().Use(new Note()));
        Assert.Empty(Load().UnusedSections);
    }

    [Fact]
    public void A_section_that_cannot_be_read_is_told_and_stays_in_the_file()
    {
        Save(Ada().Use(new Note { Text = "hello" }));
        Matchmaker loaded = Load();

        var fault = Assert.Throws<SnapshotFormatException>(() => loaded.Use(new Note { Refuses = true }));

        Assert.Contains("'note'", fault.Message, StringComparison.Ordinal);
        Assert.Equal(["note"], loaded.UnusedSections);
        var read = new Note();
        loaded.Use(read);
        Assert.Equal("hello", read.Text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_saves_while_a_section_is_read_saves_it_whoever_is_removed_meanwhile(bool removes)
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        Save(Ada(and: "grace").Use(new Note { Text = "hello" }));
        Matchmaker loaded = Load();
        using var reading = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        var slow = new Note
        {
            Reading = () =>
            {
                reading.Set();
                goOn.Wait(token);
            },
        };

        Task use = Task.Run(() => loaded.Use(slow), token);
        reading.Wait(token);
        Assert.True(!removes || loaded.Remove("grace"));
        using var file = new MemoryStream();
        Task save = Task.Run(() => loaded.Save(file, token), token);
        // Time enough to save without the section, if it did not wait.
        await Task.WhenAny(save, Task.Delay(300, token));
        Assert.Equal(!removes, save.IsCompleted);
        goOn.Set();
        await Task.WhenAll(use, save);

        var read = new Note();
        file.Position = 0;
        Matchmaker.Load(file, cancellationToken: token).Use(read);
        Assert.Equal("hello", read.Text);
        Assert.Empty(loaded.UnusedSections);
    }

    [Fact]
    public void What_names_a_removed_member_does_not_come_back_when_it_cannot_be_read()
    {
        Save(Ada(and: "grace").Use(new Note { Text = "hello" }));
        Matchmaker loaded = Load();

        Assert.Throws<SnapshotFormatException>(() => loaded.Use(new Note { Refuses = true, Reading = () => loaded.Remove("grace") }));

        Assert.Empty(loaded.UnusedSections);
        Save(loaded);
        Assert.Empty(Load().UnusedSections);
    }

    [Theory]
    [InlineData("members")]
    [InlineData("")]
    [InlineData(" ")]
    public void A_section_cannot_have_the_name_of_one_of_the_librarys_own_or_none(string name) =>
        Assert.Throws<ArgumentException>(() => Ada().Use(new Note { Name = name }));

    private static Matchmaker Ada() => Matchmaker.Create(new Community([new() { Id = "ada" }]));

    private static Matchmaker Ada(string and) => Matchmaker.Create(new Community([new() { Id = "ada" }, new() { Id = and }]));

    private static void Save(Matchmaker matchmaker) => matchmaker.Save(s_file, TestContext.Current.CancellationToken);

    private static Matchmaker Load() => Matchmaker.Load(s_file, cancellationToken: TestContext.Current.CancellationToken);

    private sealed class Note : ISnapshotSection
    {
        public string Name { get; init; } = "note";

        public string? Text { get; set; }

        public bool Refuses { get; init; }

        /// <summary>What happens while it is read.</summary>
        public Action? Reading { get; init; }

        public byte[]? Write(Matchmaker matchmaker) => Text is null ? null : System.Text.Encoding.UTF8.GetBytes(Text);

        public void Read(Matchmaker matchmaker, byte[] section)
        {
            Reading?.Invoke();
            Text = Refuses ? throw new InvalidDataException("is no note") : System.Text.Encoding.UTF8.GetString(section);
        }
    }
}
