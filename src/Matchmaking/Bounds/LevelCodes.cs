namespace Matchmaking.Bounds;

/// <summary>
/// What postings of offers, needs and mentoring hold in a byte: a level, or a level and the share that a topic has in all that its member
/// looks for. And what those bytes are worth to somebody of another level, never less than the exact value.
/// </summary>
internal static class LevelCodes
{
    private const int NeedShares = 51;
    private const int LessonShares = 42;

    private static readonly float[][] s_offered = Tables(wanted => code => code is >= 1 and <= 5 ? Math.Min(1, code / (float)wanted) : 0);
    private static readonly float[][] s_needed = Tables(offered =>
        code => code == 0 ? 0 : Share(code, NeedShares) * Math.Min(1, offered / (1f + ((code - 1) / NeedShares)))
    );
    private static readonly float[][] s_taught = Tables(had => code => code is >= 1 and <= 5 ? (float)LessonFit.OfGap(code - had) : 0);
    private static readonly float[][] s_learned = Tables(taught =>
        code =>
            code is 0 or > 6 * LessonShares ? 0 : Share(code, LessonShares) * (float)LessonFit.OfGap(taught - ((code - 1) / LessonShares))
    );

    /// <summary>An offer, or what a mentor teaches.</summary>
    public static byte Of(int level) => (byte)level;

    /// <summary>A need; the share is rounded up.</summary>
    public static byte Need(int level, double share) => Code(level - 1, share, NeedShares);

    /// <summary>What somebody wants to learn, with the level they have, 0..5.</summary>
    public static byte Lesson(int level, double share) => Code(level, share, LessonShares);

    /// <summary>What offers are worth to who wants a level.</summary>
    public static float[] OffersFor(int wanted) => s_offered[wanted];

    /// <summary>What needs are met by who offers a level.</summary>
    public static float[] NeedsMetBy(int offered) => s_needed[offered];

    /// <summary>How teachers' levels fit who has one.</summary>
    public static float[] TeachersFor(int had) => s_taught[had];

    /// <summary>How learners' levels fit who teaches one.</summary>
    public static float[] LearnersOf(int taught) => s_learned[taught];

    private static byte Code(int level, double share, int shares) =>
        (byte)(1 + (level * shares) + Math.Clamp((int)Math.Ceiling(share * shares), 1, shares) - 1);

    private static float Share(int code, int shares) => (1 + ((code - 1) % shares)) / (float)shares;

    private static float[][] Tables(Func<int, Func<int, float>> worth) =>
        [
            .. Enumerable
                .Range(0, 6)
                .Select(level =>
                    Enumerable.Range(0, PostingQuery.TableLength).Select(code => code == 0 ? 0 : worth(level)(code)).ToArray()
                ),
        ];
}
