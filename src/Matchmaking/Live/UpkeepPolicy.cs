namespace Matchmaking.Live;

/// <summary>
/// When an index that changes is folded together, when what holds for the community as a whole is fitted again, and when what was learned
/// is bound to it.
/// </summary>
internal sealed record UpkeepPolicy
{
    public static UpkeepPolicy Default { get; } = new();

    /// <summary>Nothing by itself.</summary>
    public static UpkeepPolicy Never { get; } =
        new()
        {
            FoldAfter = int.MaxValue,
            SegmentAfter = int.MaxValue,
            RefitVocabularyAtShare = double.MaxValue,
            RefitNetworkAtShare = double.MaxValue,
            SmallCommunity = -1,
            FewMembers = -1,
            BindBeside = false,
        };

    /// <summary>So many changes, and <see cref="FoldAtShare"/> as many as there are members, are folded in.</summary>
    public int FoldAfter { get; init; } = 1024;

    public double FoldAtShare { get; init; } = .1;

    /// <summary>
    /// So many members who changed, and <see cref="SegmentAtShare"/> as many as were laid out in a segment before, are laid out with those
    /// before; at the latest <see cref="SegmentAtLatest"/>, for until then each is looked at by itself in every query.
    /// </summary>
    public int SegmentAfter { get; init; } = 128;

    public double SegmentAtShare { get; init; } = 1 / 16.0;

    public int SegmentAtLatest { get; init; } = 1024;

    /// <summary>Whether members who changed lately are to be laid out.</summary>
    /// <param name="recent">How many they are.</param>
    /// <param name="before">How many were laid out before.</param>
    public bool NeedsSegment(int recent, int before) =>
        recent >= Math.Max(SegmentAfter, Math.Min(SegmentAtLatest, before * SegmentAtShare));

    /// <summary>
    /// Vocabulary, IDF and latent topics are fitted again when so many members are new or other than when they were fitted.
    /// </summary>
    public double RefitVocabularyAtShare { get; init; } = .5;

    /// <summary>
    /// The scales and places of the network are fitted again when so many members, participations, interactions and outcomes have come or
    /// gone.
    /// </summary>
    public double RefitNetworkAtShare { get; init; } = .05;

    /// <summary>
    /// Up to so many members and rows, the network is fitted at every change, before it is seen: then it is as if built anew.
    /// </summary>
    public int SmallCommunity { get; init; } = 1000;

    /// <summary>Up to so many members the vocabulary is fitted on the spot, rather than beside.</summary>
    public int FewMembers { get; init; } = 64;

    /// <summary>
    /// Up to so many members and <see cref="BindRows"/> rows a learned model is bound to every state that is asked; beyond, it is bound in
    /// the background.
    /// </summary>
    public int BindMembers { get; init; } = 1000;

    public int BindRows { get; init; } = 10_000;

    /// <summary>Whether it is bound in the background at all.</summary>
    public bool BindBeside { get; init; } = true;

    /// <summary>
    /// After the model was bound in the background it rests so many times as long as that took, so that a community that always changes
    /// does not keep a core busy.
    /// </summary>
    public double RestAfterBinding { get; init; } = 3;
}
