using System.Runtime.CompilerServices;

namespace Matchmaking;

/// <summary>
/// Of whom the groups of a round are made, and what makes a group good. Nobody is in a group with somebody whom the rules keep from them.
/// </summary>
public sealed record GroupRoundOptions
{
    /// <summary>
    /// What every group must have of an attribute: at least one facilitator, at most two of one organisation. Default: nothing.
    /// </summary>
    /// <exception cref="ArgumentException">An item is null.</exception>
    public IReadOnlyList<GroupQuota> Quotas
    {
        get;
        init => field = Guard.NoNulls(value);
    } = [];

    /// <summary>Whether all of a group who tell their languages need one in common. Default true.</summary>
    public bool SharedLanguage { get; init; } = true;

    /// <summary>How many hours a week all of a group who tell their hours must have in common, in [0, 168]. Default 0: none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside [0, 168] or not a number.</exception>
    public double CommonHours
    {
        get;
        init => field = Guard.InRange(value, 0, 168);
    }

    /// <summary>
    /// Ids of members who are to be in one group, a list a set; unknown ids are passed over. They may know each other, or have met of late.
    /// Default: none.
    /// </summary>
    /// <exception cref="ArgumentException">A list is null.</exception>
    public IReadOnlyList<IReadOnlyList<string>> Together
    {
        get;
        init => field = Guard.NoNulls(value);
    } = [];

    /// <summary>Ids of members of whom no two may be in one group, a list a set; unknown ids are passed over. Default: none.</summary>
    /// <exception cref="ArgumentException">A list is null.</exception>
    public IReadOnlyList<IReadOnlyList<string>> Apart
    {
        get;
        init => field = Guard.NoNulls(value);
    } = [];

    /// <summary>
    /// Names of attributes of which every group should have the community's mix: seniority, gender. Numbers count by their mean. Default:
    /// none.
    /// </summary>
    /// <exception cref="ArgumentException">A name is null.</exception>
    public IReadOnlyList<string> Balanced
    {
        get;
        init => field = Guard.NoNulls(value);
    } = [];

    /// <summary>Names of attributes whose values should differ within a group: profession, team. Default: none.</summary>
    /// <exception cref="ArgumentException">A name is null.</exception>
    public IReadOnlyList<string> Diverse
    {
        get;
        init => field = Guard.NoNulls(value);
    } = [];

    /// <summary>How much the balanced and diverse attributes count beside what members gain, in [0, 10]. Default 0.2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside [0, 10] or not a number.</exception>
    public double CompositionWeight
    {
        get;
        init => field = Guard.InRange(value, 0, 10);
    } = 0.2;

    /// <summary>
    /// How much the member who gains least counts, in [0, 1]: a group is worth (1 − w)·mean + w·least of what its members gain, each
    /// gaining the mean of what the others bring. Default 0.5.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside [0, 1] or not a number.</exception>
    public double WorstMemberWeight
    {
        get;
        init => field = Guard.InRange(value, 0, 1);
    } = 0.5;

    /// <summary>
    /// How many exchanges are tried for each member after the groups are formed, 0..100,000: the bound on the search's time, in steps so
    /// that the answer does not depend on the machine. Default 200.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside 0..100,000.</exception>
    public int StepsPerMember
    {
        get;
        init => field = Guard.InRange(value, 0, 100_000);
    } = 200;

    /// <summary>Whether the other is this very object: lists are not compared.</summary>
    /// <param name="other">Another one, or null.</param>
    public bool Equals(GroupRoundOptions? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

/// <summary>What every group must have of one attribute.</summary>
public sealed record GroupQuota
{
    /// <summary>A quota for a value of an attribute, or for each value of it.</summary>
    /// <param name="attribute">The attribute's name in <see cref="Member.Attributes"/>; numbers are compared as they are written.</param>
    /// <param name="value">
    /// The value that counts; null: <see cref="AtMost"/> holds for each value by itself ("at most two of one organisation"), and
    /// <see cref="AtLeast"/> for having any value at all.
    /// </param>
    /// <exception cref="ArgumentException">The attribute's name is empty or contains control characters.</exception>
    public GroupQuota(string attribute, string? value = null)
    {
        Attribute = Guard.Identifier(attribute, nameof(attribute));
        Value = value;
    }

    /// <summary>The attribute's name.</summary>
    public string Attribute { get; }

    /// <summary>The value that counts; null: each.</summary>
    public string? Value { get; }

    /// <summary>
    /// Whether nobody may be the only one of a group who has it: a group has none with the value, or two and more. Default false.
    /// </summary>
    public bool NobodyAlone { get; init; }

    /// <summary>How many of a group must have it, 0..13. Default 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside 0..13.</exception>
    public int AtLeast
    {
        get;
        init => field = Guard.InRange(value, 0, 13);
    }

    /// <summary>How many of a group may have it, 0..13. Default 13: all.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside 0..13.</exception>
    public int AtMost
    {
        get;
        init => field = Guard.InRange(value, 0, 13);
    } = 13;
}
