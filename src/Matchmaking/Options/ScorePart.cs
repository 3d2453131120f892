namespace Matchmaking;

/// <summary>The parts of which a score is made.</summary>
public enum ScorePart
{
    /// <summary>Interests in common; rare ones count more than common ones.</summary>
    SharedInterests,

    /// <summary>How far the other's offers cover one's needs.</summary>
    NeedsMet,

    /// <summary>Closeness of what the two write about themselves.</summary>
    Text,

    /// <summary>Closeness in the network: acquaintances and activities in common.</summary>
    Network,

    /// <summary>Whether meeting is easy: language, hours, distance.</summary>
    Practicalities,

    /// <summary>How recently and how much the other takes part.</summary>
    Activity,

    /// <summary>How well the mentor's levels, topics and capacity fit the mentee's.</summary>
    MentorFit,

    /// <summary>
    /// What the host's own attributes of the two tell: ages, offices, answers to a questionnaire. Only learned scores have it.
    /// </summary>
    Profile,

    /// <summary>What any pair has: the rate at which introductions end well. Only learned scores have it.</summary>
    Baseline,

    /// <summary>What became of earlier introductions of the two, one by one. Only learned scores have it.</summary>
    History,
}
