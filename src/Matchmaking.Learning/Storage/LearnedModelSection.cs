namespace Matchmaking.Learning;

/// <summary>What was learned, as a section of a matchmaker's snapshots.</summary>
/// <param name="hosts">Holds the host's own sources and trainers; null: there are none.</param>
internal sealed class LearnedModelSection(LearningOptions? hosts) : ISnapshotSection
{
    public string Name => "learning";

    public byte[]? Write(Matchmaker matchmaker)
    {
        (CommunityIndex index, IModel? model) = Engine.State(matchmaker);
        return model is LearnedModel learned ? LearnedModelFile.Bytes(learned, VocabularyFingerprint.Of(index)) : null;
    }

    // It is of this very community: the vocabulary is that of the file.
    public void Read(Matchmaker matchmaker, byte[] section) =>
        Engine.Adopt(
            matchmaker,
            () => LearnedModelFile.Guarded(() => LearnedModelFile.Read(section, vocabulary: null, hosts)),
            CancellationToken.None
        );
}
