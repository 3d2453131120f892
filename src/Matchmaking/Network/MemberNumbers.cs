using System.Buffers;
using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>
/// A number for each member, all 0 at first, in memory that is used again: one question after another takes as much as a community is
/// large, which would go to the large object heap. Dispose it once.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MemberNumbers(int members) : IDisposable
{
    private readonly double[] _numbers = Zeros(members);

    /// <summary>All numbers, by position.</summary>
    public Span<double> Span => _numbers.AsSpan(0, members);

    /// <summary>The number of a member.</summary>
    public double this[int member] => _numbers[member];

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => ArrayPool<double>.Shared.Return(_numbers);

    private static double[] Zeros(int members)
    {
        double[] numbers = ArrayPool<double>.Shared.Rent(members);
        numbers.AsSpan(0, members).Clear();
        return numbers;
    }
}
