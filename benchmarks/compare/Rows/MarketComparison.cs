using System.Globalization;
using Matchmaking.Optimization;

namespace Matchmaking.Compare.Rows;

/// <summary>
/// The congested two-sided markets of the shared data; the published solvers take about 30 s on the small one and do not finish on the
/// great one.
/// </summary>
internal sealed class MarketComparison(MarketObjective objective, int lefts, int rights, double seconds) : IComparison
{
    private static readonly string Folder = Path.Combine(
        Environment.GetEnvironmentVariable("MATCHMAKING_DATA") is { Length: > 0 } told
            ? told
            : Path.Combine(Repository.Root, "..", "shared", "data"),
        "two-sided-market"
    );

    public string Name => $"market-{Short}-{lefts}x{rights}";

    public string Work => $"{Words}, {lefts} × {rights}";

    public string Workloads => "";

    public Target Asked => new(Seconds: seconds);

    public int Threads => Environment.ProcessorCount;

    public PythonPeer? Peer => null;

    private string Short =>
        objective switch
        {
            MarketObjective.TransferableUtility => "tu",
            MarketObjective.SocialWelfare => "sw",
            MarketObjective.NashWelfare => "nash",
            _ => "product",
        };

    private string Words =>
        objective switch
        {
            MarketObjective.TransferableUtility => "lists by transferable utility",
            MarketObjective.SocialWelfare => "lists of the most expected matches",
            MarketObjective.NashWelfare => "lists without envy (Nash social welfare)",
            _ => "lists by the product of likings",
        };

    public Func<Measurement> Prepare(string folder)
    {
        var market = TwoSidedMarket.Full(Table($"left_to_right_{lefts}x{rights}.csv"), Table($"right_to_left_{rights}x{lefts}.csv"));
        return () =>
            Measurement.Of(
                () => MarketSolver.Solve(market, objective),
                lists =>
                {
                    var figures = MarketFigures.Of(market, lists);
                    return string.Create(
                        CultureInfo.InvariantCulture,
                        $"{figures.ExpectedMatches:0.00} expected matches, envy {figures.LeftEnvy} / {figures.RightEnvy}, exposure Gini "
                            + $"{figures.LeftExposureGini:0.00} / {figures.RightExposureGini:0.00}"
                    );
                }
            );
    }

    private static double[,] Table(string name)
    {
        string[][] rows = [.. File.ReadLines(Path.Combine(Folder, name)).Select(line => line.Split(','))];
        var table = new double[rows.Length, rows[0].Length];
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < rows[i].Length; j++)
                table[i, j] = double.Parse(rows[i][j], CultureInfo.InvariantCulture);
        }

        return table;
    }
}
