namespace Matchmaking.Rounds;

/// <summary>
/// Which of the rules of groups a host would have to loosen so that a member gets a group: by trying. Rules that would change nothing are
/// never named.
/// </summary>
internal sealed class GroupAdvice
{
    /// <summary>
    /// So many ways to add somebody to a group are looked at for one rule: a bound in steps, so that the advice does not depend on the
    /// machine.
    /// </summary>
    private const int MostTries = 2_000;

    private readonly RoundContext _context;
    private readonly int[] _unmatched;
    private readonly int[] _everybody;
    private readonly QuotaCheck[] _quotas;

    /// <param name="context">The round.</param>
    /// <param name="others">Those who were invited.</param>
    /// <param name="unmatched">Those of them who meet nobody.</param>
    public GroupAdvice(RoundContext context, IEnumerable<int> others, HashSet<int> unmatched)
    {
        _context = context;
        int[] open = [.. others.Where(other => context.Left[other] > 0)];
        _unmatched = [.. open.Where(unmatched.Contains)];
        _everybody = [.. _unmatched, .. open.Where(other => !unmatched.Contains(other))];
        _quotas = [.. context.Options.Groups.Quotas.Select(quota => new QuotaCheck(quota, context.Index.Members))];
    }

    private enum Rule
    {
        None,
        CommonHours,
        Quotas,
        SharedLanguage,
    }

    /// <summary>
    /// What to loosen, by name, with how many others the member meets then: the first change by which the round, planned again, serves the
    /// member, and more than it does. In great communities, where that takes too long, a group that could be found without the rule.
    /// </summary>
    public Relaxation? For(int member, RoundTrial trial, Phrases phrases) =>
        trial.CanTry ? Tried(member, trial, phrases)
        : Found(member) is { } phrase ? Lift(0, phrases.Count(phrase, 0))
        : null;

    /// <summary>Whether a group of the round has room for one who sits out, if groups may have one more.</summary>
    public int? Joins(int member, IReadOnlyList<int[]> groups)
    {
        Dictionary<(int, int), bool> pairs = [];
        foreach (int[] group in groups.Take(MostTries))
        {
            List<int> joined = [.. group, member];
            if (
                group.Length == _context.Options.GroupSize
                && Array.TrueForAll(group, other => AllowsPair(member, other, pairs))
                && Allows(joined, complete: true, Rule.None)
            )
                return group.Length;
        }

        return null;
    }

    private Relaxation? Tried(int member, RoundTrial trial, Phrases phrases)
    {
        GroupRoundOptions rules = _context.Options.Groups;
        double asked = rules.CommonHours;
        foreach (double hours in new[] { asked - 1, Math.Floor(asked / 2), 0 }.Where(hours => hours >= 0 && hours < asked).Distinct())
        {
            if (Try($"hours {hours}", groups => groups with { CommonHours = hours }) is { } others)
                return Lift(others, phrases.Count("RelaxCommonHours", hours));
        }

        foreach (GroupQuota quota in rules.Quotas)
        {
            GroupQuota[] without = [.. rules.Quotas.Where(other => !ReferenceEquals(other, quota))];
            string name = quota.Attribute + (quota.Value is null ? "" : $" = {quota.Value}");
            if (Try($"quota {rules.Quotas.ToList().IndexOf(quota)}", groups => groups with { Quotas = without }) is { } others)
                return Lift(others, phrases.Format("RelaxQuotas", name));
        }

        if (rules.SharedLanguage && Try("language", groups => groups with { SharedLanguage = false }) is { } speaking)
            return Lift(speaking, phrases["RelaxSharedLanguage"]);
        foreach (int size in new[] { _context.Options.GroupSize - 1, _context.Options.GroupSize + 1 }.Where(size => size is >= 3 and <= 12))
        {
            if (trial.Meets(member, $"size {size}", options => options with { GroupSize = size }) is { } others)
                return Lift(others, phrases.Format("RelaxGroupSize", size));
        }

        return null;

        int? Try(string change, Func<GroupRoundOptions, GroupRoundOptions> changed) =>
            trial.Meets(member, change, options => options with { Groups = changed(options.Groups) });
    }

    /// <summary>The phrase of the rule without which a group could be found; null where no rule by itself is in the way.</summary>
    private string? Found(int member)
    {
        Dictionary<(int, int), bool> pairs = [];

        // Where a group could be found among everybody, it is the others' seats that are missing, and only those without a group can help.
        int[] pool = CanSeat(member, _everybody, Rule.None, pairs) ? _unmatched : _everybody;
        GroupRoundOptions rules = _context.Options.Groups;
        if (rules.CommonHours > 0 && CanSeat(member, pool, Rule.CommonHours, pairs))
            return "RelaxCommonHours";
        if (_quotas.Length > 0 && CanSeat(member, pool, Rule.Quotas, pairs))
            return "RelaxAllQuotas";
        return rules.SharedLanguage && CanSeat(member, pool, Rule.SharedLanguage, pairs) ? "RelaxSharedLanguage" : null;
    }

    private static Relaxation Lift(int others, string text) =>
        new()
        {
            Rules = [],
            Members = others,
            Text = text,
        };

    private bool CanSeat(int member, int[] pool, Rule without, Dictionary<(int, int), bool> pairs)
    {
        int smallest = _context.Options.OddOnesSitOut ? _context.Options.GroupSize : Math.Max(3, _context.Options.GroupSize - 1);
        var group = new List<int>(smallest) { member };
        int tries = 0;
        return Extend(0);

        bool Extend(int next)
        {
            if (group.Count == smallest)
                return Allows(group, complete: true, without);
            for (int i = next; i < pool.Length && tries < MostTries; i++)
            {
                int other = pool[i];
                if (group.Contains(other))
                    continue;
                tries++;
                if (!group.TrueForAll(seated => AllowsPair(seated, other, pairs)))
                    continue;
                group.Add(other);
                if (Allows(group, complete: false, without) && Extend(i + 1))
                    return true;
                group.RemoveAt(group.Count - 1);
            }

            return false;
        }
    }

    private bool Allows(List<int> group, bool complete, Rule without)
    {
        _context.CancellationToken.ThrowIfCancellationRequested();
        int[] members = [.. group];
        if (without != Rule.Quotas && !Array.TrueForAll(_quotas, quota => quota.Allows(members, complete)))
            return false;
        CommunityIndex index = _context.Index;
        if (without != Rule.SharedLanguage && _context.Options.Groups.SharedLanguage && !ShareLanguage(members))
            return false;
        double least = Math.Max(without == Rule.CommonHours ? 0 : _context.Options.Groups.CommonHours, index.Options.MinimumCommonHours);
        var day = DateOnly.FromDateTime(_context.Now.UtcDateTime);
        return least <= 0
            || !index.HasHours
            || WeekHours.CommonToAll(members.Select(member => index.HoursFrom(day, member))) is not { } hours
            || hours >= least;
    }

    private bool ShareLanguage(int[] members)
    {
        Member[] tell = [.. members.Select(member => _context.Index.Members[member]).Where(member => member.Languages.Count > 0)];
        return tell.Length < 2
            || tell[0].Languages.Any(language => Array.TrueForAll(tell, member => Languages.Speaks(member.Languages, language)));
    }

    private bool AllowsPair(int a, int b, Dictionary<(int, int), bool> known)
    {
        (int, int) key = a < b ? (a, b) : (b, a);
        if (known.TryGetValue(key, out bool allowed))
            return allowed;
        (string idA, string idB) = (_context.Index.Members[a].Id, _context.Index.Members[b].Id);
        using PairQuery query = _context.Query(a);
        return known[key] =
            !_context.Options.Groups.Apart.Any(set => set.Contains(idA) && set.Contains(idB))
            && _context.Allows(_context.Rules(query), b)
            && (_context.Options.MinimumScore == 0 || _context.Scorer.Score(query, b).Score >= _context.Options.MinimumScore);
    }
}
