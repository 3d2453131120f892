namespace Matchmaking.Learning;

/// <summary>How each part of a model is written and read, by name. What loads is data alone: nothing named in a file is run.</summary>
internal static class LearnedModelParts
{
    private const string Outcomes = "outcomes",
        Links = "links",
        Bridges = "bridges",
        Activities = "activities",
        Groups = "groups",
        Trainers = "trainers";

    public static IReadOnlyList<(string Name, byte[] Bytes)> Write(LearnedModel model)
    {
        List<(string, byte[])> parts = [];
        if (model.Pairs is OutcomePairModel outcomes)
        {
            parts.Add((Outcomes, Bytes(outcomes.Write)));
            if (HostModels.Writer(outcomes) is { } write)
                parts.Add((Trainers, Bytes(write)));
        }

        if (model.Pairs is LinkPairModel links)
            parts.Add((Links, Bytes(links.Write)));
        if (model.Bridges is LinkPairModel bridges)
            parts.Add((Bridges, Bytes(bridges.Write)));
        if (model.Activities is { } activities)
            parts.Add((Activities, Bytes(activities.Write)));
        if (model.Groups is { } groups)
            parts.Add((Groups, Bytes(groups.Write)));
        return parts;
    }

    /// <param name="parts">What <see cref="Write"/> gave.</param>
    /// <param name="hosts">Holds the host's own sources and trainers.</param>
    public static LearnedModel Read(IReadOnlyList<(string Name, byte[] Bytes)> parts, LearningOptions hosts)
    {
        var model = new LearnedModel();
        foreach ((string name, byte[] bytes) in parts)
        {
            using var stream = new MemoryStream(bytes, writable: false);
            using var reader = new BinaryReader(stream);
            model = name switch
            {
                Outcomes => model with { Pairs = OutcomePairModel.Read(reader, hosts) },
                Links => model with { Pairs = LinkPairModel.Read(reader, hosts) },
                Bridges => model with { Bridges = LinkPairModel.Read(reader, hosts) },
                Activities => model with { Activities = ActivityModel.Read(reader) },
                Groups => model with { Groups = GroupModel.Read(reader) },
                // Stands behind the part that it belongs to.
                Trainers when model.Pairs is OutcomePairModel outcomes => model with { Pairs = HostModels.Read(reader, outcomes, hosts) },
                _ => throw new InvalidDataException($"it has a part '{name}' that this version does not know"),
            };
            if (stream.Position != stream.Length)
                throw new InvalidDataException($"its part '{name}' is longer than it should be");
        }

        return model;
    }

    private static byte[] Bytes(Action<BinaryWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream))
            write(writer);
        return stream.ToArray();
    }
}
