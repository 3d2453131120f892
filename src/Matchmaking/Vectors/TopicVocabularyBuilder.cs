namespace Matchmaking.Vectors;

/// <summary>
/// Fits a <see cref="TopicVocabulary"/> to members. The order of members makes no difference: keys are added most frequent first, so that a
/// rare slip is led to the usual spelling.
/// </summary>
internal sealed class TopicVocabularyBuilder
{
    private readonly Dictionary<string, string> _textByWording = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TopicKey> _keyByText = new(StringComparer.Ordinal);

    public static TopicVocabulary Fit(IReadOnlyList<Member> members, IReadOnlyList<IReadOnlyList<string>> synonyms)
    {
        var builder = new TopicVocabularyBuilder();
        Dictionary<string, int> frequencies = new(StringComparer.Ordinal);
        List<string[]> topicsOfMembers = [];
        foreach (Member member in members)
        {
            string[] texts = [.. TopicsOf(member).Select(builder.TextOf).Distinct(StringComparer.Ordinal)];
            topicsOfMembers.Add(texts);
            foreach (string text in texts)
                frequencies[text] = frequencies.GetValueOrDefault(text) + 1;
        }

        var keys = new TopicKeys();
        int count = builder.AddSynonyms(keys, synonyms);
        foreach (
            string text in frequencies
                .OrderByDescending(pair => pair.Value)
                .ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => pair.Key)
        )
        {
            if (!keys.TryGetId(builder._keyByText[text], out _))
                keys.AddRoot(builder._keyByText[text], count++);
        }

        int[] membersByTopic = new int[count];
        Dictionary<string, int> idByText = new(StringComparer.Ordinal);
        foreach (string text in frequencies.Keys)
            idByText.Add(
                text,
                keys.TryGetId(builder._keyByText[text], out int id) ? id : throw new InvalidOperationException("a topic was not added")
            );
        foreach (string[] texts in topicsOfMembers)
        {
            foreach (int id in texts.Select(text => idByText[text]).Distinct())
                membersByTopic[id]++;
        }

        return new TopicVocabulary(keys, [.. membersByTopic.Select(having => Idf(members.Count, having))], Idf(members.Count, 0));
    }

    private static IEnumerable<string> TopicsOf(Member member) =>
        [
            .. member.Interests.Select(interest => interest.Topic),
            .. member.Offers.Select(offer => offer.Topic),
            .. member.Needs.Select(need => need.Topic),
            .. member.Mentoring?.Topics ?? [],
        ];

    private static float Idf(int members, int having) => (float)(Math.Log((1.0 + members) / (1.0 + having)) + 1);

    private string TextOf(string wording)
    {
        if (_textByWording.TryGetValue(wording, out string? text))
            return text;
        TopicKey key = TopicKey.Of(wording);
        // Of "startup" and "start up" the one of more words stands, whichever came first: slips are then judged by the shorter words.
        if (!_keyByText.TryGetValue(key.Text, out TopicKey? known) || MoreWords(key, known))
            _keyByText[key.Text] = key;
        return _textByWording[wording] = key.Text;
    }

    private static bool MoreWords(TopicKey key, TopicKey known) =>
        key.WordStarts.Length != known.WordStarts.Length
            ? key.WordStarts.Length > known.WordStarts.Length
            : key.WordStarts.AsSpan().SequenceCompareTo(known.WordStarts) < 0;

    /// <summary>Ids for the synonyms; lists that share a word are one meaning.</summary>
    private int AddSynonyms(TopicKeys keys, IReadOnlyList<IReadOnlyList<string>> synonyms)
    {
        List<HashSet<string>> meanings = [];
        foreach (IReadOnlyList<string> list in synonyms)
        {
            var meaning = list.Where(word => !string.IsNullOrWhiteSpace(word)).Select(TextOf).ToHashSet(StringComparer.Ordinal);
            foreach (HashSet<string> other in meanings.Where(meaning.Overlaps).ToList())
            {
                meaning.UnionWith(other);
                meanings.Remove(other);
            }

            if (meaning.Count > 0)
                meanings.Add(meaning);
        }

        for (int id = 0; id < meanings.Count; id++)
        {
            foreach (string text in meanings[id].Order(StringComparer.Ordinal))
                keys.AddRoot(_keyByText[text], id);
        }

        return meanings.Count;
    }
}
