using System.Text;

namespace Matchmaking.Learning;

/// <summary>
/// What a community talks about, as far as a model must know it again: its topics, its attributes, and how its texts are compared.
/// Communities grow, so that a model is refused not for what is new but where less than half of what it knows is there. Names stand as
/// hashes, of many only the smallest (bottom-k sketch; Broder 1997), which estimates that share.
/// </summary>
internal sealed record VocabularyFingerprint(ulong[] Topics, ulong[] Attributes, byte Texts, string Analyzer)
{
    private const int MostHashes = 4096;
    private const double LeastInCommon = .5;

    public static VocabularyFingerprint Of(CommunityIndex index) =>
        new(
            Sketch(index.Vectorizer.Topics.FittedTopics),
            Sketch(index.Members.SelectMany(member => member.Attributes.Keys).Distinct(StringComparer.Ordinal)),
            (byte)(
                !index.Vectorizer.HasTexts ? 0
                : index.Options.EmbeddingGenerator is not null ? 2
                : index.Options.CharacterTrigrams ? 3
                : 1
            ),
            index.Options.TextAnalyzer.Name
        );

    /// <summary>
    /// Why a model of this vocabulary cannot serve a community of the other; null where it can. A model that knows no topics, attributes or
    /// texts does without them.
    /// </summary>
    public string? Mismatch(VocabularyFingerprint other) =>
        Found(Topics, other.Topics) < LeastInCommon ? "was learned with another vocabulary of topics: learn again on this community"
        : Found(Attributes, other.Attributes) < LeastInCommon
            ? "was learned with another vocabulary of attributes: learn again on this community"
        : Texts != 0 && Texts != other.Texts ? "was learned with another model of texts: learn again on this community"
        // An embedding generator takes texts as they are.
        : Texts is 1 or 3 && Analyzer != other.Analyzer
            ? $"was learned on texts that the analyser '{Analyzer}' read: give it in the options (TextAnalyzer), or learn again"
        : null;

    public void Write(BinaryWriter writer)
    {
        foreach (ulong[] sketch in new[] { Topics, Attributes })
        {
            writer.Write(sketch.Length);
            foreach (ulong hash in sketch)
                writer.Write(hash);
        }

        writer.Write(Texts);
        writer.Write(Analyzer);
    }

    public static VocabularyFingerprint Read(BinaryReader reader)
    {
        return new VocabularyFingerprint(Sketch(), Sketch(), reader.ReadByte(), reader.ReadString());

        ulong[] Sketch()
        {
            ulong[] sketch = new ulong[reader.ReadCount(MostHashes)];
            for (int i = 0; i < sketch.Length; i++)
                sketch[i] = reader.ReadUInt64();
            return sketch;
        }
    }

    private static ulong[] Sketch(IEnumerable<string> names) => [.. names.Select(Hash).Distinct().Order().Take(MostHashes)];

    /// <summary>The share of the first's names that the second has, by those that its sketch would show.</summary>
    private static double Found(ulong[] known, ulong[] there)
    {
        ulong[] shown = there.Length < MostHashes ? known : [.. known.TakeWhile(hash => hash <= there[^1])];
        HashSet<ulong> present = [.. there];
        return shown.Length == 0 ? 1 : shown.Count(present.Contains) / (double)shown.Length;
    }

    /// <summary>FNV-1a, mixed once more: unlike <see cref="string.GetHashCode()"/> the same in every process.</summary>
    private static ulong Hash(string name)
    {
        ulong hash = 14695981039346656037;
        foreach (byte b in Encoding.UTF8.GetBytes(name))
            hash = (hash ^ b) * 1099511628211;
        hash ^= hash >> 33;
        hash *= 0xff51afd7ed558ccd;
        return hash ^ (hash >> 33);
    }
}
