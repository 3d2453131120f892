using System.Globalization;
using Matchmaking.Testing;

namespace Matchmaking.Tests.Parts;

public sealed class ScorePartContractTests
{
    private static readonly Community s_community = RandomCommunity.Generate(24, 3);

    private static readonly CommunityIndex s_index = Matchmaking.Matchmaker.Create(s_community, People.AtNow()).Index;

    private static readonly Dictionary<string, IReadOnlyList<ContractCheck>> s_parts = new(StringComparer.Ordinal)
    {
        [SameTimeZone.Name.Name] = ScorePartContract.Checks(() => new SameTimeZone()),
        [Chemistry.Name.Name] = ScorePartContract.Checks(() => new Chemistry(bounded: true)),
    };

    static ScorePartContractTests()
    {
        foreach (ScoringPart part in PartSet.BuiltIn)
            s_parts.Add(part.Part.Name, ScorePartContract.Checks(() => new BuiltIn(part), s_community.Members));
    }

    public static TheoryData<string, string> Names => [.. s_parts.SelectMany(part => part.Value.Select(check => (part.Key, check.Name)))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_part_keeps_the_contract(string part, string name) => s_parts[part].Single(check => check.Name == name).Run();

    [Theory]
    [InlineData("text", "has a name that stays and is none of the library's")]
    [InlineData("large", "says values in [0, 1] of anybody")]
    [InlineData("sided", "says the same values exchanged with the members exchanged")]
    [InlineData("low", "has a bound in [0, 1] that no value is above")]
    [InlineData("forgets", "says the same whenever it is asked")]
    [InlineData("blank", "writes a reason in any culture, or none")]
    public void Whoever_breaks_the_contract_is_found_out(string fault, string found)
    {
        IReadOnlyList<ContractCheck> checks = ScorePartContract.Checks(() => new Broken(fault));
        Assert.Throws<ContractException>(() => checks.Single(check => check.Name == found).Run());
    }

    [Fact]
    public void The_document_on_extending_shows_the_example_that_is_tested()
    {
        string source = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "tests", "Matchmaking.Tests", "Parts", "SameTimeZone.cs"));
        string document = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "extending.md"));
        Assert.Contains(
            source[source.IndexOf("public sealed class", StringComparison.Ordinal)..].Trim(),
            document,
            StringComparison.Ordinal
        );
    }

    /// <summary>A part of the library's as a host's would be.</summary>
    private sealed class BuiltIn(ScoringPart part) : IScorePart
    {
        public ScorePart Part { get; } = new("builtIn." + part.Part.Name);

        public bool HasData(Member member) => part.HasData(s_index);

        public DirectedValue Value(Member from, Member to, DateTimeOffset moment)
        {
            using var query = new PairQuery(s_index, s_index.IndexOf(from.Id), IntroductionKind.Any, moment);
            return part.Score(query, s_index.IndexOf(to.Id));
        }

        public string? Reason(Member reader, Member other, CultureInfo culture)
        {
            int from = s_index.IndexOf(reader.Id),
                to = s_index.IndexOf(other.Id);
            using var query = new PairQuery(s_index, from, IntroductionKind.Any, People.Now);
            var side = new Side(s_index, from, to);
            var reasons = new ReasonList(query, side, culture);
            part.AddReasons(reasons, 1, 1);
            var phrases = Phrases.For(s_index.Options.Books, culture, reader);
            return reasons.Count == 0 ? null : Matchmaking.Reason.InOneLine(ReasonWriter.Write(side, phrases, reasons.Chosen()));
        }
    }

    private sealed class Broken(string fault) : IScorePart
    {
        private int _asked;

        public ScorePart Part => new(fault);

        public DirectedValue Value(Member from, Member to, DateTimeOffset moment) =>
            fault switch
            {
                "large" => new(.5, 2),
                "sided" => new(.2, .3),
                "forgets" => DirectedValue.Both(_asked++ % 2),
                _ => DirectedValue.Both(.5),
            };

        public double UpperBound(Member from, Member to, DateTimeOffset moment) => fault == "low" ? .4 : 1;

        public string? Reason(Member reader, Member other, CultureInfo culture) => fault == "blank" ? " " : null;
    }
}
