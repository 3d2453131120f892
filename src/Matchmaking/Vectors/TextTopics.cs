namespace Matchmaking.Vectors;

/// <summary>A topic found in what somebody wrote.</summary>
/// <param name="Topic">The topic's id.</param>
/// <param name="Share">How much of it is there, in (0, 1]: 1 where all its words are.</param>
/// <param name="Start">Where the words begin that it comes from.</param>
/// <param name="Length">How long they are, with what stands between them.</param>
internal readonly record struct TextTopic(int Topic, double Share, int Start, int Length);

/// <summary>
/// Finds a community's topics in whole sentences: what members name as topics, and what the library knows of these in English and French.
/// The same text gives the same topics. Immutable; safe for use by several threads.
/// </summary>
internal sealed class TextTopics
{
    /// <summary>A topic of more words is a sentence itself.</summary>
    private const int MostWords = 4;

    /// <summary>Words of one topic stand no further apart than this, besides the topic's own.</summary>
    private const int Gap = 2;

    /// <summary>What part of a topic's words must be there at least, by how rare they are, to be told in part.</summary>
    private const double LeastShare = .5;

    /// <summary>What a word is worth that only goes with a topic: "subsidy" with "fundraising".</summary>
    private const double RelatedShare = .6;

    /// <summary>A shorter word is no hint at a topic of several.</summary>
    private const int LeastLetters = 4;

    /// <summary>Letters that two forms of one word share at the least: "strategy", "strategic".</summary>
    private const int SharedLetters = 6;

    /// <summary>What English and French hang onto a stem to make another word of the same meaning.</summary>
    private static readonly HashSet<string> s_endings =
    [
        .. "a able al ant ation ations e ed ement ent er eu eur euse ical ic ics i ie ing ion ions ique ive if ly ment or y".Split(' '),
        "",
    ];

    private static readonly HashSet<string> s_stopWords =
    [
        .. new[] { "english", "french" }.SelectMany(StopWords.Read).Select(word => CharacterFolding.Fold(word)),
        .. (
            "ask asking best better find front get good help helping improve know knows learn learning lot month need needs new people "
            + "person somebody someone start thing things today tomorrow want wants week year aide aider aimerais ameliorer apprendre "
            + "besoin bon bonne chercher cherche commencer comprendre connait demain faire gens gros jour mieux mois nouveau nouvelle "
            + "personne peu pourrait pouvoir quelqu qui sait savoir semaine trouver trucs veux vouloir voudrais"
        ).Split(' '),
    ];

    private readonly List<Root> _roots = [];
    private readonly Dictionary<string, List<int>> _rootsByWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _wordsByStart = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _topicsByRelated = new(StringComparer.Ordinal);

    public TextTopics(IEnumerable<(TopicKey Key, int Id)> topics, Func<string, int?> known)
    {
        foreach ((TopicKey key, int id) in topics.Where(topic => topic.Key.WordStarts.Length <= MostWords))
        {
            string[] words = [.. key.Words];
            AddRoot(id, words);
            // "fundraising" where most write "fund-raising".
            if (words.Length > 1)
                AddRoot(id, [key.Text]);
        }

        foreach (string word in _rootsByWord.Keys.Where(word => word.Length > SharedLetters))
            Add(_wordsByStart, word[..SharedLetters], word);
        foreach ((string topic, TopicKey[] words) in RelatedWords.Shipped)
        {
            if (known(topic) is not { } id)
                continue;
            foreach (TopicKey word in words)
                Add(_topicsByRelated, word.Text, id);
        }
    }

    private void AddRoot(int id, string[] words)
    {
        foreach (string word in words.Distinct(StringComparer.Ordinal))
            Add(_rootsByWord, word, _roots.Count);
        _roots.Add(new Root(id, words));
    }

    /// <summary>
    /// The topics of a question, by id: also those of which only the rarer words are there, and those with which a word goes.
    /// </summary>
    public IReadOnlyList<TextTopic> In(string question, bool inPart) => In(question, inPart, own: -1);

    /// <summary>The topics that are whole inside of what a member wrote, by id.</summary>
    public IReadOnlyList<TextTopic> In(string text, int own) => In(text, inPart: false, own);

    /// <summary>The topics of a text, by id.</summary>
    /// <param name="text">What somebody wrote.</param>
    /// <param name="inPart">
    /// Whether topics count of which only the rarer words are there, and those with which a word goes: for a question, where the best
    /// answer is looked for, and not for what members tell of themselves.
    /// </param>
    /// <param name="own">A topic that is left out: the text itself; −1: none.</param>
    private IReadOnlyList<TextTopic> In(string text, bool inPart, int own)
    {
        List<Token> tokens = Tokens(text);
        Dictionary<int, TextTopic> found = [];
        List<Whole> whole = [];
        SortedSet<int> candidates = Candidates(tokens);
        candidates.RemoveWhere(root => _roots[root].Id == own);
        foreach (int root in candidates)
        {
            if (Match(_roots[root], tokens) is not { } match)
                continue;
            if (match.Share >= 1)
                whole.Add(new Whole(_roots[root].Id, match.First, match.Last));
            else if (!inPart || match.Share < LeastShare)
                continue;
            Offer(found, _roots[root].Id, match.Share >= 1 ? 1 : match.Share * match.Share, tokens[match.First], tokens[match.Last]);
        }

        // In "data science" neither "data" nor "science" is meant alone.
        foreach (int root in candidates)
        {
            Root one = _roots[root];
            if (
                found.TryGetValue(one.Id, out TextTopic topic)
                && Match(one, tokens) is { } match
                && topic.Start == tokens[match.First].Start
                && whole.Exists(other => other.Topic != one.Id && other.IsAround(match.First, match.Last))
            )
                found.Remove(one.Id);
        }

        if (inPart)
            AddRelated(tokens, whole, found);
        return [.. found.Values.OrderBy(topic => topic.Topic)];
    }

    private void AddRelated(List<Token> tokens, List<Whole> whole, Dictionary<int, TextTopic> found)
    {
        for (int i = 0; i < tokens.Count; i++)
        {
            // What "data science" says, "data" alone does not; nor "application" what "grant application" says.
            if (whole.Exists(topic => topic.IsAround(i, i)))
                continue;
            int last = i + 1 < tokens.Count && _topicsByRelated.ContainsKey(tokens[i].Word + tokens[i + 1].Word) ? i + 1 : i;
            string words = last == i ? tokens[i].Word : tokens[i].Word + tokens[last].Word;
            foreach (int id in _topicsByRelated.GetValueOrDefault(words) ?? [])
                Offer(found, id, RelatedShare, tokens[i], tokens[last]);
            i = last;
        }
    }

    private static void Offer(Dictionary<int, TextTopic> found, int id, double share, Token first, Token last)
    {
        if (!found.TryGetValue(id, out TextTopic known) || known.Share < share)
            found[id] = new TextTopic(id, share, first.Start, last.End - first.Start);
    }

    private SortedSet<int> Candidates(List<Token> tokens)
    {
        SortedSet<int> roots = [];
        for (int i = 0; i < tokens.Count; i++)
        {
            string word = tokens[i].Word;
            roots.UnionWith(_rootsByWord.GetValueOrDefault(word) ?? []);
            if (word.Length > SharedLetters)
            {
                foreach (string other in _wordsByStart.GetValueOrDefault(word[..SharedLetters])?.Where(other => IsForm(word, other)) ?? [])
                    roots.UnionWith(_rootsByWord[other]);
            }

            // "start up" for "startup".
            if (i + 1 < tokens.Count)
                roots.UnionWith(_rootsByWord.GetValueOrDefault(tokens[i].Word + tokens[i + 1].Word) ?? []);
        }

        return roots;
    }

    /// <summary>Where most of a topic's words stand near to each other; null where none does that could tell of it.</summary>
    private (double Share, int First, int Last)? Match(Root root, List<Token> tokens)
    {
        (double Share, int First, int Last)? best = null;
        int reach = root.Words.Length + Gap;
        for (int start = 0; start < tokens.Count; start++)
        {
            double sum = 0,
                all = 0;
            int last = -1;
            bool isAtStart = false,
                tells = root.Words.Length == 1;
            foreach (string word in root.Words)
            {
                double rare = 1 / (double)_rootsByWord[word].Count;
                double weight = Math.Sqrt(rare);
                all += weight;
                if (Find(tokens, start, Math.Min(tokens.Count, start + reach), word) is not { } at)
                    continue;
                sum += weight;
                last = Math.Max(last, at.Last);
                isAtStart |= at.First == start;
                tells |= word.Length >= LeastLetters;
            }

            double share = sum / all;
            if (sum > 0 && tells && isAtStart && share > (best?.Share ?? 0))
                best = (share >= 1 - 1e-9 ? 1 : share, start, last);
        }

        return best;
    }

    private static (int First, int Last)? Find(List<Token> tokens, int start, int end, string word)
    {
        for (int i = start; i < end && tokens[i].Clause == tokens[start].Clause; i++)
        {
            if (tokens[i].Word == word || IsForm(tokens[i].Word, word))
                return (i, i);
            if (
                i + 1 < end
                && tokens[i].Word.Length + tokens[i + 1].Word.Length == word.Length
                && word.StartsWith(tokens[i].Word, StringComparison.Ordinal)
                && word.EndsWith(tokens[i + 1].Word, StringComparison.Ordinal)
            )
                return (i, i + 1);
        }

        return null;
    }

    /// <summary>Whether two words are forms of one: all but their endings is the same.</summary>
    private static bool IsForm(string one, string other)
    {
        int shared = one.AsSpan().CommonPrefixLength(other);
        for (int stem = shared; stem >= SharedLetters; stem--)
        {
            if (s_endings.Contains(one[stem..]) && s_endings.Contains(other[stem..]))
                return true;
        }

        return false;
    }

    /// <summary>The words of a text as topics have them, but for those that say nothing.</summary>
    private static List<Token> Tokens(string text)
    {
        List<Token> tokens = [];
        int clause = 0;
        for (int at = 0; at < text.Length; )
        {
            int start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('/' or ',' or ';' or '(' or ')' or '’' or '\''))
                at++;
            if (at > start)
                Add(start, at);
            clause += at < text.Length && text[at] is (',' or ';' or '(' or ')' or '/') ? 1 : 0;
            at += at < text.Length ? 1 : 0;
        }

        return tokens;

        void Add(int start, int end)
        {
            string written = text[start..end].TrimEnd('.', '!', '?', ':');
            string folded = CharacterFolding.Fold(written);
            // IT is no "it".
            bool isName = written.Length >= 2 && written.All(char.IsUpper);
            if (folded.Length == 0 || (!isName && (s_stopWords.Contains(folded) || TopicKey.IsLinkWord(folded) || folded.Length == 1)))
                return;
            foreach (string word in TopicKey.Of(written).Words)
                tokens.Add(new Token(word, start, start + written.Length, clause));
            clause += start + written.Length < end ? 1 : 0;
        }
    }

    private static void Add<T>(Dictionary<string, List<T>> lists, string word, T item)
    {
        if (!lists.TryGetValue(word, out List<T>? list))
            lists.Add(word, list = []);
        list.Add(item);
    }

    /// <summary>A topic that is there with all its words, by the first and the last of the text's.</summary>
    private readonly record struct Whole(int Topic, int First, int Last)
    {
        public bool IsAround(int first, int last) => First <= first && last <= Last && Last - First > last - first;
    }

    private readonly record struct Token(string Word, int Start, int End, int Clause);

    private sealed record Root(int Id, string[] Words);
}
