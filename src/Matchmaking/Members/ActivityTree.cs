using System.Collections.Frozen;
using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>Activities by position, with those that contain them. Activities do not change while a matchmaker lives.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ActivityTree
{
    private readonly FrozenDictionary<string, int> _index;
    private readonly int[] _parents;
    private readonly int[][] _containing;
    private readonly int[][] _places;

    private ActivityTree(IReadOnlyList<Activity> activities)
    {
        Activities = activities;
        _index = Activities.Index().ToFrozenDictionary(a => a.Item.Id, a => a.Index, StringComparer.Ordinal);
        _parents = [.. Activities.Select(a => a.Parent is { } parent ? _index[parent] : -1)];
        _containing = [.. Enumerable.Range(0, _parents.Length).Select(a => Ancestors(a).ToArray())];
        _places = Array.ConvertAll(_containing, all => all.Where(Lasts).ToArray() is { Length: > 0 } lasting ? lasting : [all[^1]]);
    }

    /// <param name="activities">Checked before: every id once, parents there, no circle.</param>
    internal static ActivityTree Of(IReadOnlyList<Activity> activities) => new(activities);

    /// <summary>All activities, by position.</summary>
    public IReadOnlyList<Activity> Activities { get; }

    internal int IndexOf(string id) => _index[id];

    internal bool TryIndexOf(string id, out int activity) => _index.TryGetValue(id, out activity);

    internal int ParentOf(int activity) => _parents[activity];

    /// <summary>Whether an activity lasts, so that people may come back to it.</summary>
    public bool Lasts(int activity) => Activities[activity].Kind != ActivityKind.Event;

    /// <summary>The activity and all that contain it, innermost first.</summary>
    public int[] Containing(int activity) => _containing[activity];

    /// <summary>
    /// Where somebody who takes part in the activity may be met again: the lasting activities that contain it, innermost first; else the
    /// outermost event of all.
    /// </summary>
    public int[] PlacesOf(int activity) => _places[activity];

    /// <summary>The innermost of the <see cref="PlacesOf"/> an activity.</summary>
    public int PlaceOf(int activity) => _places[activity][0];

    private IEnumerable<int> Ancestors(int activity)
    {
        for (int a = activity; a >= 0; a = _parents[a])
            yield return a;
    }
}
