using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Matchmaking.Rounds;

/// <summary>
/// Past rounds as JSON lines, a meeting a line, so that no line grows with the community. Read as strictly as members are: what is misspelt
/// must not pass for what is left out.
/// </summary>
internal static class RoundHistoryFile
{
    private const int LeftOutALine = 1000;

    // People read these lines: letters as they are, not as numbers.
    private static readonly CommunityJson s_json = new(
        new JsonSerializerOptions(CommunityJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
    );

    public static RoundHistory Read(string path)
    {
        string file = Path.GetFileName(path);
        using Stream stream = InputFile.Open(path);
        try
        {
            return Read(stream, file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommunityFormatException(file, 0, $"cannot be read: {fault.Message}", fault);
        }
    }

    public static RoundHistory Read(Stream stream, string file)
    {
        var lines = new LineReader(stream, file, mayBeTorn: true);
        var rows = new List<RoundRow>();
        var warnings = new RowFaults(lenient: true);
        while (lines.Read())
        {
            if (lines.IsTooLong)
                throw new CommunityFormatException(file, lines.Line, LineReader.TooLong);
            if (!lines.IsEnded && IsTorn(lines.Current))
                warnings.Add(file, lines.Line, "the last line is cut short and left out; what stands before it counts");
            else if (lines.Current.Trim(" \t"u8).Length > 0)
                rows.Add(Parse(lines.Current, file, lines.Line));
        }

        return new RoundHistory(rows.GroupBy(row => (row.Time, row.Kind)).Select(Join), warnings.Warnings);
    }

    public static void Append(string path, IReadOnlyList<HistoryEntry> rounds) =>
        AppendedFile.Append(path, Bytes(rounds), last => IsTorn(last.Span));

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

    /// <summary>
    /// Whether a last line without an end is the beginning of one: an append that nobody could take back, as when the power fails.
    /// </summary>
    private static bool IsTorn(ReadOnlySpan<byte> line) =>
        !line.Trim(" \t\r"u8).IsEmpty
        && JsonFault.EndsEarly(line, new JsonReaderState(new JsonReaderOptions { MaxDepth = int.MaxValue }))
        && !JsonFault.IsWhole(line);

    private static RoundRow Parse(ReadOnlySpan<byte> json, string file, long line)
    {
        try
        {
            RoundRow row = JsonSerializer.Deserialize(json, CommunityJson.Default.RoundRow) ?? throw new JsonException();
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
