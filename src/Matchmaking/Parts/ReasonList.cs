using System.Globalization;
using System.Runtime.InteropServices;

namespace Matchmaking.Parts;

/// <summary>What a reason is about: what helps comes before what two have in common.</summary>
internal enum ReasonTheme
{
    /// <summary>What the other can do for the reader.</summary>
    Gains,

    /// <summary>What the reader can do for the other.</summary>
    Gives,

    /// <summary>Anything else.</summary>
    Shares,
}

/// <summary>What can be said to one of two, before some of it is chosen and put into words.</summary>
/// <param name="Part">The part of the score.</param>
/// <param name="Phrase">
/// The phrase: of a name where <see cref="Named"/>, then a number or a list of <see cref="Topics"/>, where there is one.
/// </param>
/// <param name="Strength">How much it says, in [0, 1].</param>
internal readonly record struct Statement(ScorePart Part, string Phrase, double Strength)
{
    public ReasonTheme Theme { get; init; } = ReasonTheme.Shares;

    public bool Named { get; init; }

    public WantedTopic[] Topics { get; init; } = [];

    /// <summary>Whether it is so vague that it is said only where nothing else can be.</summary>
    public bool OnlyAlone { get; init; }

    /// <summary>The number in it; not a number: none.</summary>
    public double Number { get; init; } = double.NaN;

    /// <summary>The text itself, where a host wrote it.</summary>
    public string? Text { get; init; }

    /// <summary>The phrase to begin a conversation with: of a name, and of the first of the topics; null: none.</summary>
    public string? Opening { get; init; }

    /// <summary>
    /// The phrase that both may read, where that is another: of the reader's name, the other's and the topics; empty: it is not for both.
    /// </summary>
    public string? ForBoth { get; init; }
}

/// <summary>The reasons of one reader, while parts tell them.</summary>
/// <param name="query">The question.</param>
/// <param name="side">Who reads, and about whom.</param>
/// <param name="culture">The reader's, in which a host's own texts are asked for.</param>
internal sealed class ReasonList(PairQuery query, Side side, CultureInfo culture)
{
    /// <summary>How many reasons there are at most.</summary>
    public const int AtMost = 3;

    // One that is done with is taken up by the next: twenty of them are made for a call.
    [ThreadStatic]
    private static List<Statement>? s_idle;

    private readonly List<Statement> _all = Idle();

    // What a need met has told, a lesson need not tell again, nor the other way round; from the other to the reader, and from the reader to
    // the other.
    private List<int>? _toReader,
        _toOther;

    private readonly PartWeights _weights = query.Index.Options.Weights.TryGetValue(query.Kind, out PartWeights? own)
        ? own
        : PartWeights.For(query.Kind);

    public PairQuery Query => query;

    public Side Side => side;

    public CultureInfo Culture => culture;

    /// <summary>How common things are in the community.</summary>
    public Commonness Commonness { get; } = Commonness.Of(query.Index);

    /// <summary>The candidate of the query, whoever reads.</summary>
    public int Candidate => side.Reader == query.Member ? side.Other : side.Reader;

    public int Count => _all.Count;

    /// <summary>Of topics that the other has for the reader, those that no reason has told yet, which are told from now on.</summary>
    public WantedTopic[] NewToReader(WantedTopic[] topics) => New(topics, ref _toReader);

    /// <summary>Of topics that the reader has for the other, those that no reason has told yet, which are told from now on.</summary>
    public WantedTopic[] NewToOther(WantedTopic[] topics) => New(topics, ref _toOther);

    /// <summary>
    /// Says something, unless it says nothing. What is chosen must not depend on what others hide: so the strength comes of the weight by
    /// the kind of introduction, of a value that rests on what the two show alone, and of how few it holds for.
    /// </summary>
    /// <param name="statement">What is said; its strength: value × information.</param>
    public void Add(Statement statement)
    {
        if (!(statement.Strength > 0))
            return;
        // What a learned score goes by may have no weight by the rules.
        double weight = Total > 0 ? Math.Max(.05, _weights[statement.Part] / Total) : .05;
        _all.Add(statement with { Strength = Math.Min(1, weight * statement.Strength) });
    }

    /// <summary>
    /// The few to tell: what helps first, then the strongest, and not so much help that nothing else is told. To be called once, at the
    /// end.
    /// </summary>
    public IReadOnlyList<Statement> Chosen()
    {
        LeaveToHelp();
        if (_all.Exists(static statement => !statement.OnlyAlone))
            _all.RemoveAll(static statement => statement.OnlyAlone);
        Span<Statement> all = CollectionsMarshal.AsSpan(_all);
        StrongestFirst.Sort(all, static statement => statement.Strength - (2.0 * (int)statement.Theme));
        int helps = 0;
        while (helps < all.Length && all[helps].Theme != ReasonTheme.Shares)
            helps++;
        Statement[] chosen =
            all.Length <= AtMost ? all.ToArray()
            : helps < AtMost || helps == all.Length ? all[..AtMost].ToArray()
            : [.. all[..(AtMost - 1)], all[helps]];
        _all.Clear();
        s_idle = _all;
        return chosen;
    }

    /// <summary>With what one can help the other they need not be told to have in common, too.</summary>
    private void LeaveToHelp()
    {
        if (_toReader is null && _toOther is null)
            return;
        for (int i = _all.Count - 1; i >= 0; i--)
        {
            Statement statement = _all[i];
            if (statement.Theme != ReasonTheme.Shares || !Array.Exists(statement.Topics, IsHelp))
                continue;
            WantedTopic[] left = Array.FindAll(statement.Topics, topic => !IsHelp(topic));
            if (left.Length > 0)
                _all[i] = statement with { Topics = left };
            else
                _all.RemoveAt(i);
        }
    }

    private bool IsHelp(WantedTopic topic) =>
        topic.Id >= 0 && (_toReader?.Contains(topic.Id) == true || _toOther?.Contains(topic.Id) == true);

    private static List<Statement> Idle()
    {
        List<Statement> taken = s_idle ?? new(8);
        s_idle = null;
        return taken;
    }

    private double Total
    {
        get
        {
            if (double.IsNaN(field))
            {
                field = 0;
                IReadOnlyList<ScoringPart> parts = PartSet.Of(query.Index).Parts;
                for (int i = 0; i < parts.Count; i++)
                    field += _weights[parts[i].Part];
            }

            return field;
        }
    } = double.NaN;

    private static WantedTopic[] New(WantedTopic[] topics, ref List<int>? told)
    {
        if (topics.Length == 0)
            return topics;
        List<int> known = told ??= new(TopicWording.AtMost);
        WantedTopic[] left = known.Count == 0 ? topics : Array.FindAll(topics, topic => !known.Contains(topic.Id));
        foreach (WantedTopic topic in left)
            known.Add(topic.Id);
        return left;
    }
}

/// <summary>Puts what is said of two into the words of a language.</summary>
/// <param name="side">Who reads, and about whom.</param>
/// <param name="phrases">The language.</param>
internal readonly struct ReasonWords(Side side, Phrases phrases)
{
    public Reason Of(in Statement statement)
    {
        string[] topics = Topics(statement);
        return new Reason
        {
            Part = statement.Part,
            Strength = statement.Strength,
            Topics = topics,
            Text = Text(statement, statement.Phrase, topics),
        };
    }

    /// <summary>A first line, by what it is about.</summary>
    public string? Opening(in Statement statement) =>
        statement.Opening is not { } phrase ? null
        : statement.Topics is [var first, ..] ? phrases.Format(phrase, Name(side.OtherProfile), TopicWording.InWords(side, first, phrases))
        : phrases.Format(phrase, Name(side.OtherProfile));

    /// <summary>The same so that both may read it; null: it is not for both.</summary>
    /// <param name="statement">What is said.</param>
    /// <param name="written">The reason that was made of it in this language, where there is one.</param>
    public string? ForBoth(in Statement statement, Reason? written) =>
        statement.ForBoth switch
        {
            null => written?.Text ?? Text(statement, statement.Phrase, Topics(statement)),
            "" => null,
            var phrase => phrases.Format(
                phrase,
                Name(side.ReaderProfile),
                Name(side.OtherProfile),
                phrases.Words(written?.Topics ?? Topics(statement))
            ),
        };

    /// <summary>What somebody is called in a sentence.</summary>
    public string Name(Member member) => NameOf(member, side.Index.Options);

    public static string NameOf(Member member, MatchmakerOptions options) =>
        member.GivenName ?? (options.FirstWordIsGivenName ? member.Name.Trim().Split(' ', 2)[0] : member.Name);

    private string Text(in Statement statement, string phrase, string[] topics)
    {
        if (statement.Text is { } text)
            return text;
        if (!double.IsNaN(statement.Number))
            return phrases.Count(phrase, statement.Number);
        return (statement.Named, topics.Length) switch
        {
            (false, 0) => phrases[phrase],
            (false, _) => phrases.FormatOf(topics.Length, phrase, phrases.Words(topics)),
            (true, 0) => phrases.Format(phrase, Name(side.OtherProfile)),
            (true, _) => phrases.FormatOf(topics.Length, phrase, Name(side.OtherProfile), phrases.Words(topics)),
        };
    }

    private string[] Topics(in Statement statement)
    {
        string[] words = new string[statement.Topics.Length];
        for (int i = 0; i < words.Length; i++)
            words[i] = TopicWording.InWords(side, statement.Topics[i], phrases);
        return words;
    }
}
