using System.Diagnostics;

namespace Matchmaking.Compare.Rows;

/// <summary>How long one question after another took, each of another member, spread over the community.</summary>
internal sealed class QueryTimes
{
    private readonly double[] _seconds; // sorted

    private QueryTimes(double[] seconds)
    {
        Array.Sort(seconds);
        _seconds = seconds;
    }

    public static QueryTimes Of(double[] seconds) => new(seconds);

    /// <param name="queries">How many are asked.</param>
    /// <param name="members">How many members there are.</param>
    /// <param name="ask">Asks for a member, by position.</param>
    public static QueryTimes Of(int queries, int members, Action<int> ask)
    {
        double[] seconds = new double[queries];
        for (int i = 0; i < queries; i++)
        {
            int member = (int)((long)i * 7919 % members);
            long start = Stopwatch.GetTimestamp();
            ask(member);
            seconds[i] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        return new QueryTimes(seconds);
    }

    /// <summary>The time that half of the members, or 99 of 100, wait at the most.</summary>
    public double At(bool tail) => _seconds[tail ? _seconds.Length * 99 / 100 : _seconds.Length / 2];
}
