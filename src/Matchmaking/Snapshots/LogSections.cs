namespace Matchmaking.Snapshots;

/// <summary>Activities, and who did what: rows name members and activities by position.</summary>
internal static class LogSections
{
    private const int None = -1;

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
            writer.Write(activity.Location is not null);
            if (activity.Location is { } location)
            {
                writer.Write(location.Latitude);
                writer.Write(location.Longitude);
                writer.WriteStrings(location.Place is { } place ? [place] : []);
            }

            writer.WriteStrings(activity.Languages);
            writer.WriteTime(activity.Ended);
            writer.Write(activity.Capacity ?? None);
            writer.Write(activity.Difficulty ?? None);
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
                    Location = reader.ReadBool()
                        ? new Location
                        {
                            Latitude = reader.Read<double>(),
                            Longitude = reader.Read<double>(),
                            Place = reader.ReadStrings() is [string place] ? place : null,
                        }
                        : null,
                    Languages = reader.ReadStrings(),
                    Ended = reader.ReadTime(),
                    Capacity = reader.Read<int>() is var capacity and not None ? capacity : null,
                    Difficulty = reader.Read<int>() is var difficulty and not None ? difficulty : null,
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
                MemberId = members[from[i]].Id,
                ActivityId = activities[to[i]].Id,
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
            if (kind.Length != from.Length)
                throw new InvalidDataException("rows and kinds are not as many");
            double[] weights = reader.ReadExactly<double>(from.Length);
            Func<int, DateTimeOffset?> times = ReadTimes(reader, from.Length);
            return i => new Interaction
            {
                FromId = members[from[i]].Id,
                ToId = members[to[i]].Id,
                Kind = kinds[kind[i]],
                Weight = weights[i],
                Time = times(i),
            };
        });

    public static void WriteOutcomes(SectionWriter writer, LiveCommunity community) => WriteRows(writer, community.Outcomes, rows =>
        {
            writer.WriteArray<int>([.. rows.Select(row => (int)row.Kind)]);
            writer.WriteArray<double>([.. rows.Select(row => row.Rating ?? 0)]);
            WriteTimes(writer, rows, row => row.Time);
            WriteTexts(writer, rows, row => row.SuggestionId);
            writer.WriteArray<int>([.. rows.Select(row => row.Rank ?? None)]);
            writer.WriteArray<double>([.. rows.Select(row => row.Score ?? None)]);
            WriteTexts(writer, rows, row => row.Policy);
            writer.WriteArray<double>([.. rows.Select(row => row.Propensity ?? None)]);
        });

    public static EventLog<Outcome> ReadOutcomes(SectionReader reader, Member[] members) =>
        ReadRows<Outcome>(reader, members.Length, members.Length, (from, to) =>
        {
            int[] kinds = reader.ReadExactly<int>(from.Length);
            double[] ratings = reader.ReadExactly<double>(from.Length);
            Func<int, DateTimeOffset?> times = ReadTimes(reader, from.Length);
            Func<int, string?> suggestions = ReadTexts(reader, from.Length);
            int[] ranks = reader.ReadExactly<int>(from.Length);
            double[] scores = reader.ReadExactly<double>(from.Length);
            Func<int, string?> policies = ReadTexts(reader, from.Length);
            double[] propensities = reader.ReadExactly<double>(from.Length);
            return i => new Outcome
            {
                FromId = members[from[i]].Id,
                ToId = members[to[i]].Id,
                Kind = (OutcomeKind)kinds[i],
                Rating = ratings[i] == 0 ? null : ratings[i],
                Time = times(i),
                SuggestionId = suggestions(i),
                Rank = ranks[i] == None ? null : ranks[i],
                Score = scores[i] == None ? null : scores[i],
                Policy = policies(i),
                Propensity = propensities[i] == None ? null : propensities[i],
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

    // Each text once, and by row its number from 1; 0: none.
    private static void WriteTexts<T>(SectionWriter writer, T[] rows, Func<T, string?> text)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] chosen = Array.ConvertAll(rows, row =>
        {
            if (text(row) is not { } own)
                return 0;
            if (!numbers.TryGetValue(own, out int number))
                numbers.Add(own, number = numbers.Count + 1);
            return number;
        });
        writer.WriteStrings(numbers.Keys);
        writer.WriteArray<int>(chosen);
    }

    private static Func<int, string?> ReadTexts(SectionReader reader, int count)
    {
        string[] texts = reader.ReadStrings();
        int[] chosen = reader.ReadPositions(texts.Length);
        if (chosen.Length != count)
            throw new InvalidDataException("rows and texts are not as many");
        return i => chosen[i] == 0 ? null : texts[chosen[i] - 1];
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
