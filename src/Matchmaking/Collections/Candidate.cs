namespace Matchmaking.Collections;

/// <summary>A scored member. The better one sorts first.</summary>
internal readonly record struct Candidate(int Member, double Score, ulong TieBreak) : IComparable<Candidate>
{
    public int CompareTo(Candidate other)
    {
        int byScore = other.Score.CompareTo(Score);
        if (byScore != 0)
            return byScore;
        int byHash = TieBreak.CompareTo(other.TieBreak);
        return byHash != 0 ? byHash : Member.CompareTo(other.Member);
    }
}
