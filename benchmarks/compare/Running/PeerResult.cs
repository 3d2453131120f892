namespace Matchmaking.Compare.Running;

/// <summary>What a start of a peer gave: seconds and the line that it printed, or why there are none.</summary>
internal sealed record PeerResult(double? Seconds, string Text)
{
    public static PeerResult None(string why) => new(null, why);
}
