using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>The parts that the rules know: the library's own, in a fixed order, and then the host's.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PartSet
{
    // A new part is a line here.
    private static readonly ScoringPart[] s_builtIn =
    [
        new SharedInterestsPart(),
        new NeedsMetPart(),
        new TextPart(),
        new NetworkPart(),
        new PracticalitiesPart(),
        new ActivityPart(),
        new MentorFitPart(),
    ];

    private static readonly PartSet s_withoutHosts = new(s_builtIn);

    private readonly ScorePart[] _names;

    private PartSet(ScoringPart[] parts)
    {
        Parts = parts;
        _names = [.. ScorePart.WellKnown, .. parts.Select(part => part.Part).Except(ScorePart.WellKnown)];
    }

    /// <summary>The library's own.</summary>
    public static IReadOnlyList<ScoringPart> BuiltIn => s_builtIn;

    /// <summary>All names that the library knows, those of learned scores too, in the order of files of models.</summary>
    public static IReadOnlyList<ScorePart> WellKnown => ScorePart.WellKnown;

    /// <summary>The parts, in order.</summary>
    public IReadOnlyList<ScoringPart> Parts { get; }

    /// <summary>
    /// All that a score may have, those of learned scores alone too: the library's in the order of files of models, then the host's.
    /// </summary>
    public IReadOnlyList<ScorePart> Names => _names;

    /// <summary>Those of a community.</summary>
    public static PartSet Of(CommunityIndex index)
    {
        ArgumentNullException.ThrowIfNull(index);
        return index.Options.Parts.Count == 0
            ? s_withoutHosts
            : index.Derived.Get(static of => new PartSet([.. s_builtIn, .. of.Options.Parts.Select(own => new HostPart(own, of))]));
    }

    /// <summary>The part of a name; null: the rules know none.</summary>
    public ScoringPart? Find(ScorePart part)
    {
        foreach (ScoringPart known in Parts)
        {
            if (known.Part == part)
                return known;
        }

        return null;
    }

    /// <summary>Where a name stands among the <see cref="Names"/>.</summary>
    /// <exception cref="ArgumentException">It does not.</exception>
    public int IndexOf(ScorePart part) =>
        Array.IndexOf(_names, part) is >= 0 and int at ? at : throw new ArgumentException($"There is no part '{part}'.", nameof(part));
}
