namespace Matchmaking.Learning;

/// <summary>What is learned from.</summary>
public enum LearningSource
{
    /// <summary>Outcomes where there are enough of them; links that formed later where there are not.</summary>
    Auto,

    /// <summary>What became of introductions (<see cref="Community.Outcomes"/>).</summary>
    Outcomes,

    /// <summary>Which links formed in the community's own history: interactions and small activities.</summary>
    Interactions,
}
