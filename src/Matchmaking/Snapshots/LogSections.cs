namespace Matchmaking;

/// <summary>Activities, and who did what: rows name members and activities by position.</summary>
internal static class LogSections
{
    public static void Write(SectionWriter writer, IReadOnlyList<Activity> activities)
    {
        writer.Write(activities.Count);
        foreach (Activity activity in activities)
        {
            writer.WriteArray<char>(activity.Id);
            writer.WriteArray<char>(activity.Name);
            writer.Write((int)activity.Kind);
            writer.WriteTime(activity.Time);
            writer.WriteStrings(activity.Text is { } text ? [text] : []);
            writer.WriteStrings(activity.Parent is { } parent ? [parent] : []);
        }
    }

    public static Activity[] ReadActivities(SectionReader reader)
    {
        List<Activity> activities = [];
        for (int left = reader.ReadCount(int.MaxValue); left > 0; left--)
        {
            activities.Add(
                new Activity
                {
                    Id = reader.ReadString(),
                    Name = reader.ReadString(),
                    Kind = (ActivityKind)reader.Read<int>(),
                    Time = reader.ReadTime(),
                    Text = reader.ReadStrings() is [string text] ? text : null,
                    Parent = reader.ReadStrings() is [string parent] ? parent : null,
                }
            );
        }

        reader.End();
        var index = new Dictionary<string, int>(activities.Count, StringComparer.Ordinal);
        foreach (Activity activity in activities)
            index.Add(activity.Id, index.Count);
        return Array.Find(ActivityParents.Faults(activities, index), fault => fault is not null) is { } fault
            ? throw new InvalidDataException(fault)
            : [.. activities];
    }

    public static void WriteParticipations(SectionWriter writer, LiveCommunity community) =>
        WriteRows(writer, community.Participations, rows =>
        {
            WriteTimes(writer, rows, row => row.Time);
        });

    public static EventLog<Participation> ReadParticipations(SectionReader reader, Member[] members, Activity[] activities) =>
        ReadRows<Participation>(reader, members.Length, activities.Length, (from, to) =>
        {
            Func<int, DateTimeOffset?> times = ReadTimes(reader, from.Length);
            return i => new Participation
            {
                Member = members[from[i]].Id,
                Activity = activities[to[i]].Id,
                Time = times(i),
            };
        });

    public static void WriteInteractions(SectionWriter writer, LiveCommunity community) => WriteRows(writer, community.Interactions, rows =>
        {
            string[] kinds = [.. rows.Select(row => row.Kind).Distinct(StringComparer.Ordinal)];
            writer.WriteStrings(kinds);
            writer.WriteArray<int>([.. rows.Select(row => Array.IndexOf(kinds, row.Kind))]);
            writer.WriteArray<double>([.. rows.Select(row => row.Weight)]);
            WriteTimes(writer, rows, row => row.Time);
        });

    public static EventLog<Interaction> ReadInteractions(SectionReader reader, Member[] members) =>
        ReadRows<Interaction>(reader, members.Length, members.Length, (from, to) =>
        {
            string[] kinds = reader.ReadStrings();
            int[] kind = reader.ReadPositions(kinds.Length - 1);
            double[] weights = reader.ReadArray<double>();
            Func<int, DateTimeOffset?> times = ReadTimes(reader, from.Length);
            return i => new Interaction
            {
                From = members[from[i]].Id,
                To = members[to[i]].Id,
                Kind = kinds[kind[i]],
                Weight = weights[i],
                Time = times(i) ?? throw new InvalidDataException("a row has no time"),
            };
        });

    public static void WriteOutcomes(SectionWriter writer, LiveCommunity community) => WriteRows(writer, community.Outcomes, rows =>
        {
            writer.WriteArray<int>([.. rows.Select(row => (int)row.Kind)]);
            writer.WriteArray<double>([.. rows.Select(row => row.Rating ?? 0)]);
            WriteTimes(writer, rows, row => row.Time);
        });

    public static EventLog<Outcome> ReadOutcomes(SectionReader reader, Member[] members) =>
        ReadRows<Outcome>(reader, members.Length, members.Length, (from, to) =>
        {
            int[] kinds = reader.ReadArray<int>();
            double[] ratings = reader.ReadArray<double>();
            Func<int, DateTimeOffset?> times = ReadTimes(reader, from.Length);
            return i => new Outcome
            {
                From = members[from[i]].Id,
                To = members[to[i]].Id,
                Kind = (OutcomeKind)kinds[i],
                Rating = ratings[i] == 0 ? null : ratings[i],
                Time = times(i) ?? throw new InvalidDataException("a row has no time"),
            };
        });

    private static void WriteRows<T>(SectionWriter writer, EventLog<T> log, Action<T[]> write)
        where T : class
    {
        EventLog<T>.Entry[] entries = [.. log.Entries];
        writer.WriteArray<int>(Array.ConvertAll(entries, entry => entry.First));
        writer.WriteArray<int>(Array.ConvertAll(entries, entry => entry.Second));
        write(Array.ConvertAll(entries, entry => entry.Row!));
    }

    private static EventLog<T> ReadRows<T>(SectionReader reader, int firsts, int seconds, Func<int[], int[], Func<int, T>> read)
        where T : class
    {
        int[] first = reader.ReadPositions(firsts - 1),
            second = reader.ReadPositions(seconds - 1);
        if (first.Length != second.Length)
            throw new InvalidDataException("rows have one end alone");
        Func<int, T> row = read(first, second);
        reader.End();
        return EventLog<T>.From(first.Length, i => (first[i], second[i], row(i)), firsts, seconds);
    }

    private static void WriteTimes<T>(SectionWriter writer, T[] rows, Func<T, DateTimeOffset?> time)
    {
        // −1: none. Ticks are at least 0.
        writer.WriteArray<long>(Array.ConvertAll(rows, row => time(row)?.Ticks ?? -1));
        writer.WriteArray<short>(Array.ConvertAll(rows, row => (short)(time(row)?.TotalOffsetMinutes ?? 0)));
    }

    private static Func<int, DateTimeOffset?> ReadTimes(SectionReader reader, int count)
    {
        long[] ticks = reader.ReadArray<long>();
        short[] offsets = reader.ReadArray<short>();
        if (ticks.Length != count || offsets.Length != count)
            throw new InvalidDataException("rows and times are not as many");
        return i => ticks[i] == -1 ? null : new DateTimeOffset(ticks[i], TimeSpan.FromMinutes(offsets[i]));
    }
}
