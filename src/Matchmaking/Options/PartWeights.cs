namespace Matchmaking;

/// <summary>
/// How much each part of a score counts, each in [0, 1000]. They are shares: the weights are divided by their sum, over the parts for which
/// the community has any data at all.
/// </summary>
public sealed record PartWeights
{
    /// <summary>The weight of <see cref="ScorePart.SharedInterests"/>.</summary>
    public double SharedInterests
    {
        get;
        init => field = Guard.InRange(value, 0, 1000);
    }

    /// <summary>The weight of <see cref="ScorePart.NeedsMet"/>.</summary>
    public double NeedsMet
    {
        get;
        init => field = Guard.InRange(value, 0, 1000);
    }

    /// <summary>The weight of <see cref="ScorePart.Text"/>.</summary>
    public double Text
    {
        get;
        init => field = Guard.InRange(value, 0, 1000);
    }

    /// <summary>The weight of <see cref="ScorePart.Network"/>.</summary>
    public double Network
    {
        get;
        init => field = Guard.InRange(value, 0, 1000);
    }

    /// <summary>The weight of <see cref="ScorePart.Practicalities"/>.</summary>
    public double Practicalities
    {
        get;
        init => field = Guard.InRange(value, 0, 1000);
    }

    /// <summary>The weight of <see cref="ScorePart.Activity"/>.</summary>
    public double Activity
    {
        get;
        init => field = Guard.InRange(value, 0, 1000);
    }

    /// <summary>The weight of <see cref="ScorePart.MentorFit"/>.</summary>
    public double MentorFit
    {
        get;
        init => field = Guard.InRange(value, 0, 1000);
    }

    /// <summary>The default weights of a kind of introduction.</summary>
    /// <param name="kind">The kind.</param>
    public static PartWeights For(IntroductionKind kind) => DefaultWeights.Of(kind);

    /// <summary>The weight of a part; 0 for parts that the rules do not know.</summary>
    /// <param name="part">The part.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such part.</exception>
    public double this[ScorePart part] =>
        part switch
        {
            ScorePart.SharedInterests => SharedInterests,
            ScorePart.NeedsMet => NeedsMet,
            ScorePart.Text => Text,
            ScorePart.Network => Network,
            ScorePart.Practicalities => Practicalities,
            ScorePart.Activity => Activity,
            ScorePart.MentorFit => MentorFit,
            ScorePart.Profile or ScorePart.Baseline or ScorePart.History => 0,
            _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
        };
}
