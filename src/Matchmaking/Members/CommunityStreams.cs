namespace Matchmaking;

/// <summary>The files of a community as streams, where they lie in no folder. They are read to their ends and stay open.</summary>
public sealed class CommunityStreams
{
    /// <summary>The members: JSON lines, as <c>members.jsonl</c>.</summary>
    public required Stream Members { get; init; }

    /// <summary>What members take part in, as <c>activities.csv</c>; null: nothing.</summary>
    public Stream? Activities { get; init; }

    /// <summary>Who takes part in what, as <c>participations.csv</c>; null: nobody.</summary>
    public Stream? Participations { get; init; }

    /// <summary>Who has to do with whom, as <c>interactions.csv</c>; null: nobody.</summary>
    public Stream? Interactions { get; init; }

    /// <summary>What became of introductions, as <c>outcomes.csv</c>; null: nothing.</summary>
    public Stream? Outcomes { get; init; }

    internal Stream? Of(string file) =>
        file switch
        {
            "members.jsonl" => Members,
            "activities.csv" => Activities,
            "participations.csv" => Participations,
            "interactions.csv" => Interactions,
            "outcomes.csv" => Outcomes,
            _ => null,
        };

    internal async Task<CommunityStreams> InMemoryAsync(CancellationToken cancellationToken)
    {
        return new()
        {
            Members = (await Copy(Members).ConfigureAwait(false))!,
            Activities = await Copy(Activities).ConfigureAwait(false),
            Participations = await Copy(Participations).ConfigureAwait(false),
            Interactions = await Copy(Interactions).ConfigureAwait(false),
            Outcomes = await Copy(Outcomes).ConfigureAwait(false),
        };

        async Task<Stream?> Copy(Stream? stream)
        {
            if (stream is null)
                return null;
            var copy = new MemoryStream();
            await stream.CopyToAsync(copy, cancellationToken).ConfigureAwait(false);
            copy.Position = 0;
            return copy;
        }
    }
}
