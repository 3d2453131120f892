namespace Matchmaking.Rounds;

/// <summary>
/// The candidate lists of all members as an undirected graph, each member's neighbours by position: a row is searched in halves.
/// </summary>
internal sealed class CandidateGraph
{
    private readonly int[] _starts;
    private readonly ListedCandidate[] _neighbours;

    private CandidateGraph(int[] starts, ListedCandidate[] neighbours) => (_starts, _neighbours) = (starts, neighbours);

    /// <summary>How many pairs there are.</summary>
    public int Edges => _neighbours.Length / 2;

    public int Members => _starts.Length - 1;

    public ReadOnlySpan<ListedCandidate> Of(int member) => _neighbours.AsSpan(_starts[member].._starts[member + 1]);

    /// <summary>The graph of lists; where two list each other, the mean of what either list says.</summary>
    public static CandidateGraph Of(CandidateLists lists)
    {
        int[] starts = new int[lists.Members + 1];
        for (int member = 0; member < lists.Members; member++)
        {
            starts[member + 1] += lists.Of(member).Length;
            foreach (ListedCandidate candidate in lists.Of(member))
                starts[candidate.Member + 1]++;
        }

        for (int i = 1; i < starts.Length; i++)
            starts[i] += starts[i - 1];
        var neighbours = new ListedCandidate[starts[^1]];
        int[] next = starts[..^1];
        for (int member = 0; member < lists.Members; member++)
        {
            foreach (ListedCandidate candidate in lists.Of(member))
            {
                neighbours[next[member]++] = candidate;
                neighbours[next[candidate.Member]++] = new ListedCandidate(member, candidate.Back, candidate.Gain, candidate.Score);
            }
        }

        return new CandidateGraph(starts, neighbours).Merge();
    }

    public bool TryFind(int a, int b, out ListedCandidate found)
    {
        int low = _starts[a],
            high = _starts[a + 1] - 1;
        while (low <= high)
        {
            int middle = (low + high) >> 1;
            int other = _neighbours[middle].Member;
            if (other == b)
            {
                found = _neighbours[middle];
                return true;
            }

            if (other < b)
                low = middle + 1;
            else
                high = middle - 1;
        }

        found = default;
        return false;
    }

    private CandidateGraph Merge()
    {
        int[] starts = new int[_starts.Length];
        int written = 0;
        for (int member = 0; member < Members; member++)
        {
            Span<ListedCandidate> row = _neighbours.AsSpan(_starts[member].._starts[member + 1]);
            row.Sort((x, y) => x.Member != y.Member ? x.Member.CompareTo(y.Member) : x.Score.CompareTo(y.Score));
            for (int i = 0; i < row.Length; i++)
            {
                bool twice = i + 1 < row.Length && row[i + 1].Member == row[i].Member;
                _neighbours[written++] = twice ? Mean(row[i], row[i + 1]) : row[i];
                if (twice)
                    i++;
            }

            starts[member + 1] = written;
        }

        return new CandidateGraph(starts, _neighbours[..written]);
    }

    private static ListedCandidate Mean(ListedCandidate x, ListedCandidate y) =>
        new(x.Member, (x.Gain + y.Gain) / 2, (x.Back + y.Back) / 2, (x.Score + y.Score) / 2);
}
