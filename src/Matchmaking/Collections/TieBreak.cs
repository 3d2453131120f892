namespace Matchmaking.Collections;

/// <summary>
/// A fixed pseudo-random number for a pair of ids and a seed, the same on every machine (FNV-1a; finalised as in MurmurHash3).
/// </summary>
internal static class TieBreak
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Start(string id, int seed) => Add(Offset ^ (uint)seed, id);

    /// <summary>Of equal scores the one from which the asker gains more, then by the hash: the smaller number is first.</summary>
    /// <param name="forward">What the asker gains, in [0, 1].</param>
    /// <param name="start">As <see cref="Start"/> gives it.</param>
    /// <param name="id">The other's id.</param>
    public static ulong Of(double forward, ulong start, string id) =>
        ((ulong)~BitConverter.SingleToUInt32Bits((float)forward) << 32) | (Of(start, id) >> 32);

    public static ulong Of(ulong start, string id)
    {
        ulong hash = Add(start, id);
        hash ^= hash >> 33;
        hash *= 0xff51afd7ed558ccd;
        hash ^= hash >> 33;
        hash *= 0xc4ceb9fe1a85ec53;
        return hash ^ (hash >> 33);
    }

    private static ulong Add(ulong hash, string id)
    {
        foreach (char c in id)
            hash = (hash ^ c) * Prime;
        return (hash ^ 0xffff) * Prime;
    }
}
