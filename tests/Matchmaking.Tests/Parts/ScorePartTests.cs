using System.Text.Json;

namespace Matchmaking.Tests.Parts;

public class ScorePartTests
{
    [Fact]
    public void It_is_its_name_in_JSON_as_a_value_and_as_a_key()
    {
        var own = new ScorePart("sameTimeZone");
        Assert.Equal("\"sharedInterests\"", JsonSerializer.Serialize(ScorePart.SharedInterests));
        Assert.Equal("{\"sameTimeZone\":1}", JsonSerializer.Serialize(new Dictionary<ScorePart, int> { [own] = 1 }));
        Assert.Equal(own, JsonSerializer.Deserialize<ScorePart>("\"sameTimeZone\""));
        Assert.Equal(own, JsonSerializer.Deserialize<Dictionary<ScorePart, int>>("{\"sameTimeZone\":1}")!.Keys.Single());
        Assert.Equal(default, JsonSerializer.Deserialize<ScorePart>(JsonSerializer.Serialize(default(ScorePart))));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ScorePart>("\"Same Zone\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ScorePart>("1"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Text")]
    [InlineData("my part")]
    [InlineData("1st")]
    [InlineData("é")]
    public void A_name_that_is_none_is_refused(string name) => Assert.Throws<ArgumentException>(() => new ScorePart(name));

    [Fact]
    public void The_default_value_is_no_part()
    {
        Assert.Equal("", default(ScorePart).Name);
        Assert.NotEqual(default, ScorePart.Text);
        Assert.Throws<ArgumentException>(() => new PartWeights { Others = new Dictionary<ScorePart, double> { [default] = 1 } });
    }

    [Fact]
    public void Weights_are_set_one_by_one_and_checked()
    {
        PartWeights weights = PartWeights.For(IntroductionKind.Any) with
        {
            Text = .5,
            Others = new Dictionary<ScorePart, double> { [SameTimeZone.Name] = .2 },
        };
        Assert.Equal(.5, weights.Text);
        Assert.Equal(.25, weights[ScorePart.SharedInterests]);
        Assert.Equal(.2, weights[SameTimeZone.Name]);
        Assert.Equal(0, weights[ScorePart.Profile]);
        Assert.Equal([SameTimeZone.Name], weights.Others.Keys);
        Assert.Equal(weights, weights with { });
        Assert.Equal(new PartWeights { Text = 1, Network = 0 }, new PartWeights { Text = 1 });
        Assert.NotEqual(weights, weights with { Text = .4 });
        Assert.Throws<ArgumentException>(() => new PartWeights { Others = new Dictionary<ScorePart, double> { [ScorePart.Text] = 1 } });
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new PartWeights { Others = new Dictionary<ScorePart, double> { [SameTimeZone.Name] = double.NaN } }
        );
    }

    [Fact]
    public void Parts_have_names_of_their_own() =>
        Assert.Throws<ArgumentException>(() => new MatchmakerOptions { Parts = [new SameTimeZone(), new SameTimeZone()] });
}
