using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>Where members come, and where they will come next: the places of a community.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PlaceForecast
{
    private readonly NetworkFit _fit;

    /// <param name="fit">What holds for each place as a whole.</param>
    /// <param name="used">How many of the places, from the first, may have been visited.</param>
    /// <param name="attendance">Who comes how often.</param>
    /// <param name="taste">What that tells of taste.</param>
    internal PlaceForecast(NetworkFit fit, int used, Attendance attendance, SparseRows taste)
    {
        (_fit, Attendance, Taste) = (fit, attendance, taste);
        Places = new ArraySegment<int>(fit.Places, 0, used);
    }

    /// <summary>The places that have been visited: positions in the community's activities.</summary>
    public IReadOnlyList<int> Places { get; }

    /// <summary>How many places there are, those included where nobody has been yet, which are numbered last.</summary>
    public int Count => _fit.Places.Length;

    /// <summary>The place of each activity; −1 where it is none.</summary>
    public int[] IndexOf => _fit.IndexOf;

    /// <summary>Who comes how often.</summary>
    public Attendance Attendance { get; }

    /// <summary>Place × place: how far the same people come.</summary>
    public SparseRows Similar => _fit.Similar;

    /// <summary>The decayed number of members who came for the first time.</summary>
    public double[] Joiners => _fit.Joiners;

    /// <summary>Of two who come to a place, how likely they come to one occasion, and a small one.</summary>
    public double[] Meeting => _fit.Meeting;

    /// <summary>Member × place: <see cref="TasteOf"/> the decayed visits; what similar places are weighted by.</summary>
    public SparseRows Taste { get; }

    /// <summary>Where a member lies among the patterns of who comes where.</summary>
    public float[] PointOf(int member) => _fit.Factors.PointOf(Taste.Columns(member), Taste.Values(member));

    /// <summary>What visits tell of taste: the tenth little more than the first, and lately little more than long ago.</summary>
    internal static double TasteOf(double visits) => Math.Sqrt(Math.Sqrt(visits));
}
