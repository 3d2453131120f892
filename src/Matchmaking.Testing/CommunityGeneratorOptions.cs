using System.Runtime.CompilerServices;

namespace Matchmaking.Testing;

/// <summary>
/// What a generated community is like. Each setting draws from chance of its own: to change one changes nothing that the others decide, so
/// that with more pauses the same members like the same topics.
/// </summary>
public sealed record CommunityGeneratorOptions
{
    /// <summary>How many members: 1 to 1,000,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number lies outside its range.</exception>
    public int Members
    {
        get;
        init => field = InRange(value, 1, 1_000_000);
    } = 100;

    /// <summary>How many different topics there are: 1 to 5,000. Some are liked by many, most by few.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number lies outside its range.</exception>
    public int Topics
    {
        get;
        init => field = InRange(value, 1, 5_000);
    } = 40;

    /// <summary>How many groups there are, each with events: 0 to 10,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number lies outside its range.</exception>
    public int Activities
    {
        get;
        init => field = InRange(value, 0, 10_000);
    } = 10;

    /// <summary>How many events a group holds, spread over <see cref="Period"/>: 0 to 1,000. The last is still to come.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number lies outside its range.</exception>
    public int EventsPerActivity
    {
        get;
        init => field = InRange(value, 0, 1_000);
    } = 6;

    /// <summary>How long before <see cref="Now"/> everything happened: a day to 100 years.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time lies outside its range.</exception>
    public TimeSpan Period
    {
        get;
        init =>
            field =
                value >= TimeSpan.FromDays(1) && value <= TimeSpan.FromDays(36_500)
                    ? value
                    : throw new ArgumentOutOfRangeException(nameof(Period), value, "must lie between a day and 100 years");
    } = TimeSpan.FromDays(365);

    /// <summary>The moment at which the community is as it is. Give the matchmaker a clock that stands there.</summary>
    public DateTimeOffset Now { get; init; } = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// The languages, as BCP 47 tags; the first is the most common. Everybody speaks one or two of them, or, where there are none, tells
    /// none.
    /// </summary>
    public IReadOnlyList<string> Languages { get; init; } = ["en", "fr"];

    /// <summary>The share of members who mentor, in [0, 1].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share lies outside its range.</exception>
    public double Mentors
    {
        get;
        init => field = Share(value);
    } = .15;

    /// <summary>The share of those who do not mentor that seeks a mentor, in [0, 1].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share lies outside its range.</exception>
    public double Mentees
    {
        get;
        init => field = Share(value);
    } = .2;

    /// <summary>The share of members who joined in the last thirty days and have done nothing yet, in [0, 1].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share lies outside its range.</exception>
    public double Newcomers
    {
        get;
        init => field = Share(value);
    } = .1;

    /// <summary>The share of members who block somebody, in [0, 1].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share lies outside its range.</exception>
    public double Blocks
    {
        get;
        init => field = Share(value);
    } = .02;

    /// <summary>The share of members who pause, in [0, 1].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share lies outside its range.</exception>
    public double Pauses
    {
        get;
        init => field = Share(value);
    } = .05;

    /// <summary>The share of members who hide a field, in [0, 1].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share lies outside its range.</exception>
    public double Hidden
    {
        get;
        init => field = Share(value);
    } = .1;

    /// <summary>The share of members who tell where they live, in [0, 1].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share lies outside its range.</exception>
    public double Locations
    {
        get;
        init => field = Share(value);
    } = .5;

    /// <summary>How many interactions there are for each member: 0 to 1,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number lies outside its range.</exception>
    public int InteractionsPerMember
    {
        get;
        init => field = InRange(value, 0, 1_000);
    } = 2;

    /// <summary>
    /// How many outcomes there are for each member: 0 to 1,000. Those who like the same say yes more often than others, so that there is
    /// something to learn.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number lies outside its range.</exception>
    public int OutcomesPerMember
    {
        get;
        init => field = InRange(value, 0, 1_000);
    } = 1;

    private static int InRange(int value, int least, int most, [CallerMemberName] string? name = null) =>
        value >= least && value <= most
            ? value
            : throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"must lie in {least}..{most}"));

    private static double Share(double value, [CallerMemberName] string? name = null) =>
        value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(name, value, "must lie in [0, 1]");
}
