namespace Matchmaking;

/// <summary>Complementary are two of whom at least one has something that the other is looking for.</summary>
internal sealed class ComplementRule : IRule
{
    public ObstacleKind? Check(RuleQuery query, int candidate)
    {
        if (query.Pair.Kind != IntroductionKind.Complementary)
            return null;
        MemberVector member = query.Pair.Vector;
        MemberVector other = query.Index.Vectors[candidate];
        return Coverage.Of(member.Needs, other.Offers) == 0 && Coverage.Of(other.Needs, member.Offers) == 0 ? ObstacleKind.NoNeedMet : null;
    }
}
