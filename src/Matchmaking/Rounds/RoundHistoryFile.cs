using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Matchmaking.Rounds;

/// <summary>
/// Past rounds as JSON lines, a meeting a line, so that no line grows with the community. Read as strictly as members are: what is misspelt
/// must not pass for what is left out.
/// </summary>
internal static class RoundHistoryFile
{
    private const int LeftOutALine = 1000;

    private static readonly RoundRowJson s_json = new(
        new JsonSerializerOptions(RoundRowJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
    );

    public static RoundHistory Read(string path)
    {
        string file = Path.GetFileName(path);
        try
        {
            using var stream = new FileStream(
                path,
                FileMode.Open,
                FileAccess.Read,
                FileShare.Read,
                bufferSize: 0,
                FileOptions.SequentialScan
            );
            return Read(stream, file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommunityFormatException(file, 0, $"cannot be read: {fault.Message}", fault);
        }
    }

    public static RoundHistory Read(Stream stream, string file)
    {
        var lines = new LineReader(stream, file);
        var rows = new List<RoundRow>();
        while (lines.Read())
        {
            if (lines.IsTooLong)
                throw new CommunityFormatException(file, lines.Line, LineReader.TooLong);
            if (lines.Current.Trim(" \t"u8).Length > 0)
                rows.Add(Parse(lines.Current, file, lines.Line));
        }

        return new RoundHistory(rows.GroupBy(row => (row.Time, row.Kind)).Select(Join));
    }

    public static void Append(string path, IReadOnlyList<HistoryEntry> rounds)
    {
        StringBuilder text = Text(rounds);
        using var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

        // A last line without its end would swallow the first new one.
        if (stream.Length > 0)
        {
            stream.Seek(-1, SeekOrigin.End);
            if (stream.ReadByte() != '\n')
                text.Insert(0, '\n');
        }

        stream.Seek(0, SeekOrigin.End);
        stream.Write(Encoding.UTF8.GetBytes(text.ToString()));
        stream.Flush(flushToDisk: true);
    }

    public static void Write(string path, IReadOnlyList<HistoryEntry> rounds) =>
        WholeFile.Write(path, stream => stream.Write(Bytes(rounds)));

    public static byte[] Bytes(IReadOnlyList<HistoryEntry> rounds) => Encoding.UTF8.GetBytes(Text(rounds).ToString());

    private static StringBuilder Text(IReadOnlyList<HistoryEntry> rounds)
    {
        var text = new StringBuilder();
        foreach (RoundRow row in rounds.SelectMany(Split))
            text.Append(JsonSerializer.Serialize(row, s_json.RoundRow)).Append('\n');
        return text;
    }

    private static IEnumerable<RoundRow> Split(HistoryEntry round) =>
        [
            .. round.Groups.Select(group => new RoundRow
            {
                Time = round.Time,
                Kind = round.Kind,
                Met = [.. group],
            }),
            .. round
                .LeftOut.Chunk(LeftOutALine)
                .Select(ids => new RoundRow
                {
                    Time = round.Time,
                    Kind = round.Kind,
                    LeftOut = [.. ids],
                }),
        ];

    private static HistoryEntry Join(IGrouping<(DateTimeOffset? Time, IntroductionKind Kind), RoundRow> rows) =>
        new()
        {
            Time = rows.Key.Time!.Value,
            Kind = rows.Key.Kind,
            Groups = [.. rows.Select(row => row.Met).OfType<List<string>>()],
            LeftOut = [.. rows.SelectMany(row => row.LeftOut ?? [])],
        };

    private static RoundRow Parse(ReadOnlySpan<byte> json, string file, long line)
    {
        try
        {
            RoundRow row = JsonSerializer.Deserialize(json, RoundRowJson.Default.RoundRow) ?? throw new JsonException();
            row.Check();
            return row;
        }
        catch (JsonException fault)
        {
            string what =
                fault.InnerException is JsonException
                    ? JsonFault.Syntax(json, new JsonReaderState(new JsonReaderOptions { MaxDepth = int.MaxValue }), fault)
                    : $"is not as expected at {fault.Path ?? "$"}: a line is an object such as {{\"time\": \"2026-03-02T09:00:00Z\", "
                        + $"\"met\": [\"amelie\", \"bob\"]}}";
            throw new CommunityFormatException(file, line, FaultText.Printable(what), fault);
        }
        catch (ArgumentException fault)
        {
            throw new CommunityFormatException(file, line, FaultText.Printable(FaultText.Of(fault)), fault);
        }
    }
}

/// <summary>A line of the history: some who met, or some who were left out.</summary>
internal sealed class RoundRow
{
    public DateTimeOffset? Time { get; set; }

    public IntroductionKind Kind { get; set; }

    public List<string>? Met { get; set; }

    public List<string>? LeftOut { get; set; }

    /// <exception cref="ArgumentException">A value is missing or outside its range.</exception>
    public void Check()
    {
        if (Time is null)
            throw new ArgumentException("must be given", "time");
        if (Met is null == LeftOut is null)
            throw new ArgumentException("must hold either met or leftOut", "line");
        if (Met?.Count < 2)
            throw new ArgumentException("must name two members or more", "met");
        foreach (string id in Met ?? LeftOut!)
            Guard.Identifier(id, Met is null ? "leftOut" : "met");
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = 8,
    Converters = [typeof(MomentConverter), typeof(NameConverter<IntroductionKind>)]
)]
[JsonSerializable(typeof(RoundRow))]
internal sealed partial class RoundRowJson : JsonSerializerContext;
