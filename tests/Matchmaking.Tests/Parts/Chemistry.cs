namespace Matchmaking.Tests.Parts;

/// <summary>What each gains is another number, drawn from the two ids; the bound is the larger of the two.</summary>
internal sealed class Chemistry(bool bounded) : IScorePart
{
    public static ScorePart Name { get; } = new("chemistry");

    public ScorePart Part => Name;

    public DirectedValue Value(Member from, Member to, DateTimeOffset moment) => new(Of(from, to), Of(to, from));

    public double UpperBound(Member from, Member to, DateTimeOffset moment) => bounded ? Math.Max(Of(from, to), Of(to, from)) : 1;

    private static double Of(Member a, Member b)
    {
        uint hash = 2166136261;
        foreach (char c in $"{a.Id} {b.Id}")
            hash = (hash ^ c) * 16777619;
        return hash % 1000 < 300 ? 0 : (hash >> 8) % 10007 / 10006.0;
    }
}
