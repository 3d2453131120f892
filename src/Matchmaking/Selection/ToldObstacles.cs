namespace Matchmaking.Selection;

/// <summary>
/// Obstacles as they may be told: a refusal that rests on a field which either of the two hides is told as
/// <see cref="ObstacleKind.NotAvailable"/>.
/// </summary>
internal static class ToldObstacles
{
    private static readonly Dictionary<ObstacleKind, string[]> s_restsOn = new()
    {
        [ObstacleKind.Paused] = [MemberField.Availability],
        [ObstacleKind.MonthlyCapReached] = [MemberField.Availability],
        [ObstacleKind.NoCommonLanguage] = [MemberField.Languages],
        [ObstacleKind.TooFewCommonHours] = [MemberField.Availability, MemberField.TimeZone],
        [ObstacleKind.NotAMentorPair] = [MemberField.Mentoring],
        [ObstacleKind.NoTopicToLearn] = [MemberField.Mentoring, MemberField.Needs, MemberField.Offers],
        [ObstacleKind.NotAhead] = [MemberField.Mentoring, MemberField.Needs, MemberField.Offers],
        [ObstacleKind.TooManyTopics] = [MemberField.Mentoring, MemberField.Offers],
        [ObstacleKind.NoNeedMet] = [MemberField.Needs, MemberField.Offers],
        [ObstacleKind.NoMentorCapacity] = [MemberField.Mentoring],
        [ObstacleKind.NothingToBridge] = [MemberField.Activities],
        [ObstacleKind.AlreadyConnected] = [MemberField.Activities],
        [ObstacleKind.HasMentor] = [MemberField.Mentoring],
        [ObstacleKind.NobodyNew] = [MemberField.Joined, MemberField.Activities],
        [ObstacleKind.NotSettled] = [MemberField.Joined, MemberField.Activities],
    };

    /// <summary>What is told of a refusal of a pair.</summary>
    public static ObstacleKind Of(ObstacleKind kind, Member from, Member to) =>
        (from.HidesAnything || to.HidesAnything)
        && s_restsOn.TryGetValue(kind, out string[]? fields)
        && Array.Exists(fields, field => from.Hides(field) || to.Hides(field))
            ? ObstacleKind.NotAvailable
            : kind;
}
