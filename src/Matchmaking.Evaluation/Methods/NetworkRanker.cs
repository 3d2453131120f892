namespace Matchmaking.Evaluation;

/// <summary>
/// The library with no learning on a community that has nothing but a network: the score that <see cref="Matchmaker.Rank"/> gives where only the
/// parts <see cref="ScorePart.Network"/> and <see cref="ScorePart.Activity"/> have data, at the default weights.
/// </summary>
internal sealed class NetworkRanker(MemberNetwork network, IntroductionKind kind) : IRanker
{
    private readonly double _network = PartWeights.For(kind).Network;
    private readonly double _activity = PartWeights.For(kind).Activity;

    public string Name => "rules";

    public void Score(RankingQuery query, Span<double> scores)
    {
        int from = query.Members[0];
        using NetworkQuery asked = network.For(from);
        double own = network.ActivityLevel(from);
        for (int i = 0; i < scores.Length; i++)
        {
            int to = query.Candidates[i];
            double shared = kind == IntroductionKind.Bridge ? asked.BridgeGain(to) : asked.Closeness(to);
            double forward = Directed(shared, network.ActivityLevel(to)), backward = Directed(shared, own);
            scores[i] = forward + backward == 0 ? 0 : 2 * forward * backward / (forward + backward);
        }
    }

    private double Directed(double shared, double activity) => ((_network * shared) + (_activity * activity)) / (_network + _activity);
}
