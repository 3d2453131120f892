using System.Runtime.CompilerServices;

namespace Matchmaking.Learning;

/// <summary>
/// What was learned of pairs from links that formed later: for introductions to anybody and to peers, or for bridges alone.
/// </summary>
/// <param name="featurizer">Makes the columns.</param>
/// <param name="model">What was trained.</param>
/// <param name="bridges">Whether it was learned from bridges, and serves those alone.</param>
internal sealed class LinkPairModel(PairFeaturizer featurizer, LinkModel model, bool bridges) : PairModel
{
    private readonly ConditionalWeakTable<CommunityIndex, LinkPairScorer> _bound = [];

    public PairFeaturizer Featurizer => featurizer;

    public LinkModel Model => model;

    private IntroductionKind Rules => bridges ? IntroductionKind.Bridge : IntroductionKind.Any;

    /// <summary>Nobody's history tells whom a mentee would choose, or a newcomer's buddy: those kinds keep the rules.</summary>
    public override bool Serves(IntroductionKind kind) =>
        bridges ? kind == IntroductionKind.Bridge : kind is IntroductionKind.Any or IntroductionKind.Peer;

    public override IPairScorer Bind(CommunityIndex index, IntroductionKind kind) =>
        _bound.GetValue(index, known => new LinkPairScorer(this, known, Rules));

    public override IPairScorer Newest(CommunityIndex live, IntroductionKind kind) =>
        new CalibratedRules(new PairScorer(live, Rules), model.ByRules, model.ByRules);

    public override void Write(BinaryWriter writer)
    {
        writer.Write(bridges);
        featurizer.Write(writer);
        model.Write(writer);
    }

    public static LinkPairModel Read(BinaryReader reader, LearningOptions hosts)
    {
        bool bridges = reader.ReadBoolean();
        var featurizer = PairFeaturizer.Read(reader, hosts);
        return new LinkPairModel(featurizer, LinkModel.Read(reader, featurizer.Features.Count), bridges);
    }
}
