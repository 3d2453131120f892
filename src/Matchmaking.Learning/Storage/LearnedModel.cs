namespace Matchmaking.Learning;

/// <summary>All that was learned of a community. Immutable, but for who is forgotten; what is null is left to the rules.</summary>
internal sealed record LearnedModel : IModel
{
    /// <summary>For all kinds of introductions that <see cref="Bridges"/> does not serve.</summary>
    public PairModel? Pairs { get; init; }

    /// <summary>For bridges; null: <see cref="Pairs"/> serves them where it was learned from outcomes.</summary>
    public PairModel? Bridges { get; init; }

    /// <summary>For activities new to a member.</summary>
    public ActivityModel? Activities { get; init; }

    /// <summary>For who completes a group.</summary>
    public GroupModel? Groups { get; init; }

    /// <summary>Forgets which effects are those of a member who left.</summary>
    public void Forget(string id) => Pairs?.Forget(id);

    /// <summary>Forgets which effects are those of members who are not in a community.</summary>
    public void KeepOnly(LiveCommunity community) => Pairs?.KeepOnly(community);

    IActivityModel? IModel.Activities => Activities;

    IGroupModel? IModel.Groups => Groups;

    IPairModel? IModel.For(IntroductionKind kind) => For(kind);

    /// <summary>What serves a kind; null: the rules do.</summary>
    public PairModel? For(IntroductionKind kind)
    {
        PairModel? model = kind == IntroductionKind.Bridge && Bridges is not null ? Bridges : Pairs;
        return model?.Serves(kind) == true ? model : null;
    }
}
