namespace Matchmaking.Selection;

/// <summary>Two who both tell their languages and have none in common.</summary>
internal sealed class CommonLanguageRule : IRule
{
    public ObstacleKind? Check(RuleQuery query, int candidate) =>
        query.Index.Options.RequireCommonLanguage
        && Languages.InCommon(query.Profile.Record, query.Index.Members[candidate].Record) == false
            ? ObstacleKind.NoCommonLanguage
            : null;
}

/// <summary>Two who both tell their hours and have too few in common.</summary>
internal sealed class CommonHoursRule : IRule
{
    public ObstacleKind? Check(RuleQuery query, int candidate) =>
        query.Index.Options.MinimumCommonHours > 0
        && query.Pair.RecordedHours(candidate) is { } hours
        && hours < query.Index.Options.MinimumCommonHours
            ? ObstacleKind.TooFewCommonHours
            : null;
}
