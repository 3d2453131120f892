namespace Matchmaking;

/// <summary>One column of what a model sees of a directed pair.</summary>
/// <param name="Name">Unique in its featurizer; for reports.</param>
/// <param name="Part">The part of a score into which its contribution folds.</param>
/// <param name="Group">Of what it is made.</param>
internal sealed record FeatureInfo(string Name, ScorePart Part, FeatureGroup Group);
