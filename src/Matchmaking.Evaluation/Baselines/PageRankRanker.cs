using System.Buffers;

namespace Matchmaking.Evaluation;

/// <summary>
/// Personalised PageRank (Page et al. 1999) on members and what they attend: where a walk is found that goes to and fro at random and
/// starts anew at the askers with a fixed probability at every member.
/// </summary>
/// <param name="attended">A row a member: the places of theirs.</param>
/// <param name="attendees">A row a place: its members.</param>
/// <param name="places">Whether places are ranked, or members.</param>
internal sealed class PageRankRanker(SparseRows attended, SparseRows attendees, bool places) : IRanker
{
    private const double Restart = 0.15;
    private const int Steps = 12;

    public string Name => "PageRank";

    public void Score(RankingQuery query, Span<double> scores)
    {
        double[] members = ArrayPool<double>.Shared.Rent(attended.Rows),
            visited = ArrayPool<double>.Shared.Rent(attendees.Rows);
        Array.Clear(members);
        foreach (int member in query.Members)
            members[member] = 1.0 / query.Members.Length;
        for (int step = 0; step < Steps; step++)
        {
            Array.Clear(visited);
            Walk(attended, members, visited, 1);
            Array.Clear(members);
            Walk(attendees, visited, members, 1 - Restart);
            foreach (int member in query.Members)
                members[member] += Restart / query.Members.Length;
        }

        for (int i = 0; i < scores.Length; i++)
            scores[i] = places ? visited[query.Candidates[i]] : members[query.Candidates[i]];
        ArrayPool<double>.Shared.Return(members);
        ArrayPool<double>.Shared.Return(visited);
    }

    private static void Walk(SparseRows steps, double[] from, double[] to, double share)
    {
        for (int row = 0; row < steps.Rows; row++)
        {
            if (from[row] == 0)
                continue;
            ReadOnlySpan<int> columns = steps.Columns(row);
            double each = share * from[row] / columns.Length;
            foreach (int column in columns)
                to[column] += each;
        }
    }
}
