namespace Matchmaking.Tests;

public class LongLineTests
{
    private const int HundredMegabytes = 100_000_000;

    [Fact]
    public void A_line_of_100_MB_is_refused_without_being_held_in_memory()
    {
        var reader = new MemberReader("members.jsonl", new RowFaults(lenient: false));
        long before = GC.GetAllocatedBytesForCurrentThread();
        using var stream = new Pattern("{\"id\":\"", (byte)'x', HundredMegabytes, "\"}\n");
        Assert.Equal(
            "members.jsonl, line 1: the line is longer than 1 MiB",
            Assert.Throws<CommunityFormatException>(() => reader.ReadLines(stream)).Message
        );
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
        Assert.InRange(stream.Position, 0, 4_000_000);
    }

    [Fact]
    public void A_lenient_host_passes_over_a_line_of_100_MB_and_reads_on()
    {
        var faults = new RowFaults(lenient: true);
        var reader = new MemberReader("members.jsonl", faults);
        long before = GC.GetAllocatedBytesForCurrentThread();
        reader.ReadLines(new Pattern("{\"id\":\"", (byte)'x', HundredMegabytes, "\"}\n{\"id\":\"bob\"}"));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
        Assert.Equal("bob", Assert.Single(reader.Members).Id);
        Assert.Equal("members.jsonl, line 1: the line is longer than 1 MiB", Assert.Single(faults.Warnings).ToString());
    }

    [Theory]
    [InlineData("[{\"id\":\"", 'x')]
    [InlineData("", '[')]
    [InlineData("[", ' ')]
    public void An_array_element_of_100_MB_is_refused_without_being_held_in_memory(string before, char fill)
    {
        var reader = new MemberReader("members.json", new RowFaults(lenient: true));
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<CommunityFormatException>(() => reader.ReadArray(new Pattern(before, (byte)fill, HundredMegabytes, "")));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 40_000_000);
    }

    [Theory]
    [InlineData("from,to,time\n", 'x', "interactions.csv, line 2: the line is longer than 1 MiB")]
    [InlineData("from,to,time\n\"", '\n', "interactions.csv, line 2: a row is longer than 1 MiB; is a quotation mark not closed?")]
    [InlineData("", ',', "interactions.csv, line 1: the line is longer than 1 MiB")]
    public void A_table_row_of_100_MB_is_refused_without_being_held_in_memory(string before, char fill, string message)
    {
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        Exception refusal = Assert.Throws<CommunityFormatException>(() =>
            new InteractionTable().Read(
                new Pattern(before, (byte)fill, HundredMegabytes, ""),
                "interactions.csv",
                new RowFaults(lenient: true),
                (_, _) => null
            )
        );
        Assert.Equal(message, refusal.Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 40_000_000);
    }

    [Fact]
    public void A_line_of_just_1_MiB_is_read()
    {
        string bio = new('b', LineReader.MaximumLength - "{\"id\":\"a\",\"bio\":\"\"}".Length);
        using CommunityFolder folder = new CommunityFolder().With("members.jsonl", $$"""{"id":"a","bio":"{{bio}}"}""", """{"id":"b"}""");
        Assert.Equal(bio, folder.Load()["a"].Bio);
        using CommunityFolder longer = new CommunityFolder().With("members.jsonl", $$"""{"id":"a","bio":"{{bio}}b"}""", """{"id":"b"}""");
        Assert.Equal(1, longer.Refusal().Line);
    }

    /// <summary>A stream of a beginning, one byte many times and an end, that is nowhere held as a whole.</summary>
    private sealed class Pattern(string before, byte fill, long count, string after) : Stream
    {
        private readonly long _length = before.Length + count + after.Length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => _length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            int read = (int)Math.Min(buffer.Length, _length - Position);
            buffer[..read].Fill(fill);
            for (long at = Position; at < Math.Min(Position + read, before.Length); at++)
                buffer[(int)(at - Position)] = (byte)before[(int)at];
            for (long at = Math.Max(Position, before.Length + count); at < Position + read; at++)
                buffer[(int)(at - Position)] = (byte)after[(int)(at - before.Length - count)];
            Position += read;
            return read;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
