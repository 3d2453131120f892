namespace Matchmaking.Models;

/// <summary>A host's model, as the engine asks it. It knows no community: members are handed over as they are at the moment.</summary>
internal sealed class HostModel(ILearnedModel model) : IModel, IPairModel
{
    public IActivityModel? Activities => null;

    public IGroupModel? Groups => null;

    public IPairModel? For(IntroductionKind kind) => model.Serves(kind) ? this : null;

    // What it remembers of members is the host's own business: it sees who leaves.
    public void Forget(string memberId) { }

    public void KeepOnly(LiveCommunity community) { }

    public IPairScorer Bind(CommunityIndex index, IntroductionKind kind) => new HostScorer(model);

    public IPairScorer Newest(CommunityIndex live, IntroductionKind kind) => new HostScorer(model);
}
