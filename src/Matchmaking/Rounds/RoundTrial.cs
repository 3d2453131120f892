using System.Collections.Concurrent;

namespace Matchmaking.Rounds;

/// <summary>
/// Tries advice before it is given: plans the round again as it is advised, once for each change, and sees who meets somebody then. Not in
/// great communities, where that would take as long as the round itself.
/// </summary>
/// <param name="context">The round.</param>
/// <param name="unserved">How many of those whom it is to serve meet nobody.</param>
/// <param name="unmatched">How many meet nobody, those among them who only serve.</param>
internal sealed class RoundTrial(RoundContext context, int unserved, int unmatched)
{
    private const int MostMembers = 1000,
        MostInGroups = 300;

    private readonly ConcurrentDictionary<string, Lazy<Dictionary<int, int>?>> _tried = new(StringComparer.Ordinal);

    /// <summary>Whether the round is small enough for trials.</summary>
    public bool CanTry { get; } = context.Index.Members.Count <= (context.Options.GroupSize > 2 ? MostInGroups : MostMembers);

    /// <summary>
    /// How many others a member meets where the round is planned otherwise; null where it is nobody, or where no more are served by it.
    /// </summary>
    /// <param name="member">The member, who meets nobody as it is.</param>
    /// <param name="change">A name of the change: the same name is the same change.</param>
    /// <param name="options">The options with the change.</param>
    public int? Meets(int member, string change, Func<RoundOptions, RoundOptions> options)
    {
        if (!CanTry)
            return null;
        Dictionary<int, int>? found = _tried
            .GetOrAdd(change, _ => new Lazy<Dictionary<int, int>?>(() => Plan(context.With(options(context.Options)))))
            .Value;
        return found is not null && found.TryGetValue(member, out int others) ? others : null;
    }

    /// <summary>How many others each one meets; null where nothing is won.</summary>
    private Dictionary<int, int>? Plan(RoundContext changed)
    {
        RoundDraft draft = RoundPlanner.Draft(changed);
        Dictionary<int, int> meets = [];
        HashSet<int> served = [];
        foreach (int[] group in draft.Meetings)
        {
            served.Add(group[0]);
            if (!changed.IsDirected)
                served.UnionWith(group);
            foreach (int member in group)
                meets[member] = meets.GetValueOrDefault(member) + group.Length - 1;
        }

        int left = changed.Seekers().Count(member => !served.Contains(member)),
            without = Enumerable
                .Range(0, changed.Index.Members.Count)
                .Count(member =>
                    changed.Left[member] > 0 && (changed.Seeks(member) || changed.Serves(member)) && !meets.ContainsKey(member)
                );
        return left < unserved || (left == unserved && without < unmatched) ? meets : null;
    }
}
