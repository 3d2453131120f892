using static Matchmaking.Tests.People;

namespace Matchmaking.Tests.Introductions;

/// <summary>Who could introduce two to each other.</summary>
public sealed class IntroducerTests
{
    [Fact]
    public void Somebody_who_knows_both_is_named() => Assert.Equal(["carl"], Introducers(person => person));

    [Fact]
    public void Nobody_is_named_who_hides_whom_they_know_is_blocked_or_has_paused()
    {
        Assert.Empty(Introducers(person => person.Id == "carl" ? person with { Hidden = [MemberField.Activities] } : person));
        Assert.Empty(Introducers(person => person.Id == "ann" ? person with { Hidden = [MemberField.Activities] } : person));
        Assert.Empty(Introducers(person => person.Id == "bob" ? person with { Hidden = [MemberField.Activities] } : person));
        Assert.Empty(Introducers(person => person.Id == "bob" ? person with { Blocks = ["carl"] } : person));
        Assert.Empty(
            Introducers(person =>
                person.Id == "carl" ? person with { Availability = new Availability { PausedUntil = Now.AddDays(3) } } : person
            )
        );
    }

    [Fact]
    public void A_pause_that_is_hidden_is_not_told_by_who_is_missing() =>
        Assert.Equal(
            ["carl"],
            Introducers(person =>
                person.Id != "carl"
                    ? person
                    : person with
                    {
                        Availability = new Availability { PausedUntil = Now.AddDays(3) },
                        Hidden = [MemberField.Availability],
                    }
            )
        );

    [Fact]
    public void Who_knows_one_alone_introduces_nobody() =>
        Assert.Empty(Introducers(person => person, [Met("ann", "carl"), Met("carl", "dora")]));

    private static IReadOnlyList<string> Introducers(Func<Member, Member> change, Interaction[]? met = null)
    {
        Member[] members = [.. ((string[])["ann", "bob", "carl", "dora"]).Select(id => change(Person(id, likes: ["chess"])))];
        var matchmaker = Matchmaking.Matchmaker.Create(
            new Community(members, interactions: met ?? [Met("ann", "carl"), Met("carl", "bob"), Met("bob", "dora")]),
            AtNow()
        );
        return matchmaker.Explain("ann", "bob").Introduction.IntroducerIds;
    }
}
