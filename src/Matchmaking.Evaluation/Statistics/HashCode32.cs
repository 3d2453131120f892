namespace Matchmaking.Evaluation;

/// <summary>
/// Mixes numbers to a seed, the same in every process (which <see cref="HashCode"/> is not): the finaliser of MurmurHash3.
/// </summary>
internal static class HashCode32
{
    public static int Of(int seed, int stream)
    {
        uint h = unchecked(((uint)seed * 0x9E3779B9u) + (uint)stream);
        h = unchecked((h ^ (h >> 16)) * 0x85EBCA6Bu);
        h = unchecked((h ^ (h >> 13)) * 0xC2B2AE35u);
        return (int)(h ^ (h >> 16));
    }
}
