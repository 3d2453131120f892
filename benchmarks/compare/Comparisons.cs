using Matchmaking.Compare.Rows;

namespace Matchmaking.Compare;

/// <summary>Every row, in the table's order: a new row is one file in <c>Rows</c> and one line here.</summary>
internal static class Comparisons
{
    public static IReadOnlyList<IComparison> All { get; } =
    [
        new StableMentorsComparison(),
    ];
}
