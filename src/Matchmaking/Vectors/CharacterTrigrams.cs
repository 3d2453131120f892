namespace Matchmaking.Vectors;

/// <summary>
/// The trigrams of a word's letters without case and accents, a space at both ends: "été" → " et", "ete", "te ". A slip of the pen changes
/// three of them and leaves the rest, and so does an ending that no stemmer knows (McNamee and Mayfield 2004, in eight European languages).
/// </summary>
internal static class CharacterTrigrams
{
    /// <summary>Adds a word's trigrams, each packed into a number that sorts as its letters do.</summary>
    public static void Add(ReadOnlySpan<char> word, List<ulong> trigrams)
    {
        string folded = CharacterFolding.Fold(word.ToString());
        ulong packed = ' ';
        for (int i = 0; i <= folded.Length; i++)
        {
            // Three units of 16 bits: the fourth falls out.
            packed = ((packed << 16) | (i < folded.Length ? folded[i] : ' ')) & 0xFFFF_FFFF_FFFF;
            if (i > 0)
                trigrams.Add(packed);
        }
    }
}
