namespace Matchmaking.Tests.Learning;

public sealed class AttributeNamesTests
{
    [Theory]
    [InlineData("mentee_age", "mentor_age")]
    [InlineData("age of mentee", "age of mentor")]
    [InlineData("menteeAge", "mentorAge")]
    [InlineData("w_attr3_1", "m_attr3_1")]
    public void Two_names_that_differ_in_one_word_and_are_told_by_two_sides_are_one_attribute(string ofOne, string ofOther)
    {
        var names = AttributeNames.Of(Sides(ofOne, ofOther, i => i));

        Assert.Equal(names[ofOne], names[ofOther]);
        Assert.NotNull(names[ofOne].Counterpart);
    }

    [Fact]
    public void Names_that_differ_in_a_number_stay_apart() =>
        Assert.NotEqual("question 1", AttributeNames.Of(Sides("question 1", "question 2", i => i))["question 2"].Name);

    [Fact]
    public void Names_that_the_same_members_tell_stay_apart()
    {
        Member[] members = [.. Enumerable.Range(0, 20).Select(i => Telling(i, ("home_city", i), ("work_city", 20 - i)))];

        Assert.Null(AttributeNames.Of(members)["home_city"].Counterpart);
    }

    [Fact]
    public void Boxes_that_are_checked_or_not_stay_apart() =>
        Assert.Null(AttributeNames.Of(Sides("likes_tea", "likes_coffee", _ => 1))["likes_tea"].Counterpart);

    [Fact]
    public void Of_a_word_for_a_side_and_a_word_of_a_question_the_side_joins()
    {
        Member[] members =
        [
            .. Enumerable
                .Range(0, 20)
                .Select(i =>
                    i % 2 == 0 ? Telling(i, ("w_fun", i), ("w_ambition", i + 1)) : Telling(i, ("m_fun", i), ("m_ambition", i + 2))
                ),
        ];

        Assert.Equal("w_fun", AttributeNames.Of(members)["m_fun"].Counterpart ?? AttributeNames.Of(members)["m_fun"].Name);
        Assert.Equal("fun", AttributeNames.Of(members)["w_fun"].Core);
    }

    private static Member[] Sides(string ofOne, string ofOther, Func<int, double> value) =>
        [.. Enumerable.Range(0, 20).Select(i => Telling(i, (i % 2 == 0 ? ofOne : ofOther, value(i))))];

    private static Member Telling(int i, params (string Name, double Value)[] told) =>
        new()
        {
            Id = $"p{i}",
            Attributes = told.ToDictionary(attribute => attribute.Name, attribute => AttributeValue.Of(attribute.Value)),
        };
}
