namespace Matchmaking.Learning;

/// <summary>What was learned, as a section of a matchmaker's snapshots.</summary>
internal sealed class LearnedModelSection : ISnapshotSection
{
    public static LearnedModelSection Instance { get; } = new();

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
            () => LearnedModelFile.Guarded(() => LearnedModelFile.Read(section, vocabulary: null)),
            CancellationToken.None
        );
}
