namespace Matchmaking.Members;

/// <summary>Checks that activities' parents exist and that no activity is, over any number of steps, its own parent.</summary>
internal static class ActivityParents
{
    private enum State : byte
    {
        Unknown,
        OnPath,
        Done,
    }

    /// <summary>
    /// What is wrong with each activity, by its position; null where nothing is. An activity below one at fault has the same fault. Every
    /// activity is walked over once, without recursion: a chain may be as long as the file.
    /// </summary>
    /// <param name="activities">The activities.</param>
    /// <param name="index">The position of each id.</param>
    public static string?[] Faults(IReadOnlyList<Activity> activities, IReadOnlyDictionary<string, int> index)
    {
        string?[] faults = new string?[activities.Count];
        var states = new State[activities.Count];
        var path = new List<int>();
        for (int start = 0; start < activities.Count; start++)
        {
            path.Clear();
            string? fault = Climb(start);
            foreach (int passed in path)
            {
                states[passed] = State.Done;
                faults[passed] = fault;
            }
        }

        return faults;

        string? Climb(int current)
        {
            while (true)
            {
                Activity activity = activities[current];
                if (states[current] == State.Done)
                    return faults[current];
                if (states[current] == State.OnPath)
                    return $"the parents of '{activity.Id}' lead back to it";
                states[current] = State.OnPath;
                path.Add(current);
                if (activity.Parent is not { } parent)
                    return null;
                if (!index.TryGetValue(parent, out current))
                    return $"the parent '{parent}' of '{activity.Id}' is not among the activities";
            }
        }
    }
}
