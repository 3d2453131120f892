namespace Matchmaking;

/// <summary>What was learned of pairs from links that formed later: for introductions to anybody and to peers, or for bridges alone.</summary>
/// <param name="featurizer">Makes the columns.</param>
/// <param name="model">What was trained.</param>
/// <param name="bridges">Whether it was learned from bridges, and serves those alone.</param>
internal sealed class LinkPairModel(PairFeaturizer featurizer, LinkModel model, bool bridges) : PairModel
{
    private volatile Tuple<CommunityIndex, LinkPairScorer>? _bound;

    public PairFeaturizer Featurizer => featurizer;

    public LinkModel Model => model;

    /// <summary>Nobody's history tells whom a mentee would choose, or a newcomer's buddy: those kinds keep the rules.</summary>
    public override IPairScorer Bind(CommunityIndex index, IntroductionKind kind)
    {
        if (bridges ? kind != IntroductionKind.Bridge : kind is not (IntroductionKind.Any or IntroductionKind.Peer))
            return new PairScorer(index, kind);
        if (_bound is { } bound && ReferenceEquals(bound.Item1, index))
            return bound.Item2;
        var scorer = new LinkPairScorer(this, index, bridges ? IntroductionKind.Bridge : IntroductionKind.Any);
        _bound = Tuple.Create(index, scorer);
        return scorer;
    }

    public override void Write(BinaryWriter writer)
    {
        writer.Write(bridges);
        featurizer.Write(writer);
        model.Write(writer);
    }

    public static LinkPairModel Read(BinaryReader reader)
    {
        bool bridges = reader.ReadBoolean();
        var featurizer = PairFeaturizer.Read(reader);
        return new LinkPairModel(featurizer, LinkModel.Read(reader, featurizer.Features.Count), bridges);
    }
}
