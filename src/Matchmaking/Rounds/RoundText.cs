namespace Matchmaking.Rounds;

/// <summary>
/// What is said about a round to the host, who is no member with a language of their own: English unless a culture was asked for.
/// </summary>
internal static class RoundText
{
    public static Phrases Of(RoundContext context) => Phrases.ForHost(context.Index.Options.Books, context.Options.Culture);
}

/// <summary>
/// What the host can do about rules that keep others away from a member, and how far, where a rule has a measure: with the number of those
/// whom the member could meet then. What would change nothing, or is not the host's to change, is never told.
/// </summary>
/// <param name="context">The round.</param>
/// <param name="phrases">The language.</param>
/// <param name="member">The member.</param>
internal sealed class RelaxationText(RoundContext context, Phrases phrases, int member)
{
    /// <summary>The relaxation of a set of rules; null where there is none.</summary>
    /// <param name="rules">The rules that keep the others away.</param>
    /// <param name="others">The others.</param>
    public Relaxation? Of(IReadOnlyList<Refusal?> rules, IReadOnlyList<int> others)
    {
        // The one to whom it is least far decides how far; who is no farther counts as well.
        double[]? least = null;
        int nearest = -1;
        List<double[]> all = [];
        foreach (int other in others)
        {
            double?[] far = [.. rules.Select(rule => Measure(rule, other))];
            if (Array.Exists(far, measure => measure is null))
                continue;
            double[] measures = Array.ConvertAll(far, measure => measure!.Value);
            all.Add(measures);
            if (least is null || measures.AsSpan().SequenceCompareTo(least) > 0)
                (least, nearest) = (measures, other);
        }

        if (least is null)
            return null;
        bool isOfOne = rules.Any(rule => rule?.Kind == ObstacleKind.MonthlyCapReached || rule?.Kind == ObstacleKind.NoMentorCapacity);
        return new Relaxation
        {
            Rules = [.. rules.OfType<Refusal>().Select(rule => rule.Kind)],
            Members = isOfOne ? 1 : all.Count(measures => measures.Zip(least).All(pair => pair.First >= pair.Second)),
            Text = string.Join(' ', rules.Select((rule, i) => Text(rule, nearest, least[i]))),
        };
    }

    /// <summary>The mentor of the two.</summary>
    private int Mentor(int other) => context.Seeks(member) ? other : member;

    /// <summary>How far a rule has to be loosened for one of the others, the more the less; null where that is not the host's.</summary>
    private double? Measure(Refusal? rule, int other)
    {
        if (rule is not { } refusal)
            return Math.Floor(100 * Score(other)) / 100;
        ObstacleKind kind = refusal.Kind;
        if (refusal.HasOwnText)
            return 0;
        // Whole days: on the first of them the two may meet again.
        if (kind == ObstacleKind.CoolingDown)
            return context.Past.ArePlannedTogether(member, other) ? -1 : Days(other);
        if (kind == ObstacleKind.NotSettled)
            return Settled(other);
        // Downwards: a tenth more than the two have would not help.
        if (kind == ObstacleKind.TooFewCommonHours)
            return Math.Floor(10 * Hours(other)) / 10;
        // One more is what is asked for: it must be enough.
        if (kind == ObstacleKind.MonthlyCapReached)
            return context.IsOneShort(other) ? 0 : null;
        return 0;
    }

    private string Text(Refusal? rule, int nearest, double far)
    {
        if (rule is not { } refusal)
            return phrases.Format("RelaxBelowScore", far);
        ObstacleKind kind = refusal.Kind;
        return refusal.HasOwnText ? phrases.Format("RelaxRule", kind.Code, refusal.Text(phrases))
            : kind == ObstacleKind.CoolingDown
                ? far < 0 ? phrases["RelaxPlannedAhead"]
                    : phrases.Count("RelaxCoolDown", far)
            : kind == ObstacleKind.NotSettled ? phrases.Count("RelaxNotSettled", far)
            : kind == ObstacleKind.TooFewCommonHours ? phrases.Count("RelaxTooFewCommonHours", far)
            : kind == ObstacleKind.MonthlyCapReached ? phrases.Format("RelaxMonthlyCapReached", Id(nearest))
            : kind == ObstacleKind.NoMentorCapacity ? phrases.Format("RelaxNoMentorCapacity", Id(Mentor(nearest)))
            : (kind == ObstacleKind.NoTopicToLearn || kind == ObstacleKind.NotAhead) && !context.Seeks(member) ? phrases["RelaxFindMentee"]
            : phrases[$"Relax{kind.PhraseName}"];
    }

    /// <summary>Since when the two know of each other; null where one said no: that is no host's to shorten.</summary>
    private double? Days(int other)
    {
        if (context.Index.Introductions.HasDeclined(member, other, context.Now))
            return null;
        TimeSpan? since = context.Past.Last(member, other) is { } last ? (context.Now - last).Duration() : null;
        return since is { } time ? Math.Floor(time.TotalDays) : null;
    }

    /// <summary>How long the other has been here, in whole days; null where the member would be no newcomer either.</summary>
    private double? Settled(int other)
    {
        (int newcomer, int buddy) = context.Seeks(member) ? (member, other) : (other, member);
        return
            context.Index.Members[buddy].Joined is { } joined
            && Math.Floor((context.Now - joined).TotalDays) is >= 1 and var days
            && (context.Now - context.Index.Members[newcomer].Joined)?.TotalDays < days
            ? days
            : null;
    }

    private double Hours(int other)
    {
        using PairQuery query = context.Query(member);
        return query.CommonHours(other) ?? 0;
    }

    private double Score(int other)
    {
        using PairQuery query = context.Query(context.Seeks(member) ? member : other);
        return context.Scorer.Score(query, context.Seeks(member) ? other : member).Score;
    }

    private string Id(int position) => context.Index.Members[position].Id;
}
