using System.Numerics;

namespace Matchmaking.Vectors;

/// <summary>
/// Puts the terms of one text after another into order by a bit a term, which takes a fraction of sorting them. For one thread.
/// </summary>
internal sealed class TermSorter(int termCount)
{
    private readonly int[] _counts = new int[termCount];
    private readonly ulong[] _met = new ulong[(termCount + 63) / 64];

    public void Add(int term, int count)
    {
        _counts[term] = count;
        _met[term >> 6] |= 1UL << term;
    }

    /// <summary>Ends a text: its terms, ascending, and their weights.</summary>
    public void MoveTo(Span<int> columns, Span<float> values, TermWeights terms)
    {
        int at = 0;
        for (int i = 0; at < columns.Length; i++)
        {
            for (ulong left = _met[i]; left != 0; left &= left - 1)
            {
                int term = (i << 6) + BitOperations.TrailingZeroCount(left);
                columns[at] = term;
                values[at++] = terms.Weight(term, _counts[term]);
            }

            _met[i] = 0;
        }

        terms.Normalize(columns, values);
    }
}
