using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>How often, lately, each member came to what comes again: a place (group, channel) or a series (a group's Tuesdays).</summary>
/// <param name="byMember">Member × column: the decayed number of visits.</param>
/// <param name="byColumn">Column × member.</param>
/// <param name="occasions">The decayed number of occasions of each column.</param>
/// <param name="small">The decayed number of those on which few enough came to meet.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Attendance(SparseRows byMember, SparseRows byColumn, double[] occasions, double[] small)
{
    /// <summary>Member × column: the decayed number of visits.</summary>
    public SparseRows ByMember => byMember;

    /// <summary>Column × member.</summary>
    public SparseRows ByColumn => byColumn;

    /// <summary>The decayed number of occasions of each column.</summary>
    public double[] Occasions => occasions;

    /// <summary>The decayed number of those on which few enough came to meet.</summary>
    public double[] SmallOccasions => small;

    /// <summary>How many columns there are.</summary>
    public int Columns => occasions.Length;

    /// <param name="log">Who was where.</param>
    /// <param name="columnsOf">The columns of each occasion.</param>
    /// <param name="members">How many members there are.</param>
    /// <param name="columns">How many columns there are.</param>
    /// <param name="decay">What time takes away.</param>
    /// <param name="small">Up to how many participants an activity is small.</param>
    public static Attendance Build(AttendanceLog log, IReadOnlyList<int[]> columnsOf, int members, int columns, TimeDecay decay, int small)
    {
        List<(int, int, double)> entries = new(log.Visits.Count);
        foreach (AttendanceLog.Visit visit in log.Visits)
        {
            foreach (int column in columnsOf[visit.Occasion])
                entries.Add((visit.Member, column, decay.Of(visit.Time)));
        }

        double[] occasions = new double[columns],
            smallOccasions = new double[columns];
        for (int o = 0; o < log.Occasions.Count; o++)
        {
            double weight = decay.Of(log.Occasions[o].Time);
            foreach (int column in columnsOf[o])
            {
                occasions[column] += weight;
                smallOccasions[column] += log.Sizes[log.Occasions[o].Activity] <= small ? weight : 0;
            }
        }

        var byMember = SparseRows.From(members, entries);
        return new Attendance(byMember, byMember.Transpose(columns), occasions, smallOccasions);
    }
}
