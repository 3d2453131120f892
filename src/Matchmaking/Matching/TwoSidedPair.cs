namespace Matchmaking;

/// <summary>Two who may be matched, one of each side, and what each would gain; a pair is given once at the most.</summary>
internal readonly record struct TwoSidedPair(int Proposer, int Receiver, double ProposerGain, double ReceiverGain);
