using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Matchmaking;

/// <summary>One member to introduce to another: how good it is, and why, for each of the two.</summary>
[JsonConverter(typeof(AnswerJsonConverter))]
public sealed record Introduction
{
    /// <summary>The member whose introductions were asked for.</summary>
    public required Member From { get; init; }

    /// <summary>The member to introduce to them.</summary>
    public required Member To { get; init; }

    /// <summary>What the introduction is for.</summary>
    public required IntroductionKind Kind { get; init; }

    /// <summary>How good it is for the two together, in [0, 1]; the sum of the <see cref="Parts"/>' contributions.</summary>
    public required double Score { get; init; }

    /// <summary>What <see cref="From"/> gains from meeting <see cref="To"/>, in [0, 1].</summary>
    public required double Forward { get; init; }

    /// <summary>What <see cref="To"/> gains from meeting <see cref="From"/>, in [0, 1].</summary>
    public required double Backward { get; init; }

    /// <summary>What the score is made of, largest contribution first; the contributions add up to <see cref="Score"/>.</summary>
    public required IReadOnlyList<PartScore> Parts { get; init; }

    /// <summary>Why <see cref="From"/> should meet <see cref="To"/>, written to <see cref="From"/>, strongest first.</summary>
    public required IReadOnlyList<Reason> ReasonsForFrom { get; init; }

    /// <summary>Why <see cref="To"/> should meet <see cref="From"/>, written to <see cref="To"/>, strongest first.</summary>
    public required IReadOnlyList<Reason> ReasonsForTo { get; init; }

    /// <summary>A first line with which <see cref="From"/> can open the conversation, built from what the two share, in a language
    /// that both tell where there is a translation (<see cref="SuggestOptions.Culture"/>).</summary>
    public required string OpeningLine { get; init; }

    /// <summary>
    /// One text that both can read at once, as in a message to the two: who they are, and the reasons of <see cref="ReasonsForFrom"/> with
    /// names in the place of "you" where only one of the two is meant; in the language of the <see cref="OpeningLine"/>.
    /// </summary>
    public string ForBoth { get; init; } = "";

    /// <summary>
    /// The ids of up to three members who know both, and could introduce the two: the nearest first. Nobody is named who hides whom they
    /// have to do with, is blocked by one of the two, or shows a pause; none where one of the two hides it.
    /// </summary>
    public IReadOnlyList<string> IntroducerIds { get; init; } = [];

    /// <summary>The <see cref="ReasonsForFrom"/> in one line.</summary>
    public string Because => Reason.InOneLine(ReasonsForFrom);

    /// <summary>The <see cref="ReasonsForTo"/> in one line.</summary>
    public string BecauseForTo => Reason.InOneLine(ReasonsForTo);

    /// <summary>Whether the other is this very object: lists are not compared.</summary>
    /// <param name="other">Another one, or null.</param>
    public bool Equals(Introduction? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
