using System.Globalization;

namespace Matchmaking.Evaluation;

/// <summary>Will two say yes to each other after four minutes?</summary>
internal static class SpeedDatingTasks
{
    public const string Cold = "speed-dating-cold", Warm = "speed-dating-warm";

    /// <summary>The warm protocol has one division; methods that draw lots have several.</summary>
    private static readonly int[] s_warmSeeds = [1, 2, 3];

    public static PairTask Make(string name, SpeedDating data) => new()
    {
        Name = name,
        Folds = name == Cold ? ColdFolds(data) : WarmFolds(data),
        Now = SpeedDating.Now,
        BothAsk = true,
    };

    /// <summary>Nobody of a test evening was ever seen; dividing by row would leak, for one person's rows tell about each other.</summary>
    private static PairFold[] ColdFolds(SpeedDating data) =>
    [
        .. from seed in data.Folds
           from fold in seed.Value.Values.Distinct().Order()
           select Fold(data, seed.Key, meeting => seed.Value[meeting.Evening] != fold),
    ];

    /// <summary>The first half of every evening is known, the second asked.</summary>
    private static PairFold[] WarmFolds(SpeedDating data) => [.. s_warmSeeds.Select(seed => Fold(data, seed, meeting => meeting.InFirstHalf))];

    private static PairFold Fold(SpeedDating data, int seed, Func<SpeedDating.Meeting, bool> trains) => new(
        seed,
        data.With(data.Meetings.Where(trains)),
        [.. data.Meetings.Where(meeting => !trains(meeting)).Select(meeting =>
            new TestPair(meeting.Woman, meeting.Man, meeting.WomanSaysYes && meeting.ManSaysYes, meeting.Evening.ToString(CultureInfo.InvariantCulture)))]);
}
