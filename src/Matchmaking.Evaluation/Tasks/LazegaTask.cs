using System.Globalization;

namespace Matchmaking.Evaluation;

/// <summary>Whom will a lawyer ask for advice whose own asking is unknown?</summary>
internal static class LazegaTask
{
    public const string Name = "lazega-advice";

    private const int Folds = 10;

    public static PairTask Make(LazegaLawyers data)
    {
        HashSet<(string, string)> asked = [.. data.Advice];
        return new PairTask
        {
            Name = Name,
            Folds =
            [
                .. Enumerable
                    .Range(0, Folds)
                    .Select(fold => new PairFold(
                        Seed: 1,
                        data.With(data.Advice.Where(arc => FoldOf(arc.From) != fold)),
                        [
                            .. from asker in data.Members
                            where FoldOf(asker.Id) == fold
                            from other in data.Members
                            where other != asker
                            select new TestPair(asker.Id, other.Id, asked.Contains((asker.Id, other.Id)), asker.Id),
                        ]
                    )),
            ],
            Now = LazegaLawyers.Now,
            BothAsk = false,
        };
    }

    private static int FoldOf(string id) => int.Parse(id, CultureInfo.InvariantCulture) % Folds;
}
