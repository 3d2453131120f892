namespace Matchmaking.Retrieval;

/// <summary>How close the texts of the members of a segment are to one member's, at most. For one thread; reused.</summary>
/// <param name="rows">The first text of each member.</param>
/// <param name="further">All texts after the first, by member; null: there are none.</param>
/// <param name="owners">Whose each of the further texts is.</param>
/// <param name="most">Of how many members it is asked at once.</param>
internal sealed class TextBounds(QuantizedRows rows, QuantizedRows? further, int[] owners, int most)
{
    private readonly float[] _closest = new float[most];
    private readonly float[] _bounds = new float[most];
    private readonly float[] _further = new float[1024];

    /// <summary>
    /// How close the texts of members that follow each other are at most. Several texts each are compared by the mean of the three closest
    /// pairs, which is never above the closest.
    /// </summary>
    public ReadOnlySpan<float> Closest(QuantizedRows.Query[] own, int first, int length)
    {
        Span<float> closest = _closest.AsSpan(0, length),
            bounds = _bounds.AsSpan(0, length);
        rows.Bounds(own[0], first, closest);
        for (int i = 1; i < own.Length; i++)
        {
            rows.Bounds(own[i], first, bounds);
            System.Numerics.Tensors.TensorPrimitives.Max(closest, bounds, closest);
        }

        if (further is not null)
            AddFurther(further, own, closest, first, first + length);
        System.Numerics.Tensors.TensorPrimitives.Max(closest, 0f, closest);
        return closest;
    }

    private void AddFurther(QuantizedRows texts, QuantizedRows.Query[] own, Span<float> closest, int first, int end)
    {
        int last = LowerBound(owners, end);
        for (int next = LowerBound(owners, first), stop; next < last; next = stop)
        {
            stop = Math.Min(last, next + _further.Length);
            foreach (QuantizedRows.Query text in own)
            {
                texts.Bounds(text, next, _further.AsSpan(0, stop - next));
                for (int i = next; i < stop; i++)
                {
                    ref float best = ref closest[owners[i] - first];
                    best = Math.Max(best, _further[i - next]);
                }
            }
        }
    }

    /// <summary>The same of some members, in order.</summary>
    public ReadOnlySpan<float> Closest(QuantizedRows.Query[] own, ReadOnlySpan<int> members)
    {
        Span<float> closest = _closest.AsSpan(0, members.Length),
            bounds = _bounds.AsSpan(0, members.Length);
        rows.Bounds(own[0], members, closest);
        for (int i = 1; i < own.Length; i++)
        {
            rows.Bounds(own[i], members, bounds);
            System.Numerics.Tensors.TensorPrimitives.Max(closest, bounds, closest);
        }

        if (further is not null)
            AddFurther(further, own, closest, members);
        return closest;
    }

    private void AddFurther(QuantizedRows texts, QuantizedRows.Query[] own, Span<float> closest, ReadOnlySpan<int> members)
    {
        int next = 0;
        for (int i = 0; i < members.Length; i++)
        {
            next += LowerBound(owners.AsSpan(next), members[i]);
            for (; next < owners.Length && owners[next] == members[i]; next++)
            {
                foreach (QuantizedRows.Query text in own)
                {
                    texts.Bounds(text, next, _further.AsSpan(0, 1));
                    closest[i] = Math.Max(closest[i], _further[0]);
                }
            }
        }
    }

    /// <summary>The first of ascending numbers that is not below one.</summary>
    private static int LowerBound(ReadOnlySpan<int> ascending, int least)
    {
        int low = 0,
            high = ascending.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < least)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
