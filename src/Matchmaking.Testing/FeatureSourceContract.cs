namespace Matchmaking.Testing;

/// <summary>Writes the values of a directed pair as they were known at a moment, as <c>IFeatureSource.Write</c> does.</summary>
/// <param name="from">The member who asks.</param>
/// <param name="to">The other one.</param>
/// <param name="moment">The moment.</param>
/// <param name="row">Takes a value a column; holds NaN when handed in.</param>
public delegate void WriteFeatures(Member from, Member to, DateTimeOffset moment, Span<float> row);

/// <summary>
/// What the library relies on in an <c>IFeatureSource</c> of the package <c>Matchmaking.Learning</c>. It takes what the source does, not
/// the source, so that whoever tests something else needs no machine learning.
/// </summary>
public static class FeatureSourceContract
{
    private static readonly DateTimeOffset s_moment = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The checks of a source.</summary>
    /// <param name="name">Gives the name of a source made anew.</param>
    /// <param name="columns">Gives the columns of a source made anew.</param>
    /// <param name="create">Gives what a source made anew writes; called several times: what it gives must be alike.</param>
    /// <param name="members">
    /// Members to ask about, at least two, such as a community of the host's; a member who tells nothing is asked about beside them.
    /// </param>
    /// <exception cref="ArgumentException">There are fewer than two members.</exception>
    public static IReadOnlyList<ContractCheck> Checks(
        Func<string> name,
        Func<IReadOnlyList<string>> columns,
        Func<WriteFeatures> create,
        IReadOnlyList<Member> members
    )
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(members);
        if (members.Count < 2)
            throw new ArgumentException("It takes two members to ask about.", nameof(members));
        Member[] asked = [.. members, new() { Id = "contract-nobody" }];
        return
        [
            new("has a name that stays", () => Name(name)),
            new("has columns that stay, each with a name of its own", () => Columns(columns)),
            new("writes finite values, or NaN where one is missing", () =>
                ForEach(asked, (from, to) => Row(create(), columns(), from, to))
            ),
            new("writes the same whenever it is asked", () => Same(create(), create(), columns(), asked)),
            new("writes the same to many threads", () =>
            {
                WriteFeatures alone = create(),
                    shared = create();
                ManyThreads.Run(() => Same(alone, shared, columns(), asked));
            }),
        ];
    }

    private static void Name(Func<string> name)
    {
        string first = name();
        ContractException.ThrowUnless(!string.IsNullOrWhiteSpace(first), "the name is empty");
        ContractException.ThrowUnless(name() == first, $"the name '{first}' is another the next time");
    }

    private static void Columns(Func<IReadOnlyList<string>> columns)
    {
        IReadOnlyList<string> first = columns();
        ContractException.ThrowUnless(first is { Count: > 0 and <= 1_000 }, "there are no columns, or more than 1,000");
        ContractException.ThrowUnless(first.All(column => !string.IsNullOrWhiteSpace(column)), "a column has no name");
        ContractException.ThrowUnless(first.Distinct(StringComparer.Ordinal).Count() == first.Count, "two columns have one name");
        ContractException.ThrowUnless(first.SequenceEqual(columns(), StringComparer.Ordinal), "the columns are others the next time");
    }

    private static float[] Row(WriteFeatures write, IReadOnlyList<string> columns, Member from, Member to)
    {
        float[] row = new float[columns.Count];
        Array.Fill(row, float.NaN);
        write(from, to, s_moment, row);
        for (int i = 0; i < row.Length; i++)
            ContractException.ThrowUnless(!float.IsInfinity(row[i]), $"'{columns[i]}' of '{from.Id}' and '{to.Id}' is infinite");
        return row;
    }

    private static void Same(WriteFeatures one, WriteFeatures other, IReadOnlyList<string> columns, Member[] members) =>
        ForEach(members, (from, to) =>
        {
            float[] first = Row(one, columns, from, to),
                second = Row(other, columns, from, to);
            for (int i = 0; i < first.Length; i++)
                ContractException.ThrowUnless(
                    first[i].Equals(second[i]),
                    $"'{columns[i]}' of '{from.Id}' and '{to.Id}' is another the second time"
                );
        });

    private static void ForEach(Member[] members, Action<Member, Member> check)
    {
        foreach (Member from in members)
        {
            foreach (Member to in members)
            {
                if (!ReferenceEquals(from, to))
                    check(from, to);
            }
        }
    }
}
