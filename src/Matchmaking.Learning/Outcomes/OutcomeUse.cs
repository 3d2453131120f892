namespace Matchmaking.Learning;

/// <summary>To whom a model is applied: what is known of them decides how it is validated, chosen and calibrated.</summary>
internal enum OutcomeUse
{
    /// <summary>Of neither side is any answer known.</summary>
    Newcomers,

    /// <summary>Of one side, or of one way, answers are known.</summary>
    NewAsker,

    /// <summary>Both have a history.</summary>
    Known,
}
