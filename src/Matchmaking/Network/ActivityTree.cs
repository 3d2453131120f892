using System.Collections.Frozen;

namespace Matchmaking;

/// <summary>Activities by position, with those that contain them.</summary>
internal sealed class ActivityTree
{
    private readonly FrozenDictionary<string, int> _index;
    private readonly int[] _parents;

    public ActivityTree(Community community)
    {
        Activities = community.Activities;
        _index = Activities.Index().ToFrozenDictionary(a => a.Item.Id, a => a.Index, StringComparer.Ordinal);
        _parents = [.. Activities.Select(a => a.Parent is { } parent ? _index[parent] : -1)];
    }

    public IReadOnlyList<Activity> Activities { get; }

    public int IndexOf(string id) => _index[id];

    public int ParentOf(int activity) => _parents[activity];

    /// <summary>Whether an activity lasts, so that people may come back to it.</summary>
    public bool Lasts(int activity) => Activities[activity].Kind != ActivityKind.Event;

    /// <summary>The activity and all that contain it, innermost first.</summary>
    public IEnumerable<int> Containing(int activity)
    {
        for (int a = activity; a >= 0; a = _parents[a])
            yield return a;
    }

    /// <summary>
    /// Where somebody who takes part in the activity may be met again: the lasting activities that contain it, innermost first; else the
    /// outermost event of all.
    /// </summary>
    public IEnumerable<int> PlacesOf(int activity)
    {
        bool any = false;
        int outermost = activity;
        foreach (int a in Containing(activity))
        {
            outermost = a;
            if (Lasts(a))
            {
                any = true;
                yield return a;
            }
        }

        if (!any)
            yield return outermost;
    }

    /// <summary>The innermost of the <see cref="PlacesOf"/> an activity.</summary>
    public int PlaceOf(int activity) => PlacesOf(activity).First();
}
