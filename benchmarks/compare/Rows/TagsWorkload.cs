using System.Globalization;

namespace Matchmaking.Compare.Rows;

/// <summary>The tags of a generated community: three CSR matrices of one row a member.</summary>
internal sealed class TagsWorkload
{
    private const int TopicCount = 20_000;
    private const int Checked = 40;

    private TagsWorkload(string folder, int members)
    {
        // As many of the first rows as are asked for: a smaller community is a part of the next larger one that there are files of.
        string size = members > 100_000 ? "1m" : "100k";
        Interests = Read(folder, $"tags{size}_interests", members);
        Needs = Read(folder, $"tags{size}_needs", members);
        Offers = Read(folder, $"tags{size}_offers", members);
        Both = new ReciprocalIndex(Needs, Offers, Simd.Best);
    }

    public CosineIndex Interests { get; }

    public CosineIndex Needs { get; }

    public CosineIndex Offers { get; }

    public ReciprocalIndex Both { get; }

    public int Members => Interests.Rows.RowCount;

    public static TagsWorkload Read(string folder, int members) => new(folder, members);

    /// <summary>What an index takes, in bytes.</summary>
    public long Memory(bool reciprocal) => reciprocal ? Both.Bytes : Interests.Bytes;

    /// <summary>What its rows take as CSR files with starts of 64 bits and entries of 32 and 32.</summary>
    public long FileSize(bool reciprocal) => reciprocal ? FileSize(Needs) + FileSize(Offers) : FileSize(Interests);

    /// <summary>One member's answer after another.</summary>
    public QueryTimes Times(bool reciprocal, int queries, int count) =>
        QueryTimes.Of(queries, Members, member => Search(reciprocal, member, count));

    public Candidate[] Search(bool reciprocal, int member, int count) =>
        reciprocal
            ? Both.Search(member, count, new AllBut(member))
            : Interests.Search(Interests.TopicsOf(member), Interests.WeightsOf(member), count, new AllBut(member));

    /// <summary>How many of some members' answers are those of a plain loop over everybody.</summary>
    public string Check(bool reciprocal, int count)
    {
        int right = 0;
        Parallel.For(0, Checked, i =>
        {
            int member = (int)((long)i * Members / Checked);
            Candidate[] plain = Enumerable
                .Range(0, Members)
                .Where(other => other != member)
                .Select(other => new Candidate(
                    other,
                    reciprocal
                        ? ReciprocalMean.Of(1, Cosine(Needs, member, Offers, other), Cosine(Offers, member, Needs, other))
                        : Cosine(Interests, member, Interests, other),
                    0
                ))
                .Where(candidate => candidate.Score > 0)
                .Order()
                .Take(count)
                .ToArray();
            if (plain.SequenceEqual(Search(reciprocal, member, count)))
                Interlocked.Increment(ref right);
        });
        return string.Create(CultureInfo.InvariantCulture, $"{right} of {Checked} checked answers exact");
    }

    private static double Cosine(CosineIndex a, int left, CosineIndex b, int right)
    {
        ReadOnlySpan<int> x = a.TopicsOf(left),
            y = b.TopicsOf(right);
        double sum = 0;
        for (int i = 0, j = 0; i < x.Length && j < y.Length; )
        {
            if (x[i] == y[j])
                sum += (double)a.WeightsOf(left)[i++] * b.WeightsOf(right)[j++];
            else if (x[i] < y[j])
                i++;
            else
                j++;
        }

        double norms = (double)Norm(a.WeightsOf(left)) * Norm(b.WeightsOf(right));
        return norms > 0 ? Math.Clamp(sum / norms, 0, 1) : 0;
    }

    private static float Norm(ReadOnlySpan<float> values) => System.Numerics.Tensors.TensorPrimitives.Norm(values);

    private static long FileSize(CosineIndex index) =>
        ((index.Rows.RowCount + 1L) * sizeof(long))
        + (Enumerable.Range(0, index.Rows.RowCount).Sum(row => (long)index.TopicsOf(row).Length) * (sizeof(int) + sizeof(float)));

    private static CosineIndex Read(string folder, string name, int members)
    {
        int[] starts = Array.ConvertAll(BinaryFile.Read<long>(folder, name + ".indptr.i64")[..(members + 1)], start => (int)start);
        return CosineIndex.Build(
            new TopicRows(TopicCount, starts, BinaryFile.Read<int>(folder, name + ".indices.i32")[..starts[^1]]),
            BinaryFile.Read<float>(folder, name + ".data.f32")[..starts[^1]],
            Simd.Best
        );
    }
}
