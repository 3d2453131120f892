using System.Diagnostics;

namespace Matchmaking.Compare;

/// <summary>One run: how long it took, and what came out, so that a fast wrong answer shows.</summary>
internal readonly record struct Measurement(double Seconds, string Result)
{
    /// <summary>Times the work; the words about its result are made outside the time.</summary>
    public static Measurement Of<T>(Func<T> work, Func<T, string> describe)
    {
        long start = Stopwatch.GetTimestamp();
        T result = work();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new Measurement(seconds, describe(result));
    }
}
