namespace Matchmaking.Rounds;

/// <summary>Who sits in which group while groups are being made, unit by unit.</summary>
internal sealed class GroupSeats
{
    private readonly GroupUnits _units;
    private readonly GroupConstraints _constraints;
    private readonly GroupValue _value;
    private readonly double[] _values;
    private readonly int[] _groupOf;

    /// <param name="units">Who is to be seated.</param>
    /// <param name="constraints">What binds.</param>
    /// <param name="value">What counts.</param>
    /// <param name="sizes">The sizes of groups.</param>
    /// <param name="places">How many groups there can be; some may stay empty.</param>
    public GroupSeats(GroupUnits units, GroupConstraints constraints, GroupValue value, GroupSizes sizes, int places)
    {
        (_units, _constraints, _value, Sizes) = (units, constraints, value, sizes);
        Groups = [.. Enumerable.Range(0, places).Select(_ => new List<int>(sizes.Largest))];
        _values = new double[places];
        _groupOf = new int[units.All.Count];
        Array.Fill(_groupOf, -1);
    }

    public GroupSizes Sizes { get; }

    /// <summary>The members of each group.</summary>
    public List<int>[] Groups { get; }

    /// <summary>What a member more or less than asked for takes off.</summary>
    public double SizeStep => _value.SizeStep;

    /// <summary>The worth of everything, as <see cref="GroupValue"/> counts it.</summary>
    public double Total => _values.Sum();

    public int[] Members(int unit) => _units.All[unit];

    /// <summary>The group of an unit; −1: none.</summary>
    public int GroupOf(int unit) => _groupOf[unit];

    public int GroupOfMember(int member) => _groupOf[_units.Of[member]];

    public IEnumerable<int> Unseated() => Enumerable.Range(0, _groupOf.Length).Where(unit => _groupOf[unit] < 0);

    public bool HasRoom(int group, int unit, int limit) => Groups[group].Count + Members(unit).Length <= limit;

    /// <summary>Whether the group allows an unit beside those it has, on the way to being complete.</summary>
    public bool CanJoin(int group, int unit, bool complete) => Allows(group, -1, unit, complete, out _);

    public void Seat(int group, int unit)
    {
        _groupOf[unit] = group;
        Groups[group].AddRange(Members(unit));
        Revalue(group);
    }

    public void Unseat(int unit)
    {
        int group = _groupOf[unit];
        _groupOf[unit] = -1;
        foreach (int member in Members(unit))
            Groups[group].Remove(member);
        Revalue(group);
    }

    /// <summary>The group of each unit, to come back to.</summary>
    public int[] Snapshot() => [.. _groupOf];

    public void Restore(int[] snapshot)
    {
        foreach (List<int> group in Groups)
            group.Clear();
        Array.Fill(_groupOf, -1);
        Array.Clear(_values);
        for (int unit = 0; unit < snapshot.Length; unit++)
        {
            if (snapshot[unit] >= 0)
                Seat(snapshot[unit], unit);
        }
    }

    /// <summary>
    /// By how much the whole gains when an unit leaves a group (−1: none) and another (−1: none) comes; nothing is changed.
    /// </summary>
    public double Change(int group, int leaving, int coming)
    {
        Span<int> members = stackalloc int[Groups[group].Count + (coming < 0 ? 0 : Members(coming).Length)];
        return _value.InSearch(members[..Fill(members, group, leaving, coming)]) - _values[group];
    }

    /// <summary>Whether a group stays within all constraints when an unit leaves it (−1: none) and another (−1: none) comes.</summary>
    public bool Allows(int group, int leaving, int coming, bool complete, out int size)
    {
        Span<int> members = stackalloc int[Groups[group].Count + (coming < 0 ? 0 : Members(coming).Length)];
        size = Fill(members, group, leaving, coming);
        return _constraints.Allows(members[..size], complete);
    }

    /// <summary>What an unseated unit and the members of a group gain from each other.</summary>
    public double Attraction(int group, int unit)
    {
        double sum = 0;
        foreach (int member in Members(unit))
        {
            foreach (int other in Groups[group])
            {
                (float ofMember, float ofOther) = _value.Gains(member, other);
                sum += ofMember + ofOther;
            }
        }

        return sum;
    }

    private int Fill(Span<int> members, int group, int leaving, int coming)
    {
        int size = 0;
        foreach (int member in Groups[group])
        {
            if (_units.Of[member] != leaving)
                members[size++] = member;
        }

        if (coming >= 0)
        {
            foreach (int member in Members(coming))
                members[size++] = member;
        }

        return size;
    }

    private void Revalue(int group) =>
        _values[group] = _value.InSearch(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(Groups[group]));
}
