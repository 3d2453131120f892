using System.Runtime.InteropServices;

namespace Matchmaking.Vectors;

/// <summary>
/// Fits a <see cref="TopicVocabulary"/> to members. The order of members makes no difference: keys are added most frequent first, so that a
/// rare slip is led to the usual spelling.
/// </summary>
internal sealed class TopicVocabularyBuilder
{
    private readonly Dictionary<string, Topic> _topicByWording = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Topic> _topicByText = new(StringComparer.Ordinal);
    private readonly HashSet<int> _contradicted = [];

    public static TopicVocabulary Fit(IReadOnlyList<Member> members, IReadOnlyList<IReadOnlyList<string>> synonyms)
    {
        var builder = new TopicVocabularyBuilder();
        List<Topic[]> topicsOfMembers = [];
        foreach (Member member in members)
            topicsOfMembers.Add(builder.TopicsOf(member));
        WordSlips slips = builder.Correct(topicsOfMembers);

        Dictionary<string, int> frequencies = new(StringComparer.Ordinal);
        foreach (Topic[] topics in topicsOfMembers)
        {
            foreach (string text in topics.Select(topic => topic.Meant.Text).Distinct(StringComparer.Ordinal))
                CollectionsMarshal.GetValueRefOrAddDefault(frequencies, text, out _)++;
        }

        var keys = new TopicKeys();
        int count = builder.AddMeanings(keys, synonyms, frequencies.Keys);
        foreach (
            string text in frequencies
                .OrderByDescending(pair => pair.Value)
                .ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => pair.Key)
        )
        {
            if (!keys.TryGetId(builder.KeyOf(text), out _))
                keys.AddRoot(builder.KeyOf(text), count++);
        }

        foreach (Topic topic in builder._topicByText.Values)
        {
            if (topic.Members > 0)
                topic.Id = keys.TryGetId(topic.Meant, out int id) ? id : throw new InvalidOperationException("a topic was not added");
        }

        int[] membersByTopic = new int[count];
        int[] lastMember = new int[count];
        for (int member = 0; member < topicsOfMembers.Count; member++)
        {
            foreach (Topic topic in topicsOfMembers[member])
            {
                if (lastMember[topic.Id] == member + 1)
                    continue;
                lastMember[topic.Id] = member + 1;
                membersByTopic[topic.Id]++;
            }
        }

        return new TopicVocabulary(
            keys,
            [.. membersByTopic.Select(having => Idf(members.Count, having))],
            Idf(members.Count, 0),
            slips,
            builder._contradicted
        );
    }

    /// <summary>The lines of the table that a host's synonyms contradict.</summary>
    public static HashSet<int> Contradicted(IReadOnlyList<IReadOnlyList<string>> synonyms)
    {
        var builder = new TopicVocabularyBuilder();
        builder.Meanings(synonyms);
        return builder._contradicted;
    }

    /// <summary>The topics of a member, as written.</summary>
    public static IEnumerable<string> WordingsOf(Member member) =>
        [
            .. member.Interests.Select(interest => interest.Topic),
            .. member.Offers.Select(offer => offer.Topic),
            .. member.Needs.Select(need => need.Topic),
            .. member.Mentoring?.Topics ?? [],
        ];

    private static float Idf(int members, int having) => (float)(Math.Log((1.0 + members) / (1.0 + having)) + 1);

    private TopicKey KeyOf(string text) => _topicByText[text].Key;

    private Topic[] TopicsOf(Member member)
    {
        Topic[] topics = [.. WordingsOf(member).Distinct(StringComparer.Ordinal).Select(TopicOf).Distinct()];
        foreach (Topic topic in topics)
            topic.Members++;
        return topics;
    }

    private Topic TopicOf(string written) =>
        _topicByWording.TryGetValue(written, out Topic? known) ? known : _topicByWording[written] = TopicOf(TopicKey.Of(written));

    private Topic TopicOf(TopicKey key)
    {
        // Of "startup" and "start up" the one of more words stands, whichever came first: slips are then judged by the shorter words.
        if (!_topicByText.TryGetValue(key.Text, out Topic? topic))
            _topicByText.Add(key.Text, topic = new Topic(key));
        else if (MoreWords(key, topic.Key))
            topic.Key = key;
        return topic;
    }

    private static bool MoreWords(TopicKey key, TopicKey known) =>
        key.WordStarts.Length != known.WordStarts.Length
            ? key.WordStarts.Length > known.WordStarts.Length
            : key.WordStarts.AsSpan().SequenceCompareTo(known.WordStarts) < 0;

    /// <summary>Leads each topic with slips in words to the one that was meant.</summary>
    private WordSlips Correct(List<Topic[]> topicsOfMembers)
    {
        Dictionary<string, int> idByWord = new(StringComparer.Ordinal);
        Topic[] topics = [.. _topicByText.Values];
        foreach (Topic topic in topics)
        {
            topic.Meant = topic.Key;
            topic.Words =
            [
                .. topic.Key.Words.Select(word => idByWord.TryGetValue(word, out int id) ? id : idByWord[word] = idByWord.Count),
            ];
        }

        int[] members = new int[idByWord.Count];
        int[] lastMember = new int[idByWord.Count];
        for (int member = 0; member < topicsOfMembers.Count; member++)
        {
            foreach (int word in topicsOfMembers[member].SelectMany(topic => topic.Words))
            {
                if (lastMember[word] == member + 1)
                    continue;
                lastMember[word] = member + 1;
                members[word]++;
            }
        }

        Dictionary<string, int> having = idByWord.ToDictionary(word => word.Key, word => members[word.Value], StringComparer.Ordinal);
        foreach (
            IGrouping<int, Topic> line in topics.GroupBy(topic => TopicTable.Shipped.Find(topic.Key.Text)).Where(line => line.Key >= 0)
        )
        {
            // Where many write "hiking", "randonnée" is a word that somebody may have meant, too.
            int all = line.Sum(topic => topic.Members);
            foreach (string word in TopicTable.Shipped.All[line.Key].Keys.SelectMany(key => key.Words))
                having[word] = Math.Max(having.GetValueOrDefault(word), all);
        }

        var slips = new WordSlips(having);
        Dictionary<string, string?> meant = idByWord.ToDictionary(
            word => word.Key,
            word => slips.Meant(word.Key, having[word.Key]),
            StringComparer.Ordinal
        );
        foreach (Topic topic in topics)
            topic.Meant = TopicOf(slips.Corrected(topic.Key, word => meant[word])).Key;
        return slips;
    }

    /// <summary>Ids for the synonyms, and for the topics of the table that somebody has.</summary>
    private int AddMeanings(TopicKeys keys, IReadOnlyList<IReadOnlyList<string>> synonyms, IEnumerable<string> texts)
    {
        List<HashSet<string>> meanings = Meanings(synonyms);
        TopicTable table = TopicTable.Shipped;
        foreach (int line in texts.Concat(meanings.SelectMany(meaning => meaning)).Select(table.Find).Distinct().Order().ToList())
        {
            if (line >= 0 && !_contradicted.Contains(line))
                Unite(meanings, table.All[line].Keys.Select(key => TopicOf(key).Key.Text).ToHashSet(StringComparer.Ordinal));
        }

        for (int id = 0; id < meanings.Count; id++)
        {
            foreach (string text in meanings[id].Order(StringComparer.Ordinal))
                keys.AddRoot(KeyOf(text), id);
        }

        return meanings.Count;
    }

    /// <summary>The host's synonyms; lists that share a word are one meaning.</summary>
    private List<HashSet<string>> Meanings(IReadOnlyList<IReadOnlyList<string>> synonyms)
    {
        List<HashSet<string>> meanings = [];
        foreach (IReadOnlyList<string> list in synonyms)
            Unite(
                meanings,
                list.Where(word => !string.IsNullOrWhiteSpace(word))
                    .Select(word => TopicOf(TopicKey.Of(word)).Key.Text)
                    .ToHashSet(StringComparer.Ordinal)
            );
        _contradicted.UnionWith(TopicTable.Shipped.Contradicted(meanings));
        return meanings;
    }

    private static void Unite(List<HashSet<string>> meanings, HashSet<string> meaning)
    {
        foreach (HashSet<string> other in meanings.Where(meaning.Overlaps).ToList())
        {
            meaning.UnionWith(other);
            meanings.Remove(other);
        }

        if (meaning.Count > 0)
            meanings.Add(meaning);
    }

    private sealed class Topic(TopicKey key)
    {
        public TopicKey Key { get; set; } = key;

        public TopicKey Meant { get; set; } = key;

        public int[] Words { get; set; } = [];

        public int Members { get; set; }

        public int Id { get; set; } = -1;
    }
}
