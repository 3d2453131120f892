namespace Matchmaking.Vectors;

/// <summary>
/// Words that go with a topic without being a name of it (<c>Topics/related.txt</c>): who asks about a subsidy is helped by who offers
/// fundraising. For questions alone. Read when first needed.
/// </summary>
internal static class RelatedWords
{
    private static readonly Lazy<(string Topic, TopicKey[] Words)[]> s_shipped = new(Read);

    public static IReadOnlyList<(string Topic, TopicKey[] Words)> Shipped => s_shipped.Value;

    private static (string, TopicKey[])[] Read() =>
        [
            .. TopicTable
                .Lines("related.txt")
                .Select(line => line.Split(" = "))
                .SelectMany(sides =>
                    sides[0]
                        .Split(", ")
                        .Select(topic => (topic, sides[1].Split(", ").Select(TopicKey.Of).DistinctBy(key => key.Text).ToArray()))
                ),
        ];
}
