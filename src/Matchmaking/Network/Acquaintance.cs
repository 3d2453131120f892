using System.Collections.Concurrent;

namespace Matchmaking.Network;

/// <summary>
/// When two members know each other: what speaks for it is added up, fades, and is held against one threshold. Whoever asks whether two
/// know each other (rules, reasons, rounds, bridges) asks this.
/// </summary>
/// <remarks>
/// A contact weighs .4. What goes both ways counts three times, so that one message and one answer are an acquaintance (2.4), and one
/// message is none. A meeting weighs 2, and so do two at a small event of up to four; among n of them, a member comes to talk to some
/// three of the n − 1 others. Signs of interest weigh .05, and all together at most half the threshold. All of it counts half after
/// <see cref="MatchmakerOptions.AcquaintancePeriod"/>, so that a single meeting (2) is forgotten (below 1) after just this time; two who
/// have not been in touch for so long do not know each other any more, whatever was before. What has no time does not fade. The figures
/// were chosen on Meetup and on invented channels (docs/evaluation.md).
/// </remarks>
internal sealed class Acquaintance
{
    /// <summary>How much a contact that is answered counts more than one that is not.</summary>
    public const double Exchange = 3;

    /// <summary>With how many others a member comes to talk at a small event.</summary>
    public const double TalkedTo = 3;

    /// <summary>How much all signs of interest count at most, as a share of the threshold.</summary>
    public const double MostOfInterest = .5;

    private readonly ConcurrentDictionary<string, double> _weights = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, double> _own;

    private Acquaintance(MatchmakerOptions options)
    {
        _own = options.InteractionWeights;
        (Period, Threshold, SmallActivitySize) = (options.AcquaintancePeriod, options.AcquaintanceThreshold, options.SmallActivitySize);
    }

    /// <summary>As a host has it.</summary>
    public static Acquaintance By(MatchmakerOptions options) => new(options);

    /// <summary>After how long all counts half.</summary>
    public TimeSpan Period { get; }

    /// <summary>What makes an acquaintance.</summary>
    public double Threshold { get; }

    /// <summary>Up to how many participants two of an activity may have met.</summary>
    public int SmallActivitySize { get; }

    /// <summary>How much an interaction of a kind says of two knowing each other.</summary>
    public double WeightOf(string kind) => _weights.GetOrAdd(kind, static (name, own) => InteractionKinds.WeightOf(name, own), _own);

    /// <summary>How much an interaction counts for closeness beside a contact: a sign of interest less, nothing more.</summary>
    public double ClosenessOf(Interaction interaction) =>
        interaction.Weight * Math.Min(1, WeightOf(interaction.Kind) / InteractionKinds.Contact);

    /// <summary>How much two of an activity of so many have to do with each other.</summary>
    public static double OfActivity(int participants) => InteractionKinds.Meeting * Math.Min(1, TalkedTo / Math.Max(1, participants - 1));

    /// <summary>A moment as a number, in days.</summary>
    public static double Days(DateTimeOffset time) => (double)time.UtcTicks / TimeSpan.TicksPerDay;
}
