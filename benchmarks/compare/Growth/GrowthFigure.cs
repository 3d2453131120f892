namespace Matchmaking.Compare.Growth;

/// <summary>What a figure is a measure of; each has a panel of the chart.</summary>
internal enum GrowthKind
{
    /// <summary>Seconds of one call.</summary>
    Call,

    /// <summary>Seconds of something done to the whole community.</summary>
    Whole,

    /// <summary>Bytes.</summary>
    Size,
}

/// <summary>A figure at a size.</summary>
/// <param name="Members">How many members there are.</param>
/// <param name="Kind">In what it is measured.</param>
/// <param name="Name">What was measured, the same at every size.</param>
/// <param name="Value">Seconds or bytes.</param>
internal sealed record GrowthFigure(int Members, GrowthKind Kind, string Name, double Value)
{
    public string Text => Kind == GrowthKind.Size ? Bytes(Value) : Duration.Format(Value);

    public static string Bytes(double bytes) => bytes >= 1e9 ? Duration.Digits(bytes / 1e9) + " GB" : Duration.Digits(bytes / 1e6) + " MB";
}
