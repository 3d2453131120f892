using System.Globalization;

namespace Matchmaking.Evaluation;

/// <summary>Will two say yes to each other after four minutes? And, asked of one side alone: will she, will he?</summary>
internal static class SpeedDatingTasks
{
    public const string Cold = "speed-dating-cold",
        Warm = "speed-dating-warm",
        Women = "speed-dating-women",
        Men = "speed-dating-men";

    /// <summary>The warm protocol has one division; methods that draw lots have several.</summary>
    private static readonly int[] s_warmSeeds = [1, 2, 3];

    public static PairTask Make(string name, SpeedDating data) =>
        new()
        {
            Name = name,
            Folds = name switch
            {
                Cold => ColdFolds(data),
                Warm => WarmFolds(data),
                _ => OneSidedFolds(data.NamesApart(), women: name == Women),
            },
            Now = SpeedDating.Now,
            BothAsk = name is Cold or Warm,
        };

    /// <summary>Nobody of a test evening was ever seen; dividing by row would leak, for one person's rows tell about each other.</summary>
    private static PairFold[] ColdFolds(SpeedDating data) =>
        [
            .. from seed in data.Folds
            from fold in seed.Value.Values.Distinct().Order()
            select Fold(data, seed.Key, meeting => seed.Value[meeting.Evening] != fold),
        ];

    /// <summary>
    /// As cold, but one side alone answers, and the two tell what they tell under names of their own, as mentees and mentors do.
    /// </summary>
    private static PairFold[] OneSidedFolds(SpeedDating data, bool women) =>
        [
            .. from seed in data.Folds
            from fold in seed.Value.Values.Distinct().Order()
            select new PairFold(
                seed.Key,
                data.WithAnswersOf(women, data.Meetings.Where(meeting => seed.Value[meeting.Evening] != fold)),
                [.. data.Meetings.Where(meeting => seed.Value[meeting.Evening] == fold).Select(meeting => Asked(meeting, women))]
            ),
        ];

    private static TestPair Asked(SpeedDating.Meeting meeting, bool woman)
    {
        string evening = meeting.Evening.ToString(CultureInfo.InvariantCulture);
        return woman
            ? new TestPair(meeting.Woman, meeting.Man, meeting.WomanSaysYes, evening)
            : new TestPair(meeting.Man, meeting.Woman, meeting.ManSaysYes, evening);
    }

    /// <summary>The first half of every evening is known, the second asked.</summary>
    private static PairFold[] WarmFolds(SpeedDating data) =>
        [.. s_warmSeeds.Select(seed => Fold(data, seed, meeting => meeting.InFirstHalf))];

    private static PairFold Fold(SpeedDating data, int seed, Func<SpeedDating.Meeting, bool> trains) =>
        new(
            seed,
            data.With(data.Meetings.Where(trains)),
            [
                .. data
                    .Meetings.Where(meeting => !trains(meeting))
                    .Select(meeting => new TestPair(
                        meeting.Woman,
                        meeting.Man,
                        meeting.WomanSaysYes && meeting.ManSaysYes,
                        meeting.Evening.ToString(CultureInfo.InvariantCulture)
                    )),
            ]
        );
}
