namespace Matchmaking;

/// <summary>When an index that changes is folded together, and when what holds for the community as a whole is fitted again.</summary>
internal sealed record UpkeepPolicy
{
    public static UpkeepPolicy Default { get; } = new();

    /// <summary>Nothing by itself.</summary>
    public static UpkeepPolicy Never { get; } = new() { FoldAfter = int.MaxValue, RefitVocabularyAtShare = double.MaxValue, RefitNetworkAtShare = double.MaxValue, SmallCommunity = -1, FewMembers = -1 };

    /// <summary>So many changes, and <see cref="FoldAtShare"/> as many as there are members, are folded in.</summary>
    public int FoldAfter { get; init; } = 1024;

    public double FoldAtShare { get; init; } = .02;

    /// <summary>Vocabulary, IDF and latent topics are fitted again when so many members are new or other than when they were fitted.</summary>
    public double RefitVocabularyAtShare { get; init; } = .5;

    /// <summary>The scales and places of the network are fitted again when so many members, participations, interactions and outcomes have come or gone.</summary>
    public double RefitNetworkAtShare { get; init; } = .05;

    /// <summary>Up to so many members and rows, the network is fitted at every change, before it is seen: then it is as if built anew.</summary>
    public int SmallCommunity { get; init; } = 1000;

    /// <summary>Up to so many members the vocabulary is fitted on the spot, rather than beside.</summary>
    public int FewMembers { get; init; } = 64;
}
