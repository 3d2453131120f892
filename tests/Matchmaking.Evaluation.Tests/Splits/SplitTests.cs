using CsCheck;

namespace Matchmaking.Evaluation.Tests;

public class SplitTests
{
    private static readonly DateTimeOffset s_start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_past_trains_and_the_rest_tests()
    {
        Fold fold = Split.ByTime([s_start, s_start.AddDays(2), s_start.AddDays(1)], s_start.AddDays(1));
        Assert.Equal([0], fold.Train);
        Assert.Equal([1, 2], fold.Test);
    }

    [Fact]
    public void Folds_never_share_a_group_and_every_row_tests_once() =>
        Gen.Select(Gen.Int[0, 12].Array[20, 80], Gen.Int[2, 4], Gen.Int[0, 1000])
            .Sample(
                (groups, folds, seed) =>
                {
                    if (groups.Distinct().Count() < folds)
                        return;
                    IReadOnlyList<Fold> split = Split.GroupFolds(groups, folds, seed);
                    Assert.Equal(folds, split.Count);
                    Assert.Equal(Enumerable.Range(0, groups.Length), split.SelectMany(fold => fold.Test).Order());
                    Assert.All(split, fold =>
                    {
                        Assert.NotEmpty(fold.Test);
                        Assert.Empty(fold.Train.Select(row => groups[row]).Intersect(fold.Test.Select(row => groups[row])));
                        Assert.Equal(groups.Length, fold.Train.Count + fold.Test.Count);
                    });
                }
            );

    [Fact]
    public void Strangers_are_strangers_on_both_sides() =>
        Gen.Select(Gen.Select(Gen.Int[0, 60], Gen.Int[0, 60]).Array[10, 40], Gen.Int[0, 1000])
            .Sample(
                (pairs, seed) =>
                {
                    int[] from = [.. pairs.Select(pair => pair.Item1)],
                        to = [.. pairs.Select(pair => pair.Item2)];
                    if (ConnectedComponents.Of(from, to).Distinct().Count() < 2)
                        return;
                    foreach (Fold fold in Split.ColdOnBothSides(from, to, 2, seed))
                        Assert.Empty(Members(fold.Train).Intersect(Members(fold.Test)));

                    IEnumerable<int> Members(IReadOnlyList<int> rows) => rows.SelectMany(row => new[] { from[row], to[row] });
                }
            );

    [Fact]
    public void Members_hang_together_over_others()
    {
        int[] components = ConnectedComponents.Of(["a", "b", "d", "e"], ["b", "c", "e", "d"]);
        Assert.Equal(components[0], components[1]);
        Assert.Equal(components[2], components[3]);
        Assert.NotEqual(components[0], components[2]);
    }

    [Fact]
    public void One_side_may_be_known_where_the_asker_is_new()
    {
        string[] from = ["a", "a", "b", "c"];
        foreach (Fold fold in Split.ColdOnOneSide(from, 3, seed: 1))
            Assert.Empty(fold.Train.Select(row => from[row]).Intersect(fold.Test.Select(row => from[row])));
    }

    [Fact]
    public void Each_group_is_left_out_once_in_its_order()
    {
        IReadOnlyList<Fold> folds = Split.LeaveOneGroupOut(["x", "y", "x", "z"]);
        Assert.Equal(
            [
                [0, 2],
                [1],
                [3],
            ],
            folds.Select(fold => fold.Test.ToArray())
        );
        Assert.Equal([1, 3], folds[0].Train);
    }

    [Fact]
    public void A_members_last_rows_test() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 9])
            .Array[1, 60]
            .Sample(rows =>
            {
                int[] members = [.. rows.Select(row => row.Item1)];
                DateTimeOffset[] times = [.. rows.Select(row => s_start.AddHours(row.Item2))];
                Fold fold = Split.LateInMember(members, times, 0.5);
                foreach (int member in members.Distinct())
                {
                    DateTimeOffset[] train = [.. fold.Train.Where(row => members[row] == member).Select(row => times[row])];
                    DateTimeOffset[] test = [.. fold.Test.Where(row => members[row] == member).Select(row => times[row])];
                    Assert.True(test.Length >= train.Length);
                    Assert.True(train.Length == 0 || train.Max() < test.Min());
                }
            });

    [Fact]
    public void The_same_seed_gives_the_same_folds_and_another_gives_others()
    {
        int[] groups = [.. Enumerable.Range(0, 200).Select(row => row / 4)];
        Assert.Equal(Tests(1), Tests(1));
        Assert.NotEqual(Tests(1), Tests(2));

        int[][] Tests(int seed) => [.. Split.GroupFolds(groups, 5, seed).Select(fold => fold.Test.ToArray())];
    }

    [Fact]
    public void Fewer_groups_than_folds_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Split.GroupFolds([1, 1, 1], 2, 1));
}
