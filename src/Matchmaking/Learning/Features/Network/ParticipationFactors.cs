namespace Matchmaking;

/// <summary>
/// Members and places in the space of the strongest patterns of who comes where: the truncated singular value decomposition of log-damped,
/// IDF-weighted attendance (as in PureSVD; Cremonesi, Koren and Turrin 2010).
/// </summary>
internal sealed class ParticipationFactors
{
    private const int Rank = 32;

    private ParticipationFactors(MemberPoints members, float[][] places) => (Members, Places) = (members, places);

    public MemberPoints Members { get; }

    /// <summary>A row a place.</summary>
    public float[][] Places { get; }

    /// <summary>Null where there is too little to factorise.</summary>
    public static ParticipationFactors? Build(Attendance attendance, int seed)
    {
        int members = attendance.ByMember.Rows, places = attendance.Columns;
        int rank = Math.Min(Rank, Math.Min(members, places) / 2);
        if (rank < 2)
            return null;
        double[] idf = [.. Enumerable.Range(0, places).Select(place => Math.Log((1.0 + members) / (1 + attendance.ByColumn.Columns(place).Length)))];
        List<(int, int, double)> weighted = [];
        for (int member = 0; member < members; member++)
        {
            ReadOnlySpan<int> own = attendance.ByMember.Columns(member);
            for (int i = 0; i < own.Length; i++)
            {
                double weight = Math.Log(1 + attendance.ByMember.Values(member)[i]) * idf[own[i]];
                if (weight > 1e-6)
                    weighted.Add((member, own[i], weight));
            }
        }

        if (weighted.Count == 0)
            return null;
        var rows = SparseRows.From(members, weighted);
        SparseVector[] vectors = [.. Enumerable.Range(0, members).Select(m => new SparseVector(rows.Columns(m).ToArray(), Array.ConvertAll(rows.Values(m).ToArray(), v => (float)v)))];
        DenseBlock right = RandomizedSvd.Compute(SparseMatrix.FromRows(vectors, places), rank, seed).RightVectors;
        float[][] items = [.. Enumerable.Range(0, places).Select(place => Array.ConvertAll(right.Row(place).ToArray(), v => (float)v))];
        return new ParticipationFactors(MemberPoints.Of(rows, items), items);
    }
}
