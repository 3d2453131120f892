namespace Matchmaking.Collections;

/// <summary>
/// A fixed pseudo-random number for a pair of ids and a seed, the same on every machine (FNV-1a; finalised as in MurmurHash3).
/// </summary>
internal static class TieBreak
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Start(string id, int seed) => Add(Offset ^ (uint)seed, id);

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
