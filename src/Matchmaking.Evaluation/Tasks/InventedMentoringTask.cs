namespace Matchmaking.Evaluation;

/// <summary>Which mentors will mentees accept who never answered, learned from a thousand answers of others?</summary>
internal static class InventedMentoringTask
{
    public const string Name = "invented-mentoring";

    private const int Answers = 1_000,
        Asked = 3_000;

    private static readonly int[] s_seeds = [1, 2, 3];

    public static DateTimeOffset Now { get; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static PairTask Make() =>
        new()
        {
            Name = Name,
            Folds = [.. s_seeds.Select(Fold)],
            Now = Now,
            BothAsk = false,
        };

    private static PairFold Fold(int seed)
    {
        var data = new InventedMentoring(seed);
        var random = new Random(seed);
        int known = data.Mentees.Count * 2 / 3;
        (string Mentee, string Mentor, bool Yes)[] answers = Draw(data.Mentees.Take(known), Answers),
            asked = Draw(data.Mentees.Skip(known), Asked);
        return new PairFold(
            seed,
            new Community(
                [.. data.Mentees, .. data.Mentors],
                outcomes:
                [
                    .. answers.Select(
                        (answer, i) =>
                            new Outcome
                            {
                                FromId = answer.Mentee,
                                ToId = answer.Mentor,
                                Kind = answer.Yes ? OutcomeKind.Accepted : OutcomeKind.Declined,
                                Time = Now.AddDays(-(i % 365) - 1),
                            }
                    ),
                ]
            ),
            [.. asked.Select(pair => new TestPair(pair.Mentee, pair.Mentor, pair.Yes, $"{seed} {pair.Mentee}"))]
        );

        (string, string, bool)[] Draw(IEnumerable<Member> mentees, int count)
        {
            (string Mentee, string Mentor)[] pairs = [.. from mentee in mentees from mentor in data.Mentors select (mentee.Id, mentor.Id)];
            random.Shuffle(pairs);
            return
            [
                .. pairs
                    .Take(count)
                    .Select(pair => (pair.Mentee, pair.Mentor, random.NextDouble() < data.Accepts(pair.Mentee, pair.Mentor))),
            ];
        }
    }
}
