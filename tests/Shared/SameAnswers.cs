using System.Globalization;

namespace Matchmaking.Tests;

/// <summary>Two matchmakers asked everything, and held to the same answers: scores to the last bit, and every word.</summary>
internal static class SameAnswers
{
    public static void Check(Matchmaker expected, Matchmaker actual)
    {
        Assert.Equal(Text(expected.Community), Text(actual.Community));
        string[] ids = [.. expected.Community.Members.Select(member => member.Id)];
        foreach (string id in ids)
        {
            foreach (IntroductionKind kind in Enum.GetValues<IntroductionKind>())
            {
                var options = new SuggestOptions
                {
                    Kind = kind,
                    Count = 4,
                    Diversity = kind == IntroductionKind.Peer ? .3 : 0,
                };
                Assert.Equal(Text(expected.Suggest(id, options)), Text(actual.Suggest(id, options)));
                Assert.Equal(expected.Rank(id, options), actual.Rank(id, options));
            }

            Assert.Equal(
                expected
                    .SuggestActivities(id)
                    .Select(a => $"{a.Activity.Id} {a.Score:R} {string.Join("; ", a.Reasons.Select(reason => reason.Text))}"),
                actual
                    .SuggestActivities(id)
                    .Select(a => $"{a.Activity.Id} {a.Score:R} {string.Join("; ", a.Reasons.Select(reason => reason.Text))}")
            );
            Explanation there = expected.Explain(id, ids[^1]),
                here = actual.Explain(id, ids[^1]);
            Assert.Equal(Text([there.Introduction]), Text([here.Introduction]));
            Assert.Equal(there.Obstacles.Select(obstacle => obstacle.Kind), here.Obstacles.Select(obstacle => obstacle.Kind));
        }

        for (int i = 0; i + 2 < ids.Length; i += 2)
        {
            string[] group = ids[i..(i + 2)];
            Assert.Equal(
                expected
                    .SuggestForGroup(group)
                    .Select(g => $"{g.Member.Id} {g.Score:R} {string.Join("; ", g.Reasons.Select(reason => reason.Text))}"),
                actual
                    .SuggestForGroup(group)
                    .Select(g => $"{g.Member.Id} {g.Score:R} {string.Join("; ", g.Reasons.Select(reason => reason.Text))}")
            );
        }
    }

    private static string Text(IEnumerable<Introduction> introductions) =>
        string.Join(
            '\n',
            introductions.Select(i =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{i.To.Id} {i.To.Name} {i.Score:R} {i.Forward:R} {i.Backward:R} {i.Because} {i.BecauseForTo} {i.OpeningLine}"
                )
            )
        );

    public static string Text(Community community) =>
        string.Join(
            '\n',
            [
                .. community.Members.Select(member => $"{member.Id} {member.Name} {string.Join(',', member.Blocks)}"),
                .. community.Participations.Select(row => row.ToString()),
                .. community.Interactions.Select(row => row.ToString()),
                .. community.Outcomes.Select(row => row.ToString()),
            ]
        );
}
