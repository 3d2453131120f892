using CsCheck;

namespace Matchmaking.Tests.Network;

public class SmallTopKTests
{
    [Fact]
    public void The_few_best_are_those_of_sorting_everything_ties_included() =>
        Gen.Select(Gen.Int[0, 4].Array[0, 30], Gen.Int[0, 6])
            .Sample(
                (strengths, room) =>
                {
                    var best = new SmallTopK<int>(stackalloc SmallTopK<int>.Entry[room]);
                    int[] order = [.. Enumerable.Range(0, strengths.Length).Reverse()];
                    foreach (int item in order)
                        best.Offer(item, strengths[item], item);
                    List<int> found = [];
                    foreach (SmallTopK<int>.Entry entry in best.Items)
                        found.Add(entry.Item);
                    Assert.Equal(order.OrderByDescending(item => strengths[item]).ThenBy(item => item).Take(room), found);
                }
            );

    [Fact]
    public void Sorting_a_handful_keeps_the_order_of_equals() =>
        Gen.Int[0, 4]
            .Array[0, 12]
            .Sample(strengths =>
            {
                (int Strength, int At)[] items = [.. strengths.Select((strength, at) => (strength, at))];
                IEnumerable<(int, int)> expected = [.. items.OrderByDescending(item => item.Strength)];
                StrongestFirst.Sort<(int Strength, int At)>(items, item => item.Strength);
                Assert.Equal(expected, items);
            });
}
