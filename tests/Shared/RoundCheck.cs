namespace Matchmaking.Tests.Rounds;

/// <summary>What must hold of every round, whatever the community: checked through the public surface alone.</summary>
internal static class RoundCheck
{
    public static void BreaksNothing(global::Matchmaking.Matchmaker matchmaker, Round round, RoundOptions options)
    {
        SuggestOptions calls = new()
        {
            Kind = options.Kind,
            IncludeConnected = options.IncludeConnected,
            IncludeMentored = options.Mentors.IncludeMentored || options.Mentors.MentorsPerMentee > 1,
            Allow = options.Allow,
            Rules = options.Rules,
        };
        bool directed = options.Kind is IntroductionKind.Mentor or IntroductionKind.Buddy;
        foreach ((string a, string b) in Pairs(round))
        {
            Assert.Empty(matchmaker.Explain(a, b, calls).Obstacles);
            if (!directed)
                Assert.Empty(matchmaker.Explain(b, a, calls).Obstacles);
            Assert.True(matchmaker.Score(a, b, options.Kind).Score >= options.MinimumScore - 1e-6);
        }

        string[] met =
        [
            .. round.Introductions.SelectMany(pair => new[] { pair.From.Id, pair.To.Id }),
            .. round.Groups.SelectMany(group => group.Members.Select(member => member.Id)),
        ];
        if (options.Kind != IntroductionKind.Mentor)
            Assert.Equal(met.Distinct().Count(), met.Length);
        if (!directed)
        {
            Assert.Equal(
                matchmaker.Community.Members.Select(member => member.Id).Order(),
                met.Concat(round.Unmatched.Select(unmatched => unmatched.Member.Id)).Order()
            );
            Assert.Equal(met.Length, round.Figures.Served);
        }

        foreach (UnmatchedMember unmatched in round.Unmatched)
            Assert.NotEmpty(unmatched.Text);
    }

    public static IEnumerable<(string A, string B)> Pairs(Round round)
    {
        foreach (Introduction pair in round.Introductions)
            yield return (pair.From.Id, pair.To.Id);
        foreach (RoundGroup group in round.Groups)
        {
            for (int i = 0; i < group.Members.Count; i++)
            {
                for (int j = i + 1; j < group.Members.Count; j++)
                    yield return (group.Members[i].Id, group.Members[j].Id);
            }
        }
    }

    /// <summary>A round in one text: two that are equal to it are the same round.</summary>
    public static string Text(Round round) =>
        string.Join(
            '\n',
            [
                .. round.Introductions.Select(pair => $"{pair.From.Id} {pair.To.Id} {pair.Score:R}"),
                .. round.Groups.Select(group =>
                    $"{string.Join(' ', group.Members.Select(member => member.Id))} {string.Join(' ', group.Benefits)}"
                ),
                .. round.Unmatched.Select(unmatched =>
                    $"{unmatched.Member.Id} {unmatched.Reason} {unmatched.Text} {unmatched.Relaxation?.Text}"
                ),
                round.Figures.ToString(),
            ]
        );
}
