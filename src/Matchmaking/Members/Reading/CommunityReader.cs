namespace Matchmaking.Members;

/// <summary>Reads a community: which files there are, in which order they are read, and that they fit together.</summary>
internal sealed class CommunityReader
{
    private const string MembersLines = "members.jsonl";
    private const string MembersArray = "members.json";
    private const string MembersTable = "members.csv";

    private readonly RowFaults _faults;
    private readonly string _folder;
    private readonly Func<string, Stream?> _open;

    private CommunityReader(string folder, RowFaults faults, Func<string, Stream?>? open = null)
    {
        _folder = folder;
        _faults = faults;
        _open = open ?? (file => Path.Exists(Path.Combine(folder, file)) ? InputFile.Open(Path.Combine(folder, file)) : null);
    }

    /// <summary>The names of all files that may be read.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [MembersLines, MembersArray, MembersTable, "activities.csv", "participations.csv", "interactions.csv", "outcomes.csv"];

    /// <exception cref="CommunityFormatException">A file is missing or not what it should be.</exception>
    public static Community Read(Func<string, Stream?> open, LoadOptions options)
    {
        var reader = new CommunityReader("", new RowFaults(options.Lenient, options.Tolerant), open);
        foreach (string file in options.Tolerant ? Files.Take(3) : Files.Take(2))
        {
            if (reader.TryReadMembers(file, out MemberReader members))
                return reader.ReadTables(members);
        }

        throw new CommunityFormatException(MembersLines, 0, "is missing");
    }

    /// <exception cref="CommunityFormatException">A file is missing or not what it should be.</exception>
    public static Community Read(string path, LoadOptions options)
    {
        var faults = new RowFaults(options.Lenient, options.Tolerant);
        if (Directory.Exists(path))
            return new CommunityReader(path, faults).ReadFolder();
        if (!File.Exists(path))
            throw new CommunityFormatException(path, 0, "there is no such file or folder");
        MemberReader members = new CommunityReader(Path.GetDirectoryName(Path.GetFullPath(path))!, faults).ReadMembers(
            Path.GetFileName(path)
        );
        return new Community(members.Members, members.Index, [], [], [], [], faults.Warnings);
    }

    private Community ReadFolder()
    {
        foreach ((string file, string meant) in NearNames.In(_folder))
            _faults.Add(file, 0, $"is a name that nothing reads; the file is called {meant}");
        return ReadTables(ReadMembers(FindMembers()));
    }

    private Community ReadTables(MemberReader members)
    {
        (List<Activity> activities, Dictionary<string, int> activityIndex) = ReadActivities();
        var check = new CommunityCheck(members.Index, activityIndex);
        List<Participation> participations = ReadRows("participations.csv", new ParticipationTable(), check.Fault);
        List<Interaction> interactions = ReadRows("interactions.csv", new InteractionTable(), check.Fault);
        List<Outcome> outcomes = ReadRows("outcomes.csv", new OutcomeTable(), check.Fault);
        return new Community(members.Members, members.Index, activities, participations, interactions, outcomes, _faults.Warnings);
    }

    private string FindMembers()
    {
        bool lines = Path.Exists(Path.Combine(_folder, MembersLines));
        bool array = Path.Exists(Path.Combine(_folder, MembersArray));
        if (lines && array)
            throw new CommunityFormatException(_folder, 0, $"holds both {MembersLines} and {MembersArray}; keep the one that counts");
        if (!lines && !array && _faults.Tolerant && Path.Exists(Path.Combine(_folder, MembersTable)))
            return MembersTable;
        if (!lines && !array)
            throw new CommunityFormatException(_folder, 0, $"holds neither {MembersLines} nor {MembersArray}");
        return lines ? MembersLines : MembersArray;
    }

    private MemberReader ReadMembers(string file) =>
        TryReadMembers(file, out MemberReader members) ? members : throw new CommunityFormatException(file, 0, "is missing");

    private bool TryReadMembers(string file, out MemberReader members)
    {
        members = new MemberReader(file, _faults);
        string extension = Path.GetExtension(file);
        if (extension.Equals(".json", StringComparison.OrdinalIgnoreCase))
            return Open(file, members.ReadArray);
        else if (
            extension.Equals(".jsonl", StringComparison.OrdinalIgnoreCase)
            || extension.Equals(".ndjson", StringComparison.OrdinalIgnoreCase)
        )
            return Open(file, members.ReadLines);
        else if (_faults.Tolerant && Path.GetExtension(file).ToLowerInvariant() is ".csv" or ".tsv" or ".txt")
            return Open(file, members.ReadTable);
        else
            throw new CommunityFormatException(file, 0, "a members file ends in .jsonl (a member a line) or .json (an array of members)");
    }

    private (List<Activity> Activities, Dictionary<string, int> Index) ReadActivities()
    {
        const string File = "activities.csv";
        var rows = new List<Activity>();
        var lines = new List<long>();
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        Open(File, stream => new ActivityTable().Read(stream, File, _faults, (row, line) =>
            {
                if (!index.TryAdd(row.Id, rows.Count))
                    return FormattableString.Invariant($"activity '{row.Id}': the id stands on line {lines[index[row.Id]]} already");
                rows.Add(row);
                lines.Add(line);
                return null;
            }));

        // Parents may stand below their children, so that they can be looked for only now.
        string?[] faults = ActivityParents.Faults(rows, index);
        var sound = new List<Activity>(rows.Count);
        var soundIndex = new Dictionary<string, int>(rows.Count, StringComparer.Ordinal);
        for (int i = 0; i < rows.Count; i++)
        {
            if (faults[i] is { } fault)
            {
                _faults.Add(File, lines[i], $"activity '{rows[i].Id}': {fault}");
                continue;
            }

            soundIndex.Add(rows[i].Id, sound.Count);
            sound.Add(rows[i]);
        }

        return (sound, soundIndex);
    }

    private List<T> ReadRows<T>(string file, Table<T> table, Func<T, string?> check)
        where T : class
    {
        var rows = new List<T>();
        Open(file, stream => table.Read(stream, file, _faults, (row, _) =>
            {
                if (check(row) is { } fault)
                    return fault;
                rows.Add(row);
                return null;
            }));
        return rows;
    }

    /// <summary>Whether there is the file; it is read then.</summary>
    private bool Open(string file, Action<Stream> read)
    {
        try
        {
            using Stream? stream = _open(file);
            if (stream is null)
                return false;
            read(_faults.Tolerant ? TextEncodings.Utf8(stream, file, _faults) : stream);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommunityFormatException(file, 0, $"cannot be read: {fault.Message}", fault);
        }
    }
}
