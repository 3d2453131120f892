namespace Matchmaking.Rounds;

/// <summary>
/// Of a few units the best division into groups, with as few left out as possible, exactly: the best of every set of them is the better of
/// leaving its first out and of every group that holds the first beside the best of the rest (dynamic programming over sets; Held and Karp
/// 1962). For one thread.
/// </summary>
internal sealed class ExactGrouping(
    RoundContext context,
    GroupUnits units,
    GroupConstraints constraints,
    GroupValue value,
    GroupSizes sizes
)
{
    /// <summary>Beyond so many the sets become too many.</summary>
    public const int MostUnits = 16;

    private readonly List<int> _members = [];
    private double[] _values = [];
    private readonly Dictionary<int, int> _tiers = [];
    private int[] _few = [];
    private int[] _allowed = [];

    /// <summary>The best groups, each a list of units; who is in none is left out.</summary>
    /// <param name="few">The units, at most <see cref="MostUnits"/>; of divisions of equal worth the first ones decide.</param>
    /// <param name="worth">What the division is worth.</param>
    public List<int[]> Solve(int[] few, out GroupingWorth worth)
    {
        FindGroups(few);
        GroupingWorth[] own = Worths(few);
        var best = new GroupingWorth[_values.Length];
        int[] choice = new int[best.Length];
        for (int set = 1; set < best.Length; set++)
        {
            if ((set & 1023) == 0)
                context.CancellationToken.ThrowIfCancellationRequested();
            int first = set & -set,
                rest = set ^ first;
            best[set] = best[rest];
            for (int with = rest; ; with = (with - 1) & rest)
            {
                if (!double.IsNaN(_values[with | first]))
                {
                    GroupingWorth found = best[rest ^ with] + own[with | first];
                    if (found.CompareTo(best[set]) > 0)
                        (best[set], choice[set]) = (found, with | first);
                }

                if (with == 0)
                    break;
            }
        }

        worth = best[^1];
        List<int[]> groups = [];
        for (int set = best.Length - 1; set != 0; set ^= choice[set] == 0 ? set & -set : choice[set])
        {
            if (choice[set] != 0)
                groups.Add([.. few.Where((_, i) => (choice[set] >> i & 1) != 0)]);
        }

        return groups;
    }

    /// <summary>What it is worth that some of a few are seated, whoever sits with whom.</summary>
    public GroupingWorth WorthOf(int[] few, Func<int, bool> isSeated)
    {
        UInt128[] waiting = Waiting(few);
        var worth = default(GroupingWorth);
        for (int i = 0; i < few.Length; i++)
        {
            if (isSeated(few[i]))
                worth += new GroupingWorth(units.All[few[i]].Length, waiting[i], 0, 0, 0);
        }

        return worth;
    }

    /// <summary>All groups that can be: a number each, by the set of the units.</summary>
    private void FindGroups(int[] few)
    {
        (_few, _allowed, _values) = (few, new int[few.Length], new double[1 << few.Length]);
        Array.Fill(_values, double.NaN);
        for (int i = 0; i < few.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (!units.All[few[i]].All(a => Array.TrueForAll(units.All[few[j]], b => constraints.AllowsPair(a, b))))
                    continue;
                _allowed[i] |= 1 << j;
                _allowed[j] |= 1 << i;
            }
        }

        _members.Clear();
        _tiers.Clear();
        Extend(0, -1, (1 << few.Length) - 1);
    }

    private void Extend(int set, int last, int allowed)
    {
        if (_members.Count >= sizes.Smallest)
        {
            Span<int> members = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_members);
            if (constraints.Allows(members, complete: true))
                (_values[set], _tiers[set]) = (value.Of(members), value.Tiers(members));
        }

        for (int next = last + 1; next < _few.Length; next++)
        {
            int[] coming = units.All[_few[next]];
            if ((allowed >> next & 1) == 0 || _members.Count + coming.Length > sizes.Largest)
                continue;
            _members.AddRange(coming);
            Extend(set | (1 << next), next, allowed & _allowed[next]);
            _members.RemoveRange(_members.Count - coming.Length, coming.Length);
        }
    }

    private GroupingWorth[] Worths(int[] few)
    {
        UInt128[] waiting = Waiting(few);
        var worths = new GroupingWorth[_values.Length];
        for (int set = 1; set < worths.Length; set++)
        {
            if (double.IsNaN(_values[set]))
                continue;
            for (int i = 0; i < few.Length; i++)
            {
                if ((set >> i & 1) != 0)
                    worths[set] += new GroupingWorth(units.All[few[i]].Length, waiting[i], 0, 0, 0);
            }

            worths[set] = worths[set] with
            {
                Off = Math.Abs(worths[set].Served - context.Options.GroupSize),
                Value = _values[set],
                Tiers = _tiers[set],
            };
        }

        return worths;
    }

    /// <summary>One who waited longer counts for more than all who waited less together.</summary>
    private UInt128[] Waiting(int[] few)
    {
        int[] precedences = Array.ConvertAll(few, unit => units.All[unit].Max(context.Past.Precedence));
        int[] levels = [.. precedences.Append(0).Distinct().Order()];
        var weights = new UInt128[levels.Length];
        for (int level = 1; level < weights.Length; level++)
            weights[level] = level == 1 ? 1 : weights[level - 1] * (UInt128)(few.Length + 1);
        return Array.ConvertAll(precedences, precedence => weights[Array.BinarySearch(levels, precedence)]);
    }
}

/// <summary>
/// What a division into groups is worth: first how many are served, then that those come first who were left out, then earlier tiers of
/// the host's rules, then the sizes, then what members gain.
/// </summary>
/// <param name="Served">How many members are in a group.</param>
/// <param name="Waiting">How much those waited who are.</param>
/// <param name="Tiers">The sum of the tiers of those who meet.</param>
/// <param name="Off">By how many in all the groups are larger or smaller than asked for.</param>
/// <param name="Value">What <see cref="GroupValue"/> says.</param>
internal readonly record struct GroupingWorth(int Served, UInt128 Waiting, int Tiers, int Off, double Value) : IComparable<GroupingWorth>
{
    public static GroupingWorth operator +(GroupingWorth a, GroupingWorth b) =>
        new(a.Served + b.Served, a.Waiting + b.Waiting, a.Tiers + b.Tiers, a.Off + b.Off, a.Value + b.Value);

    public int CompareTo(GroupingWorth other)
    {
        int serves = CompareService(other);
        return serves != 0 ? serves
            : Tiers != other.Tiers ? other.Tiers.CompareTo(Tiers)
            : Off != other.Off ? other.Off.CompareTo(Off)
            : Value.CompareTo(other.Value);
    }

    /// <summary>Who is served alone.</summary>
    public int CompareService(GroupingWorth other) =>
        Served != other.Served ? Served.CompareTo(other.Served) : Waiting.CompareTo(other.Waiting);
}
