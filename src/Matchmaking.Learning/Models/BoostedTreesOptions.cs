namespace Matchmaking.Learning;

/// <summary>How boosted trees are trained. Small ones by default: pairs are few and their labels noisy.</summary>
internal sealed record BoostedTreesOptions
{
    /// <summary>What trains them; by default LightGBM where it runs, else FastTree.</summary>
    public TreeTrainer Trainer { get; init; } = TreeTrainers.Here;

    public int Trees
    {
        get;
        init => field = Guard.InRange(value, 1, 10_000);
    } = 200;

    public int Leaves
    {
        get;
        init => field = Guard.InRange(value, 2, 1024);
    } = 10;

    /// <summary>How deep a tree may be; FastTree keeps to the leaves alone.</summary>
    public int Depth
    {
        get;
        init => field = Guard.InRange(value, 1, 64);
    } = 4;

    public double LearningRate
    {
        get;
        init => field = Guard.Positive(value, 1);
    } = .05;

    /// <summary>The fewest rows of a leaf; null for one in a hundred, at least 5 and at most 20.</summary>
    public int? RowsPerLeaf { get; init; }

    /// <summary>The share of the columns that each tree may use.</summary>
    public double ColumnShare
    {
        get;
        init => field = Guard.Positive(value, 1);
    } = .8;

    /// <summary>The penalty on the squares of the leaves' values; FastTree has none.</summary>
    public double L2
    {
        get;
        init => field = Guard.InRange(value, 0, 1e6);
    } = 1;

    public int EffectiveRowsPerLeaf(int rows) => RowsPerLeaf ?? Math.Clamp(rows / 100, 5, 20);
}
