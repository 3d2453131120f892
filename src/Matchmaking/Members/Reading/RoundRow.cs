namespace Matchmaking.Members;

/// <summary>A line of the history: some who met, or some who were left out.</summary>
internal sealed class RoundRow
{
    public DateTimeOffset? Time { get; set; }

    public IntroductionKind Kind { get; set; }

    public List<string>? Met { get; set; }

    public List<string>? LeftOut { get; set; }

    /// <exception cref="ArgumentException">A value is missing or outside its range.</exception>
    public void Check()
    {
        if (Time is null)
            throw new ArgumentException("must be given", "time");
        if (Met is null == LeftOut is null)
            throw new ArgumentException("must hold either met or leftOut", "line");
        if (Met?.Count < 2)
            throw new ArgumentException("must name two members or more", "met");
        foreach (string id in Met ?? LeftOut!)
            Guard.Identifier(id, Met is null ? "leftOut" : "met");
    }
}
