namespace Matchmaking.Evaluation;

/// <summary>Who attended what, in the forms that the baselines need; counts without any decay.</summary>
internal sealed class AttendanceTables
{
    public AttendanceTables(Community community)
    {
        Members = community.Members.Count;
        Activities = community.Activities.Count;
        Dictionary<string, int> index = community.Activities.Index().ToDictionary(a => a.Item.Id, a => a.Index);
        (int Member, int Event)[] visits =
        [
            .. community.Participations.Select(p => (community.IndexOf(p.MemberId), index[p.ActivityId])).Distinct(),
        ];
        Events = SparseRows.From(Members, [.. visits.Select(v => (v.Member, v.Event, 1.0))]);
        Groups = SparseRows.From(
            Members,
            [
                .. visits
                    .Where(v => community.Activities[v.Event].Parent is not null)
                    .Select(v => (v.Member, index[community.Activities[v.Event].Parent!], 1.0)),
            ]
        );
        Dictionary<string, int> vocabulary = [];
        int[][] terms =
        [
            .. community.Activities.Select(a =>
                Terms(a.Parent is null ? a.Name : $"{a.Name} {community.Activities[index[a.Parent]].Name}", vocabulary)
            ),
        ];
        Words = SparseRows.From(Members, [.. visits.SelectMany(v => terms[v.Event].Select(term => (v.Member, term, 1.0)))]);
        Vocabulary = vocabulary.Count;
    }

    public int Members { get; }

    public int Activities { get; }

    /// <summary>Members × activities: the events attended.</summary>
    public SparseRows Events { get; }

    /// <summary>Members × activities: how many events of each group.</summary>
    public SparseRows Groups { get; }

    /// <summary>
    /// Members × vocabulary: how often a word stands in the titles of their events and the names of those events' groups.
    /// </summary>
    public SparseRows Words { get; }

    public int Vocabulary { get; }

    /// <summary>Members × members: who shared an event of at most the given size.</summary>
    public SparseRows Contacts(int largest)
    {
        SparseRows attendees = Events.Transpose(Activities);
        HashSet<(int A, int B)> pairs = [];
        for (int e = 0; e < attendees.Rows; e++)
        {
            ReadOnlySpan<int> members = attendees.Columns(e);
            for (int i = 0; members.Length <= largest && i < members.Length; i++)
            {
                foreach (int other in members)
                {
                    if (other != members[i])
                        pairs.Add((members[i], other));
                }
            }
        }

        return SparseRows.From(Members, [.. pairs.Select(pair => (pair.A, pair.B, 1.0))]);
    }

    private static int[] Terms(string title, Dictionary<string, int> vocabulary)
    {
        List<int> terms = [];
        int start = 0;
        for (int i = 0; i <= title.Length; i++)
        {
            if (i < title.Length && char.IsLetterOrDigit(title[i]))
                continue;
            if (i - start > 1)
            {
                string word = title[start..i].ToLowerInvariant();
                if (!vocabulary.TryGetValue(word, out int term))
                    vocabulary.Add(word, term = vocabulary.Count);
                terms.Add(term);
            }

            start = i + 1;
        }

        return [.. terms];
    }
}
