using System.Text.Unicode;

namespace Matchmaking.Members;

/// <summary>Reads the members file: JSON lines, a JSON array, or a table.</summary>
internal sealed class MemberReader(string file, RowFaults faults)
{
    public const string Empty = "is empty; a community needs at least one member";

    private readonly List<Member> _members = [];
    private readonly List<long> _lines = [];
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly MemberRepair _repair = new(file, faults);
    private bool _anyRow;

    public IReadOnlyList<Member> Members => _members;

    public Dictionary<string, int> Index => _index;

    public void ReadLines(Stream stream)
    {
        var lines = new LineReader(stream, file);
        while (lines.Read())
        {
            if (lines.IsTooLong)
                Refuse(lines.Line, LineReader.TooLong);
            else if (!lines.Current.Trim(" \t\r"u8).IsEmpty)
                Add(lines.Current, lines.Line);
        }

        RequireAny();
    }

    public void ReadArray(Stream stream)
    {
        var elements = new MemberArrayReader(stream, file);
        while (elements.Read())
        {
            if (!Utf8.IsValid(elements.Current))
                throw new CommunityFormatException(file, elements.Line, Utf8Text.NotUtf8);
            Add(elements.Current, elements.Line);
        }

        RequireAny();
    }

    public void ReadTable(Stream stream)
    {
        MemberTable.Read(stream, file, faults, (json, line) => Add(json, line));
        RequireAny();
    }

    private void Add(ReadOnlySpan<byte> json, long line)
    {
        _anyRow = true;
        if (!MemberParser.TryParse(json, out Member? member, out RowFault? fault) && !_repair.TryRepair(json, line, out member))
        {
            faults.Add(file, line + fault.LineOffset, fault.Message, fault.Cause);
        }
        else if (!_index.TryAdd(member.Id, _members.Count))
        {
            Refuse(line, FormattableString.Invariant($"member '{member.Id}': the id stands on line {_lines[_index[member.Id]]} already"));
        }
        else
        {
            _members.Add(member);
            _lines.Add(line);
        }
    }

    private void Refuse(long line, string message)
    {
        _anyRow = true;
        faults.Add(file, line, message);
    }

    private void RequireAny()
    {
        _repair.TellUnknown();
        if (_members.Count > 0)
            return;
        string first = faults.Warnings.Count > 0 ? $"; the first fault: {faults.Warnings[0]}" : "";
        throw new CommunityFormatException(file, 0, _anyRow ? $"holds no member without fault{first}" : Empty);
    }
}
