namespace Matchmaking.Evaluation.Tests;

/// <summary>The real data, or a reason to skip the test; and tiny data in the same form.</summary>
internal static class Nashville
{
    private static readonly Lazy<(NashvilleMeetup? Data, string Reason)> s_data = new(() =>
    {
        try
        {
            return (NashvilleMeetup.Load(DataFolder.Find(NashvilleMeetup.Name, null)), "");
        }
        catch (DirectoryNotFoundException e)
        {
            return (null, e.Message);
        }
    });

    public static NashvilleMeetup Data
    {
        get
        {
            Assert.SkipWhen(s_data.Value.Data is null, s_data.Value.Reason);
            return s_data.Value.Data!;
        }
    }

    public static string Folder
    {
        get
        {
            _ = Data;
            return DataFolder.Find(NashvilleMeetup.Name, null);
        }
    }

    /// <summary>Data of the given events: group, days after the cut, who said yes.</summary>
    public static NashvilleMeetup Of(params (int Group, double Days, int[] Members)[] events)
    {
        NashvilleMeetup.Event[] rows =
        [
            .. events.Select((e, i) => new NashvilleMeetup.Event(i, e.Group, NashvilleSplit.TestCut.AddDays(e.Days), $"event {i}")),
        ];
        return new NashvilleMeetup
        {
            Events = rows,
            Groups = [.. events.Select(e => e.Group).Distinct().Select(g => new NashvilleMeetup.Group(g, $"group {g}", "Games"))],
            Rsvps = [.. events.SelectMany((e, i) => e.Members.Select(m => new NashvilleMeetup.Rsvp(rows[i], m)))],
        };
    }
}
