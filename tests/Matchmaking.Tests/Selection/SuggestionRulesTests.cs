using Matchmaking.Tests.Rounds;
using static Matchmaking.Tests.People;

namespace Matchmaking.Tests.Selection;

/// <summary>No answer to anybody breaks a rule, as the one checker of all rules knows them.</summary>
public class SuggestionRulesTests
{
    [Theory]
    [InlineData(IntroductionKind.Any)]
    [InlineData(IntroductionKind.Complementary)]
    [InlineData(IntroductionKind.Mentor)]
    [InlineData(IntroductionKind.Buddy)]
    public void No_suggestion_breaks_a_rule(IntroductionKind kind)
    {
        for (int seed = 0; seed < 4; seed++)
        {
            MatchmakerOptions settings = AtNow(new() { MinimumCommonHours = seed % 2 == 0 ? 3 : 0 });
            var matchmaker = global::Matchmaking.Matchmaker.Create(RandomCommunity.Generate(30, seed), settings);
            SuggestOptions calls = new()
            {
                Kind = kind,
                IncludeConnected = seed % 2 == 1,
                MinimumScore = seed == 3 ? 0.1 : 0,
                Exclude = ["m3", "m4"],
                Rules = [new Drawn()],
            };
            foreach (Member member in matchmaker.Community.Members)
            {
                IReadOnlyList<Introduction> answer = matchmaker.Suggest(member.Id, calls);

                // A mentor who asks is answered with mentees: the rules are those of the introduction, not of who asks.
                if (answer.All(pair => pair.From.Id == member.Id) && (kind != IntroductionKind.Mentor || Seeks(member)))
                    RoundCheck.BreaksNothing(matchmaker, member.Id, answer, calls, Now, settings);
            }
        }
    }

    private static bool Seeks(Member member) => member.Mentoring is { Role: MentoringRole.Mentee or MentoringRole.Both };
}
