using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>
/// The constants of the network stage, in one place. They were chosen on Meetup RSVPs of 2016 and early 2017 (docs/evaluation.md tells the
/// protocol); of those that were varied, half or twice changed little.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class NetworkDefaults
{
    /// <summary>Taste outlasts habit: for what is similar to what, participations count half after this many half-lives.</summary>
    public const double TasteHalfLives = 3;

    /// <summary>Added to the decayed number of occasions before dividing by it, so that one visit to a new group is no certainty.</summary>
    public const double JointPrior = 2;

    /// <summary>Restart probability of the random walk (personalised PageRank).</summary>
    public const double Restart = 0.3;

    /// <summary>
    /// How far newcomers draw newcomers: the exponent of an activity's recent joiners when forecasting who joins next. Where two are to
    /// meet there they do not count: a crowd makes joining likelier, meeting any one person less so.
    /// </summary>
    public const double JoinersExponent = 0.5;

    /// <summary>Added to the number of recent joiners, so that an activity without any can still be suggested.</summary>
    public const double JoinersPrior = 0.1;

    /// <summary>How many similar activities are kept for each.</summary>
    public const int SimilarKept = 100;

    /// <summary>How many patterns of who comes where are told apart.</summary>
    public const int FactorRank = 32;

    /// <summary>
    /// A member's strongest activities that count for similarity; beyond that the square of their number would cost without telling more.
    /// </summary>
    public const int TasteKept = 200;

    /// <summary>
    /// The weights in closeness of what is forecast and of the random walk, beside 1 each for acquaintances in common, joint attendance and
    /// a direct tie.
    /// </summary>
    public const double ForecastWeight = 0.2,
        WalkWeight = 0.1;

    /// <summary>
    /// Each kind of evidence counts by ln(1 + x/scale); the scale is this quantile of its values above 0 in the community.
    /// </summary>
    public const double ScaleQuantile = 0.75;

    /// <summary>The closeness of a typical member (the median) to whom they are closest.</summary>
    public const double ClosestCloseness = 0.9;

    /// <summary>How many members, and how many others for each, are looked at to find a community's scales.</summary>
    public const int ScaleMembers = 100,
        ScaleCandidates = 2000;

    /// <summary>
    /// The decayed amount of activity at which the activity level is ½: one event some three half-lives ago. It tells the active from the
    /// dormant; to tell the busy from the active would draw every introduction to the same few.
    /// </summary>
    public const double ActivityHalf = 0.1;

    /// <summary>Who takes an active part has done something at least twice within the last weeks: 2^(−age / half-life), added up.</summary>
    public const double ActivePart = 1.5;

    /// <summary>Acquaintances who take part, beside similar activities attended.</summary>
    public const double AcquaintanceWeight = 0.03;

    /// <summary>What an activity has for a member of whom nothing is known: then the most joined come first.</summary>
    public const double UnknownTaste = 0.001;

    /// <summary>Added to a member's share of a series' occasions: somebody may come to what they never came to.</summary>
    public const double SeriesFloor = 0.03;

    /// <summary>Added to a series' decayed number of occasions before dividing by it.</summary>
    public const double SeriesPrior = 0.25;

    /// <summary>Added to a series' decayed number of small occasions: what was large so far may be small once.</summary>
    public const double SeriesSmallPrior = 0.1;

    /// <summary>A group's score grows with (shared series + first)·(closeness + second): either alone still counts.</summary>
    public const double GroupSeriesFloor = 0.05,
        GroupClosenessFloor = 0.3;
}
