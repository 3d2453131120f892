using System.Globalization;

namespace Matchmaking;

/// <summary>Tells one side of a pair why it should meet the other, strongest reason first, and nothing that either hides.</summary>
internal sealed class ReasonWriter(PairQuery query, Side side, Phrases phrases)
{
    private const double ActiveFrom = .5;
    private const double NearKm = 50;
    private const double SamePlaceKm = 5;

    private readonly List<Reason> _reasons = [];

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
            _reasons.Add(new Reason(ScorePart.Network, 0, [], phrases[query.Index.Network.AreConnected(side.Reader, side.Other) ? "KnowEachOther" : "NotYetMet"]));
        return [.. _reasons.OrderByDescending(reason => reason.Strength)];
    }

    private void Add(ScorePart part, double mine, double theirs)
    {
        switch (part)
        {
            case ScorePart.SharedInterests when mine > 0:
                AddTopics(part, mine, TopicWording.SharedInterests(side), topics => phrases.Format("SharedInterests", topics));
                break;
            case ScorePart.NeedsMet:
                if (mine > 0)
                    AddLevels(part, mine, TopicWording.NeedsMet(side.Index, side.Reader, side.Other), topics => phrases.Format("NeedMet", OtherName, topics));
                if (theirs > 0)
                    AddTopics(part, theirs, [.. TopicWording.NeedsMet(side.Index, side.Other, side.Reader).Select(need => need.Topic)], topics => phrases.Format("CanHelp", OtherName, topics));
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
            case ScorePart.Activity when query.Index.Network.ActivityLevel(side.Other) >= ActiveFrom && !side.OtherProfile.Hides(MemberField.Activities):
                _reasons.Add(new Reason(part, mine, [], phrases.Format("Active", OtherName)));
                break;
            case ScorePart.MentorFit when mine > 0:
                AddLevels(part, mine, TopicWording.Lessons(side.Index, side.Reader, side.Other), topics => phrases.Format("MentorMasters", OtherName, topics));
                AddTopics(part, mine, [.. TopicWording.Lessons(side.Index, side.Other, side.Reader).Select(lesson => lesson.Topic)], topics => phrases.Format("MenteeWants", OtherName, topics));
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
        IReadOnlyList<string> acquaintances = NetworkWording.CommonAcquaintances(query, candidate, side.Reader);
        IReadOnlyList<string> activities = NetworkWording.CommonActivities(query, candidate);
        AddTopics(ScorePart.Network, strength, activities, names => phrases.Format("CommonActivities", names));
        AddTopics(ScorePart.Network, strength, acquaintances, names => phrases.Format("CommonAcquaintances", names));
        if (acquaintances.Count == 0 && activities.Count == 0)
            _reasons.Add(new Reason(ScorePart.Network, strength, [], phrases.Format("NearInNetwork", OtherName)));
    }

    private void AddPracticalities(double strength)
    {
        int candidate = side.Reader == query.Member ? side.Other : side.Reader;
        if (side.Shows(MemberField.Languages))
        {
            AddTopics(
                ScorePart.Practicalities,
                strength,
                [.. Languages.Common(side.ReaderProfile, side.OtherProfile).Select(language => CultureInfo.GetCultureInfo(language).NativeName)],
                names => phrases.Format("CommonLanguages", names));
        }

        if (query.CommonHours(candidate) is > 0 and double hours && side.Shows(MemberField.Availability) && side.Shows(MemberField.TimeZone))
            _reasons.Add(new Reason(ScorePart.Practicalities, strength, [], phrases.Format("CommonHours", hours)));
        if (side.ReaderProfile.Location is { } here && side.OtherProfile.Location is { } there && side.Shows(MemberField.Location))
        {
            double distance = GreatCircle.Kilometres(here, there);
            if (distance <= NearKm)
            {
                string text = distance <= SamePlaceKm ? phrases["SamePlace"] : phrases.Format("Near", Math.Round(distance / SamePlaceKm) * SamePlaceKm);
                _reasons.Add(new Reason(ScorePart.Practicalities, strength, [], text));
            }
        }
    }

    private void AddTopics(ScorePart part, double strength, IReadOnlyList<string> topics, Func<string, string> text)
    {
        if (topics.Count > 0)
            _reasons.Add(new Reason(part, strength, topics, text(phrases.List(topics))));
    }

    private void AddLevels(ScorePart part, double strength, IReadOnlyList<(string Topic, int Level)> topics, Func<string, string> text)
    {
        if (topics.Count > 0)
            _reasons.Add(new Reason(part, strength, [.. topics.Select(topic => topic.Topic)], text(phrases.List([.. topics.Select(topic => phrases.Format("LevelledTopic", topic.Topic, topic.Level))]))));
    }
}
