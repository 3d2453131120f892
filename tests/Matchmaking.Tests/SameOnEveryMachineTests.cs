using System.Diagnostics;
using System.Text.Json;
using Matchmaking.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Matchmaking.Tests;

/// <summary>
/// Answers are the same, byte for byte, on a platform without culture data and on processors with registers of any width: asked for in
/// processes of their own, which are told to do without.
/// </summary>
public sealed class SameOnEveryMachineTests
{
    private const string Variable = "MATCHMAKING_TEST_ANSWERS_TO";

    [Theory]
    [InlineData("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1")]
    [InlineData("DOTNET_EnableAVX512F", "0")]
    [InlineData("DOTNET_EnableAVX2", "0")]
    [InlineData("DOTNET_EnableHWIntrinsic", "0")]
    public void Answers_are_the_same_byte_for_byte(string setting, string value)
    {
        string folder = Directory.CreateTempSubdirectory("matchmaking-").FullName;
        try
        {
            string here = Path.Combine(folder, "here"),
                there = Path.Combine(folder, "there");
            WriteAnswers(here);
            using Process child = Process.Start(
                new ProcessStartInfo("dotnet")
                {
                    ArgumentList =
                    {
                        "exec",
                        Path.Combine(AppContext.BaseDirectory, "Matchmaking.Tests.dll"),
                        "-method",
                        $"*.{nameof(SameOnEveryMachineTests)}.{nameof(Answers_in_a_child)}",
                    },
                    Environment = { [Variable] = there, [setting] = value },
                    RedirectStandardOutput = true,
                }
            )!;
            string output = child.StandardOutput.ReadToEnd();
            child.WaitForExit();
            Assert.True(File.Exists(there), output);
            Assert.Equal(File.ReadAllLines(here), File.ReadAllLines(there));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Answers_in_a_child()
    {
        string? file = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(file is null, "Runs in processes that another test starts.");
        WriteAnswers(file!);
    }

    private static void WriteAnswers(string file)
    {
        var settings = new CommunityGeneratorOptions { Members = 160, Topics = 60 };
        Community generated = CommunityGenerator.Generate(settings, 11);
        Member[] accents =
        [
            Likes("a", ["Développement web", "Élevage"], "J’aime la photographie, l’été, et les forêts de Bohême."),
            Likes("b", ["developpement WEB"], "La foret en ete: un film de Boheme"),
            Likes("c", ["élevage"], "Ｆｕｌｌ width and ﬁne ligatures, naïveté"),
            Likes("d", ["E\u0301LEVAGES", "Việt Nam", "Ελλάδα"], "Έλληνας φίλος"),
            Likes("e", ["viet nam", "ελλαδα"], "ελληνας φιλος"),
        ];
        var matchmaker = Matchmaking.Matchmaker.Create(
            new Community(
                [.. generated.Members, .. accents],
                generated.Activities,
                generated.Participations,
                generated.Interactions,
                generated.Outcomes
            ),
            new MatchmakerOptions { TimeProvider = new FakeTimeProvider(settings.Now) }
        );
        List<string> answers = [];
        foreach (Member member in matchmaker.Community.Members)
        {
            answers.Add(JsonSerializer.Serialize(matchmaker.Suggest(member.Id, new() { Count = 5 })));
            answers.Add(JsonSerializer.Serialize(matchmaker.SuggestActivities(member.Id)));
        }

        File.WriteAllLines(file, answers);
    }

    private static Member Likes(string id, string[] topics, string bio) =>
        new()
        {
            Id = id,
            Languages = ["fr"],
            Bio = bio,
            Interests = [.. topics.Select(topic => new Interest { Topic = topic })],
        };
}
