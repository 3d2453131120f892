namespace Matchmaking.Learning;

/// <summary>
/// How often each member came to what comes again, seen over several half-lives at once: what is new to someone, and what is habit.
/// </summary>
internal sealed class AttendanceTable
{
    private readonly Attendance[] _byHalfLife;

    /// <param name="network">The network whose log is counted.</param>
    /// <param name="columnsOf">The columns of each occasion.</param>
    /// <param name="columns">How many columns there are.</param>
    /// <param name="small">Up to how many participants an activity is small.</param>
    /// <param name="halfLives">The half-lives, as multiples of the community's own.</param>
    public AttendanceTable(MemberNetwork network, IReadOnlyList<int[]> columnsOf, int columns, int small, params double[] halfLives)
    {
        _byHalfLife =
        [
            .. halfLives.Select(times =>
                Attendance.Build(network.Log, columnsOf, network.Members, columns, network.Decay.Slower(times), small)
            ),
        ];
        Meeting =
        [
            .. _byHalfLife.Select(attendance => Enumerable.Range(0, columns).Select(column => MeetingChance(attendance, column)).ToArray()),
        ];
        Columns = columns;
    }

    public int Columns { get; }

    public int HalfLives => _byHalfLife.Length;

    /// <summary>
    /// By half-life and column: of two who come, how likely they come to one occasion, and a small one, for each visit of either.
    /// </summary>
    public double[][] Meeting { get; }

    public Attendance this[int halfLife] => _byHalfLife[halfLife];

    /// <summary>The columns of a member: the same for every half-life.</summary>
    public ReadOnlySpan<int> Of(int member) => _byHalfLife[0].ByMember.Columns(member);

    public ReadOnlySpan<double> Visits(int halfLife, int member) => _byHalfLife[halfLife].ByMember.Values(member);

    // As in PlaceForecast: Σ visits_a · visits_b / (E + 2) occasions are expected to have both, of which the share of small ones lets them
    // meet.
    private static double MeetingChance(Attendance attendance, int column)
    {
        double occasions = attendance.Occasions[column];
        return (attendance.SmallOccasions[column] + 0.5) / (occasions + 1) / (occasions + NetworkDefaults.JointPrior);
    }
}
