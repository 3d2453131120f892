namespace Matchmaking.Learning;

/// <summary>Sets of categories that members tell: badges, schools, channels.</summary>
internal sealed class SetFeatures(SetAttribute[] sets) : IPairFeatureSource
{
    public IReadOnlyList<FeatureInfo> Features { get; } =
    [.. sets.SelectMany(set => SetComparison.Features(set.Name.Shown, ScorePart.Profile))];

    public static SetFeatures Fit(CommonNames names) => new(SetAttribute.Of(names.Members));

    public static SetFeatures Read(BinaryReader reader)
    {
        var sets = new SetAttribute[reader.ReadCount(SetAttribute.MaximumAttributes)];
        for (int i = 0; i < sets.Length; i++)
            sets[i] = SetAttribute.Read(reader);
        return new SetFeatures(sets);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(sets.Length);
        foreach (SetAttribute set in sets)
            set.Write(writer);
    }

    public IBoundFeatureSource Bind(CommunityIndex index) => new Bound([.. sets.Select(set => index.Members.Select(set.Vector).ToArray())]);

    private sealed class Bound(SparseVector?[][] vectors) : IBoundFeatureSource
    {
        public void Write(PairQuery query, int candidate, Span<float> row)
        {
            for (int i = 0; i < vectors.Length; i++)
                SetComparison.Write(
                    vectors[i][query.Member],
                    vectors[i][candidate],
                    row.Slice(i * SetComparison.Columns, SetComparison.Columns)
                );
        }
    }
}
