namespace Matchmaking.Learning;

/// <summary>One column of what a model sees of a directed pair.</summary>
/// <param name="Name">Unique in its featurizer; for reports.</param>
/// <param name="Part">The part of a score into which its contribution folds.</param>
/// <param name="Group">Of what it is made.</param>
internal sealed record FeatureInfo(string Name, ScorePart Part, FeatureGroup Group)
{
    /// <summary>What it tells of; columns of one thing can make up for each other.</summary>
    public string Thing { get; init; } = Name;

    /// <summary>The name in words, for people.</summary>
    public string Words { get; init; } = Name;

    /// <summary>The <see cref="Thing"/> in words.</summary>
    public string ThingWords { get; init; } = Name;

    /// <summary>Of whom it tells.</summary>
    public FeatureSide Side { get; init; }

    /// <summary>How it is made of what it tells of.</summary>
    public FeatureForm Form { get; init; }

    /// <summary>
    /// Where, counted from this column, stands the one that tells the same of the pair turned round; 0: this one does, or, of a
    /// <see cref="FeatureForm.Difference"/>, the negative of this one.
    /// </summary>
    public int Counterpart { get; init; }

    /// <summary>A column of a thing.</summary>
    /// <param name="thing">The thing.</param>
    /// <param name="what">What the column tells of it.</param>
    /// <param name="part">The part of a score into which its contribution folds.</param>
    /// <param name="group">Of what it is made.</param>
    public static FeatureInfo Of(string thing, string what, ScorePart part, FeatureGroup group) =>
        new($"{thing}: {what}", part, group) { Thing = thing, ThingWords = thing };

    /// <summary>A column of a thing that tells the same of both, from whichever side it is seen.</summary>
    public static FeatureInfo Both(string thing, string what, ScorePart part, FeatureGroup group, FeatureForm form = FeatureForm.Value) =>
        Of(thing, what, part, group) with
        {
            Form = form,
        };

    /// <summary>Two columns of a thing, one of each side.</summary>
    /// <param name="thing">The thing.</param>
    /// <param name="from">What the one tells, of the member who asks.</param>
    /// <param name="to">What the other tells, of the one suggested.</param>
    /// <param name="part">The part of a score into which their contributions fold.</param>
    /// <param name="group">Of what they are made.</param>
    public static FeatureInfo[] Sides(string thing, string from, string to, ScorePart part, FeatureGroup group) =>
        Turned(Of(thing, from, part, group), Of(thing, to, part, group));

    /// <summary>Two columns that stand side by side, and tell the same of the pair as it is and turned round.</summary>
    public static FeatureInfo[] Turned(FeatureInfo ofFrom, FeatureInfo ofTo) =>
        [ofFrom with { Side = FeatureSide.From, Counterpart = 1 }, ofTo with { Side = FeatureSide.To, Counterpart = -1 }];
}

/// <summary>Of whom a column tells.</summary>
internal enum FeatureSide
{
    /// <summary>Of the two together.</summary>
    Pair,

    /// <summary>Of the member who asks, or of what that one does to the other.</summary>
    From,

    /// <summary>Of the one who is suggested, or of what that one does to the first.</summary>
    To,
}

/// <summary>How a column is made of what it tells of.</summary>
internal enum FeatureForm
{
    /// <summary>A value as it stands.</summary>
    Value,

    /// <summary>
    /// One side's value less the other's: it changes its sign when the pair is turned round. Trees cannot take differences, a linear model
    /// has both values already.
    /// </summary>
    Difference,

    /// <summary>A likeness in [−1, 1]: it has no unit that would have to be scaled.</summary>
    Likeness,
}
