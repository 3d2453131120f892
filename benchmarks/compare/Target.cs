using System.Globalization;

namespace Matchmaking.Compare;

/// <summary>What a row is asked to reach: so many times as fast as the peer, or so many seconds; either may be missing.</summary>
internal sealed record Target(double? Ratio = null, double? Seconds = null)
{
    public static Target None { get; } = new();

    public string Text =>
        (Ratio, Seconds) switch
        {
            ({ } ratio, { } seconds) => $"≥ {Format(ratio)} ×, ≤ {Duration.Format(seconds)}",
            ({ } ratio, null) => $"≥ {Format(ratio)} ×",
            (null, { } seconds) => $"≤ {Duration.Format(seconds)}",
            _ => "",
        };

    /// <summary>Whether it was reached; null where nothing is asked or the peer that it is asked against is missing.</summary>
    public bool? IsMet(double ours, double? ratio)
    {
        if (Seconds is { } limit && ours > limit)
            return false;
        if (Ratio is { } asked)
            return ratio is { } measured ? measured >= asked : null;
        return Seconds is null ? null : true;
    }

    private static string Format(double ratio) => ratio.ToString("0.##", CultureInfo.InvariantCulture);
}
