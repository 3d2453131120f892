namespace Matchmaking.Tests.Introductions;

public sealed class AllocationTests
{
    private const int Allowed = 48 * 1024;

    [Theory]
    [InlineData(IntroductionKind.Any)]
    [InlineData(IntroductionKind.Peer)]
    [InlineData(IntroductionKind.Complementary)]
    [InlineData(IntroductionKind.Mentor)]
    [InlineData(IntroductionKind.Bridge)]
    public void One_call_allocates_at_most_48_KB_beyond_its_answer(IntroductionKind kind)
    {
        Community community = RandomCommunity.Generate(2000, 7);
        var matchmaker = global::Matchmaking.Matchmaker.Create(community, People.AtNow());
        var options = new SuggestOptions { Kind = kind };
        string[] ids = [.. community.Members.Select(member => member.Id).Where((_, at) => at % 40 == 0)];
        foreach (string id in ids)
            matchmaker.Suggest(id, options);

        long beyond = 0;
        int introductions = 0;
        foreach (string id in ids)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            IReadOnlyList<Introduction> answer = matchmaker.Suggest(id, options);
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            beyond += allocated - Size(answer);
            introductions += answer.Count;
        }

        Assert.True(introductions > ids.Length, $"only {introductions} introductions for {ids.Length} members");
        Assert.InRange(beyond / ids.Length, 0, Allowed);
    }

    /// <summary>What an answer itself takes: what its copy allocates, without the members, who are shared.</summary>
    private static long Size(IReadOnlyList<Introduction> answer)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        var copy = new Introduction[answer.Count];
        for (int i = 0; i < copy.Length; i++)
        {
            copy[i] = answer[i] with
            {
                Parts = Copy(answer[i].Parts, static part => part with { }),
                ReasonsForFrom = Copy(answer[i].ReasonsForFrom, Copy),
                ReasonsForTo = Copy(answer[i].ReasonsForTo, Copy),
                OpeningLine = new string(answer[i].OpeningLine.AsSpan()),
                ForBoth = new string(answer[i].ForBoth.AsSpan()),
            };
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static Reason Copy(Reason reason) =>
        reason with
        {
            Topics = Copy(reason.Topics, static topic => topic),
            Text = new string(reason.Text.AsSpan()),
        };

    private static T[] Copy<T>(IReadOnlyList<T> items, Func<T, T> copy)
    {
        if (items.Count == 0)
            return [];
        var copies = new T[items.Count];
        for (int i = 0; i < copies.Length; i++)
            copies[i] = copy(items[i]);
        return copies;
    }
}
