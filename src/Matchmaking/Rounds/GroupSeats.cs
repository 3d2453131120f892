namespace Matchmaking;

/// <summary>Who sits in which group while groups are being made, atom by atom.</summary>
internal sealed class GroupSeats
{
    private readonly GroupAtoms _atoms;
    private readonly GroupConstraints _constraints;
    private readonly GroupValue _value;
    private readonly double[] _values;
    private readonly int[] _groupOf;

    /// <param name="atoms">Who is to be seated.</param>
    /// <param name="constraints">What binds.</param>
    /// <param name="value">What counts.</param>
    /// <param name="sizes">The sizes of groups.</param>
    /// <param name="places">How many groups there can be; some may stay empty.</param>
    public GroupSeats(GroupAtoms atoms, GroupConstraints constraints, GroupValue value, GroupSizes sizes, int places)
    {
        (_atoms, _constraints, _value, Sizes) = (atoms, constraints, value, sizes);
        Groups = [.. Enumerable.Range(0, places).Select(_ => new List<int>(sizes.Largest))];
        _values = new double[places];
        _groupOf = new int[atoms.Atoms.Count];
        Array.Fill(_groupOf, -1);
    }

    public GroupSizes Sizes { get; }

    /// <summary>The members of each group.</summary>
    public List<int>[] Groups { get; }

    /// <summary>The worth of everything, as <see cref="GroupValue"/> counts it.</summary>
    public double Total => _values.Sum();

    public int[] Members(int atom) => _atoms.Atoms[atom];

    /// <summary>The group of an atom; −1: none.</summary>
    public int GroupOf(int atom) => _groupOf[atom];

    public int GroupOfMember(int member) => _groupOf[_atoms.Of[member]];

    public IEnumerable<int> Unseated() => Enumerable.Range(0, _groupOf.Length).Where(atom => _groupOf[atom] < 0);

    public bool HasRoom(int group, int atom, int limit) => Groups[group].Count + Members(atom).Length <= limit;

    /// <summary>Whether the group allows an atom beside those it has, on the way to being complete.</summary>
    public bool CanJoin(int group, int atom, bool complete) => Allows(group, -1, atom, complete, out _);

    public void Seat(int group, int atom)
    {
        _groupOf[atom] = group;
        Groups[group].AddRange(Members(atom));
        Revalue(group);
    }

    public void Unseat(int atom)
    {
        int group = _groupOf[atom];
        _groupOf[atom] = -1;
        foreach (int member in Members(atom))
            Groups[group].Remove(member);
        Revalue(group);
    }

    /// <summary>The group of each atom, to come back to.</summary>
    public int[] Snapshot() => [.. _groupOf];

    public void Restore(int[] snapshot)
    {
        foreach (List<int> group in Groups)
            group.Clear();
        Array.Fill(_groupOf, -1);
        Array.Clear(_values);
        for (int atom = 0; atom < snapshot.Length; atom++)
        {
            if (snapshot[atom] >= 0)
                Seat(snapshot[atom], atom);
        }
    }

    /// <summary>
    /// By how much the whole gains when an atom leaves a group (−1: none) and another (−1: none) comes; nothing is changed.
    /// </summary>
    public double Change(int group, int leaving, int coming)
    {
        Span<int> members = stackalloc int[Groups[group].Count + (coming < 0 ? 0 : Members(coming).Length)];
        return _value.Of(members[..Fill(members, group, leaving, coming)]) - _values[group];
    }

    /// <summary>Whether a group stays within all constraints when an atom leaves it (−1: none) and another (−1: none) comes.</summary>
    public bool Allows(int group, int leaving, int coming, bool complete, out int size)
    {
        Span<int> members = stackalloc int[Groups[group].Count + (coming < 0 ? 0 : Members(coming).Length)];
        size = Fill(members, group, leaving, coming);
        return _constraints.Allows(members[..size], complete);
    }

    /// <summary>What an unseated atom and the members of a group gain from each other.</summary>
    public double Attraction(int group, int atom)
    {
        double sum = 0;
        foreach (int member in Members(atom))
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
            if (_atoms.Of[member] != leaving)
                members[size++] = member;
        }

        if (coming >= 0)
        {
            foreach (int member in Members(coming))
                members[size++] = member;
        }

        return size;
    }

    private void Revalue(int group) => _values[group] = _value.Of(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(Groups[group]));
}
