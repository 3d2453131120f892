namespace Matchmaking.Learning;

/// <summary>
/// What the host's trainers made of a model that is in use, as a part of its own in a file: a model without them is written as ever.
/// </summary>
internal static class HostModels
{
    private const int MostTrainers = 1_000;
    private const int MostBytes = 1 << 30;
    private const int None = -1;

    /// <summary>Which trainers serve a use.</summary>
    public static HashSet<int> Chosen(IEnumerable<OutcomeChoice> choices) => [.. choices.Select(choice => choice.Blend.Host).OfType<int>()];

    /// <summary>What was chosen must be there when all pairs were learned from.</summary>
    public static void Check(OutcomeModels models, IEnumerable<OutcomeChoice> choices, IReadOnlyList<IModelTrainer> trainers)
    {
        foreach (int host in Chosen(choices))
        {
            if (models.Hosts?[host] is null)
                throw new InvalidOperationException(
                    $"The trainer '{trainers[host].Name}' gave models of some of the pairs, and none of all of them."
                );
        }
    }

    /// <summary>Null where no trainer of the host's serves anybody.</summary>
    public static Action<BinaryWriter>? Writer(OutcomePairModel model)
    {
        int[] used = [.. Chosen(model.Choices).Order()];
        if (used.Length == 0)
            return null;
        return writer =>
        {
            writer.Write(used.Length);
            foreach (int host in used)
            {
                HostTrained[] byRole = model.Models.Hosts![host]!;
                writer.Write(byRole[0].Trainer);
                foreach (HostTrained trained in byRole)
                {
                    writer.Write(trained.Bytes.Length);
                    writer.Write(trained.Bytes);
                }
            }

            foreach (OutcomeChoice choice in model.Choices)
                writer.Write(choice.Blend.Host is { } host ? Array.IndexOf(used, host) : None);
        };
    }

    /// <summary>A model with what <see cref="Writer"/> wrote beside it.</summary>
    public static OutcomePairModel Read(BinaryReader reader, OutcomePairModel model, LearningOptions hosts)
    {
        var trained = new HostTrained[]?[reader.ReadCount(MostTrainers)];
        for (int i = 0; i < trained.Length; i++)
        {
            IModelTrainer trainer = hosts.Trainer(reader.ReadString());
            trained[i] = [.. Enumerable.Range(0, model.Models.Logistic.Length).Select(_ => HostTrained.Read(trainer, Bytes(reader)))];
        }

        OutcomeChoice[] choices =
        [
            .. model.Choices.Select(choice =>
            {
                int host = reader.ReadInt32();
                if (host < None || host >= trained.Length)
                    throw new InvalidDataException("a choice is of no trainer");
                return host == None ? choice : choice with { Blend = choice.Blend with { Host = host } };
            }),
        ];
        return model.With(choices, model.Models with { Hosts = trained });
    }

    private static byte[] Bytes(BinaryReader reader)
    {
        // Not more is taken than is there, whatever the count says.
        int length = reader.ReadCount(MostBytes);
        byte[] bytes = reader.BaseStream.Length - reader.BaseStream.Position >= length ? reader.ReadBytes(length) : [];
        return bytes.Length == length ? bytes : throw new InvalidDataException("a trainer's model is cut short");
    }
}
