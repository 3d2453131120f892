using System.Text;
using Matchmaking.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Matchmaking.Tests.Cases;

/// <summary>After a member is removed, or tells something else, nothing that only they told is in any file that is written then.</summary>
public sealed class ErasureTests
{
    private static readonly CommunityGeneratorOptions s_settings = new()
    {
        Members = 60,
        OutcomesPerMember = 15,
        InteractionsPerMember = 4,
    };

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void Nothing_that_only_they_told_is_in_a_file_that_is_written_afterwards(int seed, bool remove)
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        // Words that stems and folds leave a piece of, each another one.
        int words = 0;
        List<string> told = [];
        Community generated = CommunityGenerator.Generate(s_settings, seed);
        Member someone = generated.Members[7];
        Member telling = someone with
        {
            Name = Word(),
            GivenName = Word(),
            Bio = $"{Word()} {Word()}",
            Texts = [$"The {Word()} of {Word()}"],
            Location = new()
            {
                Latitude = 45,
                Longitude = 5,
                Place = Word(),
            },
            Interests = [.. someone.Interests, new() { Topic = Word() }],
            Offers = [.. someone.Offers, new() { Topic = Word() }],
            Needs = [.. someone.Needs, new() { Topic = Word() }],
            Mentoring = new() { Role = MentoringRole.Both, Topics = [Word()] },
            Blocks = [Word()],
            Attributes = new Dictionary<string, AttributeValue>(someone.Attributes)
            {
                ["team"] = Word(),
                [Word()] = 1,
                [Word()] = Word(),
                ["badges"] = AttributeValue.Of([Word(), "host"]),
            },
            Hidden = [],
        };
        Member[] members =
        [
            .. generated.Members.Select(member =>
                member.Id == someone.Id
                    ? telling
                    : member with
                    {
                        Attributes = new Dictionary<string, AttributeValue>(member.Attributes)
                        {
                            ["badges"] = AttributeValue.Of(member.Id.EndsWith('3') ? ["host", "speaker"] : ["speaker"]),
                        },
                    }
            ),
        ];
        var interaction = new Interaction
        {
            FromId = someone.Id,
            ToId = "m1",
            Kind = Word(),
            Time = s_settings.Now.AddDays(-9),
        };
        var outcome = new Outcome
        {
            FromId = "m1",
            ToId = someone.Id,
            Kind = OutcomeKind.Accepted,
            Time = s_settings.Now.AddDays(-8),
            SuggestionId = Word(),
            Policy = Word(),
        };
        var matchmaker = Matchmaker.Create(
            new Community(
                members,
                generated.Activities,
                generated.Participations,
                [.. generated.Interactions, interaction],
                [.. generated.Outcomes, outcome]
            ),
            new MatchmakerOptions { TimeProvider = new FakeTimeProvider(s_settings.Now) }
        );
        bool learned = matchmaker.Learn(new() { Source = LearningSource.Outcomes }, cancellationToken: token).IsUsed;
        if (remove)
            Assert.True(matchmaker.Remove(someone.Id));
        else
            matchmaker.Upsert(someone);

        using var file = new MemoryStream();
        matchmaker.Save(file, token);
        Check(file.ToArray());
        file.Position = 0;
        using var again = new MemoryStream();
        var loaded = Matchmaker.Load(file, cancellationToken: token);
        loaded.Save(again, token);
        Check(again.ToArray());
        if (learned)
        {
            string model = Path.GetTempFileName();
            matchmaker.SaveModel(model);
            Check(File.ReadAllBytes(model));
            File.Delete(model);
        }

        string Word()
        {
            string word = $"zq{(char)('a' + (words / 5))}{"aeiou"[words % 5]}xkv{(char)('b' + (words++ % 7))}orwy";
            told.Add(word[..8]);
            return word;
        }

        void Check(byte[] bytes)
        {
            // What stood between the two of an interaction and an outcome is of both, and stays while both do.
            IEnumerable<string> gone = remove ? told : told[..^3];
            foreach (string piece in gone)
            {
                Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(piece)) < 0, piece);
                Assert.True(bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(piece)) < 0, piece);
            }
        }
    }
}
