namespace Matchmaking;

/// <summary>One rule that is never broken. Rules hold no state.</summary>
internal interface IRule
{
    /// <summary>What stands against introducing the candidate to the query's member; null: nothing, by this rule.</summary>
    ObstacleKind? Check(RuleQuery query, int candidate);
}
