using System.Globalization;

namespace Matchmaking.Learning;

/// <summary>The columns of a host's source.</summary>
internal sealed class HostFeatures(IFeatureSource source) : IPairFeatureSource
{
    private readonly string[] _columns = [.. source.Columns];

    public IReadOnlyList<FeatureInfo> Features { get; } =
    [.. source.Columns.Select(column => new FeatureInfo($"{source.Name}: {column}", ScorePart.Profile, FeatureGroup.Profile))];

    public static HostFeatures Read(BinaryReader reader, LearningOptions hosts)
    {
        string name = reader.ReadString();
        return new HostFeatures(hosts.Source(name, reader.ReadStrings(HostSeams.MostColumns)));
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(source.Name);
        writer.WriteStrings(_columns);
    }

    public IBoundFeatureSource Bind(CommunityIndex index) => new Bound(source, _columns);

    private sealed class Bound(IFeatureSource source, string[] columns) : IDirectedFeatureSource
    {
        public void Write(PairQuery query, int candidate, Span<float> row) =>
            Write(query.Profile, query.Index.Members[candidate], query.Now, row);

        public void WriteBack(PairQuery query, int candidate, Span<float> row) =>
            Write(query.Index.Members[candidate], query.Profile, query.Now, row);

        private void Write(Member from, Member to, DateTimeOffset moment, Span<float> row)
        {
            row.Fill(float.NaN);
            source.Write(from, to, moment, row);
            for (int i = 0; i < row.Length; i++)
            {
                if (float.IsInfinity(row[i]))
                    throw new InvalidOperationException(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"The feature source '{source.Name}' gave {row[i]} for '{columns[i]}' of '{from.Id}' and '{to.Id}': a value "
                                + $"is finite, or NaN where it is missing."
                        )
                    );
            }
        }
    }
}
