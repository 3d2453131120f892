using System.Runtime.InteropServices;

namespace Matchmaking;

/// <summary>Tells one side of a pair why it should meet the other, strongest reason first, and nothing that either hides.</summary>
internal sealed class ReasonWriter(PairQuery query, Side side, Phrases phrases)
{
    private const double ActiveFrom = .5;
    private const double NearKm = 50;
    private const double SamePlaceKm = 5;

    private readonly List<Reason> _reasons = new(8);

    // What a need met has told, a lesson need not tell again, nor the other way round; from the other to the reader, and from the reader to
    // the other.
    private readonly List<int> _toReader = new(TopicWording.AtMost),
        _toOther = new(TopicWording.AtMost);

    private string OtherName => side.OtherProfile.Name;

    /// <param name="parts">The pair's parts, forward being the query's member.</param>
    public IReadOnlyList<Reason> Write(IReadOnlyList<PartScore> parts)
    {
        bool forward = side.Reader == query.Member;
        AddBuddy(forward);
        foreach (PartScore part in parts)
        {
            double mine = part.Weight * (forward ? part.Forward : part.Backward);
            double theirs = part.Weight * (forward ? part.Backward : part.Forward);
            Add(part.Part, mine, theirs);
        }

        if (_reasons.Count == 0)
            _reasons.Add(
                new Reason(
                    ScorePart.Network,
                    0,
                    [],
                    phrases[query.Index.Network.AreConnected(side.Reader, side.Other) ? "KnowEachOther" : "NotYetMet"]
                )
            );
        StrongestFirst.Sort(CollectionsMarshal.AsSpan(_reasons), static reason => reason.Strength);
        return [.. _reasons];
    }

    private void Add(ScorePart part, double mine, double theirs)
    {
        switch (part)
        {
            case ScorePart.SharedInterests when mine > 0:
                AddTopics(part, mine, TopicWording.SharedInterests(side), "SharedInterests");
                break;
            case ScorePart.NeedsMet:
                if (mine > 0)
                    AddLevels(part, mine, New(TopicWording.NeedsMet(side.Index, side.Reader, side.Other), _toReader), "NeedMet");
                if (theirs > 0)
                    AddTopics(
                        part,
                        theirs,
                        Topics(New(TopicWording.NeedsMet(side.Index, side.Other, side.Reader), _toOther)),
                        "CanHelp",
                        OtherName
                    );
                break;
            case ScorePart.Text when mine > 0 && side.Shows(MemberField.Bio) && side.Shows(MemberField.Texts):
                // Latent topics give nearly every pair a little; only a clear likeness is worth a word.
                if (TextSimilarity.Compute(side.ReaderVector, side.OtherVector) >= .3)
                    _reasons.Add(new Reason(part, mine, [], phrases["SimilarTexts"]));
                break;
            case ScorePart.Network when mine > 0:
                AddNetwork(mine);
                break;
            case ScorePart.Practicalities when mine > 0:
                AddPracticalities(mine);
                break;
            case ScorePart.Activity
                when query.Index.Network.ActivityLevel(side.Other) >= ActiveFrom && !side.OtherProfile.Hides(MemberField.Activities):
                _reasons.Add(new Reason(part, mine, [], phrases.Format("Active", OtherName)));
                break;
            case ScorePart.MentorFit when mine > 0:
                AddLevels(part, mine, New(TopicWording.Lessons(side.Index, side.Reader, side.Other), _toReader), "MentorMasters");
                AddTopics(
                    part,
                    mine,
                    Topics(New(TopicWording.Lessons(side.Index, side.Other, side.Reader), _toOther)),
                    "MenteeWants",
                    OtherName
                );
                break;
        }
    }

    private void AddBuddy(bool forward)
    {
        if (query.Kind == IntroductionKind.Buddy && !side.OtherProfile.Hides(MemberField.Joined))
            _reasons.Add(new Reason(ScorePart.Activity, 0, [], phrases.Format(forward ? "BuddySettled" : "BuddyNewcomer", OtherName)));
    }

    private void AddNetwork(double strength)
    {
        if (!side.Shows(MemberField.Activities))
            return;
        if (query.Kind == IntroductionKind.Bridge)
        {
            _reasons.Add(new Reason(ScorePart.Network, strength, [], phrases.Format("Bridge", OtherName)));
            return;
        }

        int candidate = side.Reader == query.Member ? side.Other : side.Reader;
        string[] acquaintances = NetworkWording.CommonAcquaintances(query, candidate, side.Reader);
        string[] activities = NetworkWording.CommonActivities(query, candidate);
        AddTopics(ScorePart.Network, strength, activities, "CommonActivities");
        AddTopics(ScorePart.Network, strength, acquaintances, "CommonAcquaintances");
        if (acquaintances.Length == 0 && activities.Length == 0)
            _reasons.Add(new Reason(ScorePart.Network, strength, [], phrases.Format("NearInNetwork", OtherName)));
    }

    private void AddPracticalities(double strength)
    {
        int candidate = side.Reader == query.Member ? side.Other : side.Reader;
        if (side.Shows(MemberField.Languages))
        {
            string[] languages = Languages.Common(side.ReaderProfile, side.OtherProfile);
            AddTopics(ScorePart.Practicalities, strength, Array.ConvertAll(languages, phrases.LanguageName), "CommonLanguages");
        }

        if (
            query.CommonHours(candidate) is { } hours
            && WeekHours.Told(hours) is > 0 and double told
            && side.Shows(MemberField.Availability)
            && side.Shows(MemberField.TimeZone)
        )
            _reasons.Add(new Reason(ScorePart.Practicalities, strength, [], phrases.Count("CommonHours", told)));
        if (side.ReaderProfile.Location is { } here && side.OtherProfile.Location is { } there && side.Shows(MemberField.Location))
        {
            double distance = GreatCircle.Kilometres(here, there);
            if (distance <= NearKm)
            {
                string text =
                    distance <= SamePlaceKm
                        ? phrases["SamePlace"]
                        : phrases.Format("Near", Math.Round(distance / SamePlaceKm) * SamePlaceKm);
                _reasons.Add(new Reason(ScorePart.Practicalities, strength, [], text));
            }
        }
    }

    /// <param name="part">The part of the score.</param>
    /// <param name="strength">How much it adds.</param>
    /// <param name="topics">What counts; nothing is added where there is none.</param>
    /// <param name="phrase">The phrase of a list of topics, or of a name and a list of topics.</param>
    /// <param name="name">The name, where the phrase has one.</param>
    private void AddTopics(ScorePart part, double strength, string[] topics, string phrase, string? name = null)
    {
        if (topics.Length == 0)
            return;
        string list = phrases.List(topics);
        _reasons.Add(
            new Reason(
                part,
                strength,
                topics,
                name is null ? phrases.FormatOf(topics.Length, phrase, list) : phrases.FormatOf(topics.Length, phrase, name, list)
            )
        );
    }

    private void AddLevels(ScorePart part, double strength, WantedTopic[] topics, string phrase)
    {
        if (topics.Length == 0)
            return;
        string[] levelled = Array.ConvertAll(topics, topic => phrases.Format("LevelledTopic", topic.Topic, topic.Level));
        _reasons.Add(new Reason(part, strength, Topics(topics), phrases.Format(phrase, OtherName, phrases.List(levelled))));
    }

    /// <summary>Those that no reason has told yet, which are told from now on.</summary>
    private static WantedTopic[] New(WantedTopic[] topics, List<int> told)
    {
        WantedTopic[] left = Array.FindAll(topics, topic => !told.Contains(topic.Id));
        told.AddRange(left.Select(topic => topic.Id));
        return left;
    }

    private static string[] Topics(WantedTopic[] topics) => Array.ConvertAll(topics, static topic => topic.Topic);
}
