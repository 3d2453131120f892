using System.Runtime.InteropServices;

namespace Matchmaking.Parts;

/// <summary>The reasons of one reader, while parts tell them.</summary>
/// <param name="query">The question.</param>
/// <param name="side">Who reads, and about whom.</param>
/// <param name="phrases">The reader's language.</param>
internal sealed class ReasonList(PairQuery query, Side side, Phrases phrases)
{
    private readonly List<Reason> _reasons = new(8);

    // What a need met has told, a lesson need not tell again, nor the other way round; from the other to the reader, and from the reader to
    // the other.
    private readonly List<int> _toReader = new(TopicWording.AtMost),
        _toOther = new(TopicWording.AtMost);

    public PairQuery Query => query;

    public Side Side => side;

    public Phrases Phrases => phrases;

    /// <summary>The candidate of the query, whoever reads.</summary>
    public int Candidate => side.Reader == query.Member ? side.Other : side.Reader;

    public string OtherName => side.OtherProfile.Name;

    public int Count => _reasons.Count;

    /// <summary>Of topics that the other has for the reader, those that no reason has told yet, which are told from now on.</summary>
    public WantedTopic[] NewToReader(WantedTopic[] topics) => New(topics, _toReader);

    /// <summary>Of topics that the reader has for the other, those that no reason has told yet, which are told from now on.</summary>
    public string[] NewToOther(WantedTopic[] topics) => Topics(New(topics, _toOther));

    public void Add(ScorePart part, double strength, string[] topics, string text) =>
        _reasons.Add(
            new Reason
            {
                Part = part,
                Strength = strength,
                Topics = topics,
                Text = text,
            }
        );

    /// <param name="part">The part of the score.</param>
    /// <param name="strength">How much it adds.</param>
    /// <param name="topics">What counts; nothing is added where there is none.</param>
    /// <param name="phrase">The phrase of a list of topics, or of a name and a list of topics.</param>
    /// <param name="name">The name, where the phrase has one.</param>
    public void AddTopics(ScorePart part, double strength, string[] topics, string phrase, string? name = null)
    {
        if (topics.Length == 0)
            return;
        string list = phrases.List(topics);
        Add(
            part,
            strength,
            topics,
            name is null ? phrases.FormatOf(topics.Length, phrase, list) : phrases.FormatOf(topics.Length, phrase, name, list)
        );
    }

    public void AddLevels(ScorePart part, double strength, WantedTopic[] topics, string phrase)
    {
        if (topics.Length == 0)
            return;
        string[] levelled = Array.ConvertAll(topics, topic => phrases.Format("LevelledTopic", topic.Topic, topic.Level));
        Add(part, strength, Topics(topics), phrases.Format(phrase, OtherName, phrases.List(levelled)));
    }

    /// <summary>All of them, strongest first.</summary>
    public IReadOnlyList<Reason> StrongestFirst()
    {
        Collections.StrongestFirst.Sort(CollectionsMarshal.AsSpan(_reasons), static reason => reason.Strength);
        return [.. _reasons];
    }

    private static WantedTopic[] New(WantedTopic[] topics, List<int> told)
    {
        WantedTopic[] left = Array.FindAll(topics, topic => !told.Contains(topic.Id));
        told.AddRange(left.Select(topic => topic.Id));
        return left;
    }

    private static string[] Topics(WantedTopic[] topics) => Array.ConvertAll(topics, static topic => topic.Topic);
}
