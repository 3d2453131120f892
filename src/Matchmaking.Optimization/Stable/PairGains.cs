namespace Matchmaking.Optimization;

/// <summary>Two who may be matched, one of each side, and what each would gain.</summary>
/// <param name="Proposer">The number of the proposer, from 0.</param>
/// <param name="Receiver">The number of the receiver, from 0.</param>
/// <param name="ProposerGain">What the proposer would gain: only the order counts; any number but NaN.</param>
/// <param name="ReceiverGain">What the receiver would gain.</param>
public readonly record struct PairGains(int Proposer, int Receiver, double ProposerGain, double ReceiverGain);
