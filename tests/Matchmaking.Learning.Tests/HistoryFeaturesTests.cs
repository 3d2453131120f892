namespace Matchmaking.Tests.Learning;

public sealed class HistoryFeaturesTests
{
    private static readonly LabelledPair[] s_answers =
    [
        Pair(0, 1, yes: true),
        Pair(0, 2, yes: true),
        Pair(0, 3, yes: false),
        Pair(4, 1, yes: true),
        Pair(4, 2, yes: true),
        Pair(5, 1, yes: false),
        Pair(1, 0, yes: true),
    ];

    private static readonly TimeDecay s_decay = new(People.Now, TimeSpan.FromDays(60));

    [Fact]
    public void Rates_leave_the_pairs_own_answer_out()
    {
        var table = new AnswerTable(6, s_answers, s_decay);
        float[] row = Row(table, mutual: false, 0, 1);
        double rate = 6.0 / 9;

        // Beside 0 → 1, member 0 said yes to 2 and no to 3, and member 1 was told yes by 4 and no by 5.
        Assert.Equal(Math.Log(3), Value(row, "answers: given by from"), 5);
        Assert.Equal(Logit((1 + (2 * rate)) / 4), Value(row, "answers: yes rate of from"), 5);
        Assert.Equal(Math.Log(3), Value(row, "answers: received by to"), 5);
        Assert.Equal(Logit((1 + (2 * rate)) / 4), Value(row, "answers: yes rate towards to"), 5);
    }

    [Fact]
    public void Old_answers_count_less_in_rates_than_new_ones()
    {
        DateTimeOffset yearAgo = People.Now.AddDays(-360);
        LabelledPair[] warmed = [Pair(0, 1, yes: false) with { Time = yearAgo }, Pair(0, 2, yes: true)],
            cooled = [Pair(0, 1, yes: true) with { Time = yearAgo }, Pair(0, 2, yes: false)];

        float[] now = Row(new AnswerTable(6, warmed, s_decay), mutual: false, 0, 3),
            before = Row(new AnswerTable(6, cooled, s_decay), mutual: false, 0, 3);

        // Two half-lives of 180 days: the older answer is worth a quarter of the newer.
        Assert.Equal(Math.Log(1 + 1.25), Value(now, "answers: given by from"), 5);
        double rate = (1 + 1) / (1.25 + 2);
        Assert.Equal(Logit((1 + (2 * rate)) / (1.25 + 2)), Value(now, "answers: yes rate of from"), 5);
        Assert.True(Value(now, "answers: yes rate of from") > Value(before, "answers: yes rate of from"));
    }

    [Fact]
    public void The_answer_the_other_way_is_left_out_where_both_are_given_at_one_meeting()
    {
        var table = new AnswerTable(6, s_answers, s_decay);

        Assert.Equal(1, Value(Row(table, mutual: false, 0, 1), "answers: the other way"));
        Assert.Equal(Math.Log(2), Value(Row(table, mutual: false, 0, 1), "answers: given by to"), 5);
        Assert.True(float.IsNaN(Value(Row(table, mutual: true, 0, 1), "answers: given by to")));
        Assert.True(float.IsNaN(Value(Row(table, mutual: true, 0, 1), "answers: received by from")));
    }

    [Fact]
    public void Those_who_choose_alike_lead_to_whom_the_others_chose()
    {
        var table = new AnswerTable(6, s_answers, s_decay);
        float[] row = Row(table, mutual: false, 0, 1);

        // Member 4 chose 1 and, as member 0 did, 2: the only other choice of each.
        Assert.Equal(1, Value(row, "answers: chosen by those alike"), 5);
        Assert.Equal(1, Value(row, "answers: like those chosen"), 5);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void No_feature_of_a_pair_depends_on_its_own_answer(bool mutual)
    {
        var random = new Random(3);
        LabelledPair[] answers =
        [
            .. Enumerable
                .Range(0, 12)
                .SelectMany(a => Enumerable.Range(0, 12).Where(b => b != a).Select(b => Pair(a, b, random.Next(2) == 0))),
        ];
        for (int i = 0; i < answers.Length; i++)
        {
            LabelledPair own = answers[i];
            LabelledPair[] other =
            [
                .. answers.Select(pair =>
                    pair == own || (mutual && pair.From == own.To && pair.To == own.From) ? pair with { Yes = !pair.Yes } : pair
                ),
            ];
            float[] before = Row(new AnswerTable(12, answers, s_decay), mutual, own.From, own.To),
                after = Row(new AnswerTable(12, other, s_decay), mutual, own.From, own.To);
            for (int column = 0; column < before.Length; column++)
            {
                // The community's own rate, to which all rates are drawn, moves by one answer in all.
                Assert.Equal(before[column], after[column], tolerance: .05f);
            }
        }
    }

    [Fact]
    public void What_is_known_of_who_chose_is_the_same_for_whom_they_chose_and_whom_they_did_not()
    {
        // Nobody said no: each who was not chosen stands beside one who was, and the one who chose must not look different in the two rows.
        LabelledPair[] answers =
        [
            .. s_answers.Where(pair => pair.Yes),
            .. from asker in new[] { 0, 1, 4 }
            from other in Enumerable.Range(0, 6)
            where other != asker && !s_answers.Any(pair => pair.Yes && pair.From == asker && pair.To == other)
            select Pair(asker, other, yes: false) with
            {
                Beside = s_answers.First(pair => pair.Yes && pair.From == asker).To,
            },
        ];
        var table = new AnswerTable(6, answers, s_decay);
        foreach (LabelledPair no in answers.Where(pair => !pair.Yes))
        {
            float[] chosen = Row(table, mutual: false, no.From, no.Beside),
                not = Row(table, mutual: false, no.From, no.To, no.Beside);
            foreach (string column in new[] { "answers: given by from", "answers: yes rate of from" })
                Assert.Equal(Value(chosen, column), Value(not, column));
            Assert.Equal(float.IsNaN(Value(chosen, "answers: like those chosen")), float.IsNaN(Value(not, "answers: like those chosen")));
        }
    }

    private static LabelledPair Pair(int from, int to, bool yes) => new(from, to, yes, 1, People.Now);

    private static float[] Row(AnswerTable table, bool mutual, int from, int to, int beside = -1)
    {
        var history = new HistoryFeatures(mutual);
        float[] row = new float[history.Count];
        history.Write(table, from, to, row, beside);
        return row;
    }

    private static float Value(float[] row, string name) =>
        row[Array.FindIndex([.. new HistoryFeatures(mutual: false).Features], feature => feature.Name == name)];

    private static double Logit(double p) => Math.Log(p / (1 - p));
}
