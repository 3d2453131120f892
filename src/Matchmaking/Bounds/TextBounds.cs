namespace Matchmaking.Bounds;

/// <summary>The texts of the members of a segment, in a byte a number. Immutable.</summary>
/// <param name="First">The first text of each member.</param>
/// <param name="Further">All texts after the first, by member; null: there are none.</param>
/// <param name="Owners">Whose each of the further texts is, by row.</param>
internal sealed record TextColumns(QuantizedRows First, QuantizedRows? Further, int[] Owners)
{
    /// <summary>Null in a community without texts.</summary>
    public static TextColumns? Build(CommunityIndex index, SegmentRows rows)
    {
        int dimensions = 0;
        List<(int Owner, int Text)> further = [];
        for (int i = 0; i < rows.Count; i++)
        {
            float[][] texts = index.Vectors[rows.PositionOf(i)].Texts;
            if (texts.Length > 0)
                dimensions = texts[0].Length;
            for (int t = 1; t < texts.Length; t++)
                further.Add((i, t));
        }

        if (dimensions == 0)
            return null;
        var first = QuantizedRows.Build(
            rows.Count,
            dimensions,
            i => index.Vectors[rows.PositionOf(i)].Texts is { Length: > 0 } texts ? texts[0] : default(ReadOnlyMemory<float>),
            rows.Width
        );
        var others =
            further.Count == 0
                ? null
                : QuantizedRows.Build(
                    further.Count,
                    dimensions,
                    i => index.Vectors[rows.PositionOf(further[i].Owner)].Texts[further[i].Text],
                    rows.Width
                );
        return new TextColumns(first, others, [.. further.Select(text => text.Owner)]);
    }
}

/// <summary>How close the texts of the members of a segment are to one member's, at most. For one thread; reused.</summary>
/// <param name="texts">Their texts.</param>
/// <param name="most">Of how many members it is asked at once.</param>
internal sealed class TextBounds(TextColumns texts, int most)
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
        texts.First.Bounds(own[0], first, closest);
        for (int i = 1; i < own.Length; i++)
        {
            texts.First.Bounds(own[i], first, bounds);
            System.Numerics.Tensors.TensorPrimitives.Max(closest, bounds, closest);
        }

        if (texts.Further is { } further)
            AddFurther(further, own, closest, first, first + length);
        System.Numerics.Tensors.TensorPrimitives.Max(closest, 0f, closest);
        return closest;
    }

    private void AddFurther(QuantizedRows further, QuantizedRows.Query[] own, Span<float> closest, int first, int end)
    {
        int last = LowerBound(texts.Owners, end);
        for (int next = LowerBound(texts.Owners, first), stop; next < last; next = stop)
        {
            stop = Math.Min(last, next + _further.Length);
            foreach (QuantizedRows.Query text in own)
            {
                further.Bounds(text, next, _further.AsSpan(0, stop - next));
                for (int i = next; i < stop; i++)
                {
                    ref float best = ref closest[texts.Owners[i] - first];
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
        texts.First.Bounds(own[0], members, closest);
        for (int i = 1; i < own.Length; i++)
        {
            texts.First.Bounds(own[i], members, bounds);
            System.Numerics.Tensors.TensorPrimitives.Max(closest, bounds, closest);
        }

        if (texts.Further is { } further)
            AddFurther(further, own, closest, members);
        return closest;
    }

    private void AddFurther(QuantizedRows further, QuantizedRows.Query[] own, Span<float> closest, ReadOnlySpan<int> members)
    {
        int[] owners = texts.Owners;
        int next = 0;
        for (int i = 0; i < members.Length; i++)
        {
            next += LowerBound(owners.AsSpan(next), members[i]);
            for (; next < owners.Length && owners[next] == members[i]; next++)
            {
                foreach (QuantizedRows.Query text in own)
                {
                    further.Bounds(text, next, _further.AsSpan(0, 1));
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
