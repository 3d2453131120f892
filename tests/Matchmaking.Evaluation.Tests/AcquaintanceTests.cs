namespace Matchmaking.Evaluation.Tests;

/// <summary>Who is taken to know whom on Meetup (docs/evaluation.md), three months before the test's cut.</summary>
public class AcquaintanceTests
{
    private const int SmallEvent = 20;

    [Fact]
    public void The_threshold_tells_those_who_come_together_again_from_those_who_were_once_in_one_room()
    {
        var cut = new DateTimeOffset(2017, 5, 1, 0, 0, 0, TimeSpan.Zero);
        var split = new NashvilleSplit(Nashville.Data, cut, cut.AddDays(90));
        MemberNetwork network = MemberNetwork.Build(split.Community, new MatchmakerOptions { TimeProvider = new FixedTime(cut) });
        HashSet<(int, int)> later = [];
        foreach (NashvilleSplit.LaterEvent e in split.After.Where(e => e.Members.Length <= SmallEvent))
            later.UnionWith(Pairs([.. e.Members.Where(id => split.TryMemberIndex(id, out _)).Select(split.MemberIndex)]));
        (int known, int knownAgain, int tied, int tiedAgain, int strangersAgain) = (0, 0, 0, 0, 0);
        foreach ((int a, int b) in Pairs([.. split.Active]))
        {
            bool again = later.Contains((a, b));
            if (network.AreAcquainted(a, b, cut))
                (known, knownAgain) = (known + 1, knownAgain + (again ? 1 : 0));
            else if (network.AreTied(a, b))
                (tied, tiedAgain) = (tied + 1, tiedAgain + (again ? 1 : 0));
            else
                strangersAgain += again ? 1 : 0;
        }

        double all = knownAgain + tiedAgain + strangersAgain;
        string figures = string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"known {known}, again {knownAgain}; tied {tied}, again {tiedAgain}; strangers who meet {strangersAgain}"
        );
        TestContext.Current.TestOutputHelper?.WriteLine(figures);
        Assert.InRange((double)known / (known + tied), .15, .25);
        Assert.True(knownAgain * (double)tied > 4 * tiedAgain * (double)known);
        Assert.True(knownAgain < .27 * all && knownAgain + tiedAgain > .45 * all);
    }

    private static IEnumerable<(int A, int B)> Pairs(int[] members)
    {
        Array.Sort(members);
        for (int i = 0; i < members.Length; i++)
        {
            for (int j = i + 1; j < members.Length; j++)
                yield return (members[i], members[j]);
        }
    }
}
