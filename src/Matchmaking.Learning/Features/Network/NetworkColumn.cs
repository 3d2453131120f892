namespace Matchmaking.Learning;

/// <summary>A column of what the network tells.</summary>
/// <param name="Name">For reports, and unique among its kind.</param>
/// <param name="Words">The name in words, for people.</param>
/// <param name="Form">How it is made.</param>
internal sealed record NetworkColumn(string Name, string Words, FeatureForm Form = FeatureForm.Value)
{
    /// <summary>The part of a score into which its contribution folds.</summary>
    public ScorePart Part { get; init; } = ScorePart.Network;

    /// <summary>The column as models see it.</summary>
    public FeatureInfo Info => Named(Name, Words, Part);

    /// <summary>The column of one of those whom a row is of.</summary>
    /// <param name="name">What stands before its name.</param>
    /// <param name="words">What stands behind its words.</param>
    public FeatureInfo Of(string name, string words) => Named(name + Name, $"{Words} {words}", ScorePart.Activity);

    private FeatureInfo Named(string name, string words, ScorePart part) =>
        new(name, part, FeatureGroup.Network)
        {
            Words = words,
            ThingWords = words,
            Form = Form,
        };
}
