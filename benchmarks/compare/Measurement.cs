using System.Diagnostics;

namespace Matchmaking.Compare;

/// <summary>One run: how long it took, and what came out, so that a fast wrong answer shows.</summary>
/// <param name="Seconds">How long it took.</param>
/// <param name="Result">What came out.</param>
/// <param name="OtherSeconds">What the same took in the same run under other conditions, where that is what it is compared with.</param>
internal readonly record struct Measurement(double Seconds, string Result, double? OtherSeconds = null)
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
