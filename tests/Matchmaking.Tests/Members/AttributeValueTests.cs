namespace Matchmaking.Tests;

public class AttributeValueTests
{
    [Fact]
    public void Equal_values_are_equal_and_hash_alike()
    {
        (AttributeValue, AttributeValue)[] pairs =
        [
            (AttributeValue.Of(3), 3),
            (AttributeValue.Of("a"), "a"),
            (AttributeValue.Of(["b", "a", "b"]), AttributeValue.Of(["a", "b"])),
        ];
        foreach ((AttributeValue one, AttributeValue other) in pairs)
        {
            Assert.Equal(one, other);
            Assert.Equal(one.GetHashCode(), other.GetHashCode());
            Assert.Equal(one.ToString(), other.ToString());
        }
    }

    [Fact]
    public void A_category_a_set_of_it_and_a_number_are_not_the_same()
    {
        Assert.NotEqual(AttributeValue.Of("a"), AttributeValue.Of(["a"]));
        Assert.NotEqual(AttributeValue.Of("3"), AttributeValue.Of(3));
        Assert.NotEqual(AttributeValue.Of("a"), AttributeValue.Of("A"));
        Assert.False(AttributeValue.Of("a").Equals(null));
    }

    [Fact]
    public void A_value_knows_its_kind()
    {
        Assert.Equal(
            (AttributeKind.Number, 2.5, "2.5"),
            (AttributeValue.Of(2.5).Kind, AttributeValue.Of(2.5).Number, AttributeValue.Of(2.5).ToString())
        );
        Assert.Equal((AttributeKind.Category, "x"), (AttributeValue.Of("x").Kind, Assert.Single(AttributeValue.Of("x").Categories)));
        Assert.Equal((AttributeKind.Set, "a, b"), (AttributeValue.Of(["b", "a"]).Kind, AttributeValue.Of(["b", "a"]).ToString()));
        Assert.Empty(AttributeValue.Of(1).Categories);
        Assert.Empty(AttributeValue.Of([]).Categories);
        Assert.True(double.IsNaN(AttributeValue.Of("x").Number));
    }

    [Fact]
    public void Numbers_are_finite_and_categories_are_named()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => AttributeValue.Of(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => AttributeValue.Of(double.PositiveInfinity));
        Assert.Throws<ArgumentException>(() => AttributeValue.Of(" "));
        Assert.Throws<ArgumentException>(() => AttributeValue.Of(["a", "b\n"]));
        Assert.Throws<ArgumentNullException>(() => AttributeValue.Of((string)null!));
        Assert.Throws<ArgumentNullException>(() => AttributeValue.Of((IEnumerable<string>)null!));
    }
}
