namespace Matchmaking.Rounds;

/// <summary>
/// Rounds in which nobody meets anybody twice, as combinatorics knows them, where no rule interferes. A round is an order of the members:
/// the first so many are its first group, and so on; who sits out comes last.
/// </summary>
internal static class KnownDesigns
{
    private const int LargestOrder = 128;

    /// <summary>
    /// The rounds for so many members in groups of a size: of pairs all there are; of larger groups as many as the construction has, which
    /// are all there can be where the number of members is a power of the size and the size a prime power. None where none is known here.
    /// </summary>
    public static IReadOnlyList<int[]> Of(int members, int size) =>
        size == 2 ? RoundRobin(members)
        : members % size == 0 ? Transversal(size, members / size)
        : [];

    /// <summary>
    /// The circle method (Kirkman 1847): one stays, the others move on by one seat a round, and who sits opposite meet. Of an odd number
    /// the one who would meet the one who stays sits out.
    /// </summary>
    private static int[][] RoundRobin(int members)
    {
        if (members < 2)
            return [];
        int circle = members % 2 == 0 ? members - 1 : members;
        var rounds = new int[circle][];
        for (int round = 0; round < circle; round++)
        {
            var order = new List<int>(members);
            for (int i = 1; i <= (circle - 1) / 2; i++)
            {
                order.Add((round + i) % circle);
                order.Add((round - i + circle) % circle);
            }

            order.Add(round);
            if (members % 2 == 0)
                order.Add(circle);
            rounds[round] = [.. order];
        }

        return rounds;
    }

    /// <summary>
    /// A resolvable transversal design: the members are points (i, x) in as many columns as a group has seats, x from a ring. In round r
    /// those of a group are (i, x + r·aᵢ): the aᵢ differ by units, so that two points of different columns are in one group once. Then each
    /// column is divided in turn by the same construction (the affine plane, where there are as many columns as rows; Bose 1938).
    /// </summary>
    private static List<int[]> Transversal(int size, int rows)
    {
        if (rows == 1)
            return
            [
                [.. Enumerable.Range(0, size)],
            ];
        List<int[]> rounds = [];
        if (rows > LargestOrder)
            return rounds;
        var ring = new FiniteRing(rows);
        if (ring.Spread < size)
            return rounds;
        for (int round = 0; round < rows; round++)
        {
            int[] order = new int[size * rows];
            for (int x = 0; x < rows; x++)
            {
                for (int column = 0; column < size; column++)
                    order[(x * size) + column] = (column * rows) + ring.Add(x, ring.Multiply(round, ring.Apart(column)));
            }

            rounds.Add(order);
        }

        if (rows % size != 0)
            return rounds;
        foreach (int[] within in Transversal(size, rows / size))
            rounds.Add([.. Enumerable.Range(0, size).SelectMany(column => within.Select(x => (column * rows) + x))]);
        return rounds;
    }
}
