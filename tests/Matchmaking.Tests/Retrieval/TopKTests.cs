using CsCheck;

namespace Matchmaking.Tests.Retrieval;

public class TopKTests
{
    [Fact]
    public void It_keeps_what_sorting_everything_would_keep_ties_included() =>
        Gen.Select(Gen.Int[0, 8].Array[0, 200], Gen.Int[1, 20])
            .Sample(
                (scores, k) =>
                {
                    ulong start = TieBreak.Start("asker", 1);
                    Candidate[] all = [.. scores.Select((score, i) => new Candidate(i, score / 8.0, TieBreak.Of(start, $"m{i}")))];
                    var top = new TopK(k);
                    foreach (Candidate candidate in all)
                        top.Offer(candidate);

                    Assert.Equal(all.OrderByDescending(c => c.Score).ThenBy(c => c.TieBreak).Take(k), top.ToSortedArray());
                }
            );

    [Fact]
    public void Among_equals_nobody_is_always_first()
    {
        var firsts = new HashSet<int>();
        for (int asker = 0; asker < 50; asker++)
        {
            ulong start = TieBreak.Start($"asker{asker}", 1);
            var top = new TopK(1);
            for (int i = 0; i < 10; i++)
                top.Offer(new Candidate(i, .5, TieBreak.Of(start, $"m{i}")));
            firsts.Add(top.ToSortedArray()[0].Member);
        }

        Assert.True(firsts.Count >= 8, $"only {firsts.Count} of 10 equals ever came first");
    }
}
