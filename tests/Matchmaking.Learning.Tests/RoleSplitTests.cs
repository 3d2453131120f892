namespace Matchmaking.Tests.Learning;

public sealed class RoleSplitTests
{
    [Fact]
    public void Sides_are_told_apart_by_an_attribute_of_two_values()
    {
        RoleSplit split = Split(
            (i, side) =>
                new Member
                {
                    Id = $"p{i}",
                    Attributes = new Dictionary<string, AttributeValue> { ["team"] = side == 0 ? "red" : "blue" },
                }
        )!;

        Assert.Equal((RoleMark.Value, "team"), (split.Mark, split.Attribute));
    }

    [Fact]
    public void Sides_are_told_apart_by_their_part_in_mentoring()
    {
        RoleSplit split = Split(
            (i, side) =>
                new Member
                {
                    Id = $"p{i}",
                    Mentoring = new() { Role = side == 0 ? MentoringRole.Mentee : MentoringRole.Mentor },
                }
        )!;

        Assert.Equal(RoleMark.Mentoring, split.Mark);
        Assert.Equal(
            1,
            split.RoleOf(
                new Member
                {
                    Id = "new",
                    Mentoring = new() { Role = MentoringRole.Mentor },
                }
            )
        );
        Assert.Equal(-1, split.RoleOf(new Member { Id = "other" }));
    }

    [Fact]
    public void Sides_are_told_apart_by_what_one_of_them_alone_tells()
    {
        RoleSplit split = Split(
            (i, side) =>
                new Member
                {
                    Id = $"p{i}",
                    Attributes = new Dictionary<string, AttributeValue> { [side == 0 ? "mentee_age" : "mentor_age"] = i },
                }
        )!;

        Assert.Equal(RoleMark.Telling, split.Mark);
        Assert.NotEqual(split.RoleOf(Telling("mentee_age")), split.RoleOf(Telling("mentor_age")));

        static Member Telling(string name) =>
            new()
            {
                Id = "new",
                Attributes = new Dictionary<string, AttributeValue> { [name] = 1 },
            };
    }

    [Fact]
    public void Where_all_meet_all_there_are_no_sides()
    {
        Member[] members =
        [
            .. Enumerable
                .Range(0, 20)
                .Select(i => new Member
                {
                    Id = $"p{i}",
                    Attributes = new Dictionary<string, AttributeValue> { ["team"] = i % 2 == 0 ? "red" : "blue" },
                }),
        ];
        LabelledPair[] pairs =
        [
            .. from a in Enumerable.Range(0, 20)
            from b in Enumerable.Range(0, 20)
            where a != b
            select new LabelledPair(a, b, true, 1, People.Now),
        ];

        Assert.Null(RoleSplit.Of(members, pairs, _ => true));
    }

    [Fact]
    public void A_split_read_again_is_the_same()
    {
        RoleSplit split = Split(
            (i, side) =>
                new Member
                {
                    Id = $"p{i}",
                    Mentoring = new() { Role = side == 0 ? MentoringRole.Mentee : MentoringRole.Mentor },
                }
        )!;
        using var stream = new MemoryStream();
        split.Write(new BinaryWriter(stream));
        stream.Position = 0;

        Assert.Equal(split, RoleSplit.Read(new BinaryReader(stream)));
    }

    /// <summary>Twelve of one side and twelve of the other, each of whom answers all of the other side.</summary>
    private static RoleSplit? Split(Func<int, int, Member> member)
    {
        Member[] members = [.. Enumerable.Range(0, 24).Select(i => member(i, i % 2))];
        LabelledPair[] pairs =
        [
            .. from a in Enumerable.Range(0, 24)
            from b in Enumerable.Range(0, 24)
            where a % 2 != b % 2
            select new LabelledPair(a, b, true, 1, People.Now),
        ];
        return RoleSplit.Of(members, pairs, _ => true);
    }
}
