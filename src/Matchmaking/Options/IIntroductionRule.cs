using System.Globalization;

namespace Matchmaking;

/// <summary>
/// A host's own rule: refuses an introduction with a reason that members read, or puts it behind others
/// (<see cref="MatchmakerOptions.Rules"/>, <see cref="SuggestOptions.Rules"/>, <see cref="RoundOptions.Rules"/>).
/// </summary>
/// <remarks>
/// <para>
/// A rule is called from several threads, and for many candidates of one call: it should be quick, and answer the same whenever it is asked
/// the same. What it throws comes out of the call as it was thrown. A refusal is never broken. Of several rules any may refuse, and the
/// last tier that one of them names counts. Where two meet on equal terms in a round, both orders are asked.
/// </para>
/// <para>
/// What it costs: a rule is asked only of candidates whom everything else allows. A rule that only refuses leaves the search as it is.
/// Tiers are exact, whatever the community's size, by a search for each tier until there are enough: one, where the first tier has enough.
/// </para>
/// </remarks>
public interface IIntroductionRule
{
    /// <summary>Allows, refuses, or puts in a tier.</summary>
    /// <param name="proposed">Who would be introduced to whom.</param>
    RuleVerdict Judge(ProposedIntroduction proposed);
}

/// <summary>An introduction that a rule is asked about.</summary>
public readonly record struct ProposedIntroduction
{
    /// <summary>The member asked for; a mentee, a newcomer; of a group, each of its members.</summary>
    public required Member From { get; init; }

    /// <summary>The candidate.</summary>
    public required Member To { get; init; }

    /// <summary>What the introduction would be for.</summary>
    public required IntroductionKind Kind { get; init; }

    /// <summary>The moment of the call, or of the round.</summary>
    public required DateTimeOffset Time { get; init; }
}

/// <summary>What a rule says of an introduction. The default value allows it.</summary>
public readonly record struct RuleVerdict
{
    private readonly string? _text;
    private readonly Func<CultureInfo, string>? _textOf;

    private RuleVerdict(ObstacleKind? obstacle, string? text, Func<CultureInfo, string>? textOf, int tier) =>
        (Obstacle, _text, _textOf, Tier) = (obstacle, text, textOf, tier);

    /// <summary>Nothing stands against it.</summary>
    public static RuleVerdict Allow => default;

    /// <summary>What stands against it; null where the rule allows it.</summary>
    public ObstacleKind? Obstacle { get; }

    /// <summary>0: among the first. A higher tier is answered only where nobody of an earlier one is left.</summary>
    public int Tier { get; }

    /// <summary>Whether the rule forbids the introduction.</summary>
    public bool IsRefusal => Obstacle is not null;

    /// <summary>Forbids the introduction, with the same text in every language.</summary>
    /// <param name="obstacle">The rule's own code.</param>
    /// <param name="text">The reason, a sentence that members read.</param>
    /// <exception cref="ArgumentException">The code is one of the library's own or empty, or the text is empty.</exception>
    public static RuleVerdict Refuse(ObstacleKind obstacle, string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return new RuleVerdict(OfAHost(obstacle), text, null, 0);
    }

    /// <summary>Forbids the introduction, with a text by language.</summary>
    /// <param name="obstacle">The rule's own code.</param>
    /// <param name="text">
    /// Gives the reason in the language of a culture, a sentence that members read. Asked only where the reason is told; keep it in a
    /// static field, so that a refusal costs nothing.
    /// </param>
    /// <exception cref="ArgumentException">The code is one of the library's own or empty.</exception>
    public static RuleVerdict Refuse(ObstacleKind obstacle, Func<CultureInfo, string> text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new RuleVerdict(OfAHost(obstacle), null, text, 0);
    }

    /// <summary>Allows the introduction only if nobody of an earlier tier is left: same site first, else online.</summary>
    /// <param name="tier">The tier, from 0. Rounds count those above 16 as 16.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tier is negative.</exception>
    public static RuleVerdict InTier(int tier) => new(null, null, null, Guard.InRange(tier, 0, int.MaxValue, nameof(tier)));

    /// <summary>The reason of a refusal in the language of a culture; empty where the rule allows the introduction.</summary>
    /// <param name="culture">The language.</param>
    public string TextFor(CultureInfo culture) => _text ?? _textOf?.Invoke(culture) ?? "";

    private static ObstacleKind OfAHost(ObstacleKind obstacle) =>
        obstacle.Code.Length > 0 && (obstacle.Place < 0 || obstacle == ObstacleKind.HostRule)
            ? obstacle
            : throw new ArgumentException($"A rule has a code of its own, and not \"{obstacle}\".", nameof(obstacle));
}
