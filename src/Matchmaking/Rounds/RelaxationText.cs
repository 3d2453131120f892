namespace Matchmaking;

/// <summary>What the host can do about a rule that keeps two apart, and how far, where the rule has a measure.</summary>
internal sealed class RelaxationText(RoundContext context, Phrases phrases)
{
    public string Of(ObstacleKind kind, int member, int example)
    {
        switch (kind)
        {
            case ObstacleKind.CoolingDown when context.Past.ArePlannedTogether(member, example):
                return phrases["RelaxPlannedAhead"];
            case ObstacleKind.CoolingDown when context.Past.HaveMet(member, example):
                // Whole days: the first on which the two may meet again.
                return phrases.Count(
                    "RelaxCoolDown",
                    Math.Floor((context.Now - context.Past.Last(member, example)!.Value).Duration().TotalDays)
                );
            case ObstacleKind.TooFewCommonHours:
                using (PairQuery query = context.Query(member))
                    // Downwards: a tenth more than the two have would not help.
                    return phrases.Count("RelaxTooFewCommonHours", Math.Floor(10 * query.CommonHours(example) ?? 0) / 10);
            case ObstacleKind.MonthlyCapReached:
                return phrases.Format("RelaxMonthlyCapReached", context.Index.Members[example].Id);
            case Tally.BelowScore:
                using (PairQuery query = context.Query(member))
                    return phrases.Format("RelaxBelowScore", Math.Floor(100 * context.Scorer.Score(query, example).Score) / 100);
            default:
                return phrases[$"Relax{kind}"];
        }
    }
}
