using System.Globalization;

namespace Matchmaking.Learning;

/// <summary>
/// The series to which each occasion belongs: what a place does on one weekday at one hour, or under one title. Who comes on Tuesday
/// evenings meets others than who comes on Saturdays.
/// </summary>
internal static class SeriesColumns
{
    /// <summary>By place, weekday and hour (UTC); a place without events is one series.</summary>
    public static (int[][] Of, int Count) ByHour(MemberNetwork network) =>
        Number(network, (place, activity, time) =>
            network.Tree.Lasts(activity) || time is not { } t
                ? (place, "")
                : (place, string.Create(CultureInfo.InvariantCulture, $"{(int)t.DayOfWeek} {t.Hour}"))
        );

    /// <summary>By place and title, without digits and marks: "Game night #12" and "Game night #13" are one series.</summary>
    public static (int[][] Of, int Count) ByTitle(MemberNetwork network)
    {
        string?[] titles = new string?[network.Tree.Activities.Count];
        return Number(network, (place, activity, _) =>
            network.Tree.Lasts(activity) ? (place, "") : (place, titles[activity] ??= Normalise(network.Tree.Activities[activity].Name))
        );
    }

    internal static string Normalise(string title) =>
        string.Join(' ', TextTokenizer.Tokenize(title).Where(word => !word.Any(char.IsDigit)));

    private static (int[][] Of, int Count) Number(MemberNetwork network, Func<int, int, DateTimeOffset?, (int, string)> key)
    {
        Dictionary<(int, string), int> index = [];
        int[][] columns = new int[network.Log.Occasions.Count][];
        for (int o = 0; o < columns.Length; o++)
        {
            (int activity, DateTimeOffset? time) = network.Log.Occasions[o];
            (int, string) series = key(network.Tree.PlaceOf(activity), activity, time);
            if (!index.TryGetValue(series, out int number))
                index.Add(series, number = index.Count);
            columns[o] = [number];
        }

        return (columns, index.Count);
    }
}
