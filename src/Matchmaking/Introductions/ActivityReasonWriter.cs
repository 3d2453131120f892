namespace Matchmaking.Introductions;

/// <summary>Tells a member why to join an activity.</summary>
internal sealed class ActivityReasonWriter(PairQuery query, ActivityScorer scorer, Phrases phrases)
{
    private readonly CommunityIndex _index = query.Index;

    public IReadOnlyList<Reason> Write(int activity)
    {
        var reasons = new List<Reason>();
        string[] topics = query.Profile.Hides(MemberField.Interests)
            ? []
            :
            [
                .. scorer
                    .Mentioned(activity)
                    .Take(TopicWording.AtMost)
                    .Select(interest => _index.Vectorizer.Topics.DisplayName(interest.Topic, phrases.ReadersCulture)),
            ];
        if (topics.Length > 0)
            reasons.Add(
                new Reason
                {
                    Part = ScorePart.SharedInterests,
                    Strength = scorer.Topics(activity),
                    Topics = topics,
                    Text = phrases.Format("ActivityTopics", phrases.List(topics)),
                }
            );
        AddNetwork(reasons, activity, scorer.Network(activity));
        if (
            scorer.Likeness(activity) >= ActivityScorer.ClearLikeness
            && !query.Profile.Hides(MemberField.Bio)
            && !query.Profile.Hides(MemberField.Texts)
        )
            reasons.Add(
                new Reason
                {
                    Part = ScorePart.Text,
                    Strength = scorer.Text(activity),
                    Topics = [],
                    Text = phrases["ActivityText"],
                }
            );
        return [.. reasons.OrderByDescending(reason => reason.Strength)];
    }

    private void AddNetwork(List<Reason> reasons, int activity, double strength)
    {
        if (strength <= 0 || !scorer.IsVisited(activity))
            return;
        string[] people =
        [
            .. _index
                .Activities.AcquaintancesIn(query.Member, activity, query.Now, TopicWording.AtMost * 3)
                .Where(person => !_index.Blocks.Contains(person, query.Member) && !_index.Members[person].Hides(MemberField.Activities))
                .Take(TopicWording.AtMost)
                .Select(person => _index.Members[person].Name),
        ];
        string[] similar =
        [
            .. _index
                .Activities.SimilarAttended(query.Member, activity, TopicWording.AtMost)
                .Select(other => _index.Live.Tree.Activities[other].Name),
        ];
        if (people.Length > 0)
            reasons.Add(
                new Reason
                {
                    Part = ScorePart.Network,
                    Strength = strength,
                    Topics = people,
                    Text = phrases.Format(people.Length == 1 ? "ActivityAcquaintance" : "ActivityAcquaintances", phrases.List(people)),
                }
            );
        if (similar.Length > 0)
            reasons.Add(
                new Reason
                {
                    Part = ScorePart.Network,
                    Strength = strength,
                    Topics = similar,
                    Text = phrases.Format("ActivitySimilar", phrases.List(similar)),
                }
            );
        if (people.Length == 0 && similar.Length == 0)
            reasons.Add(
                new Reason
                {
                    Part = ScorePart.Network,
                    Strength = strength,
                    Topics = [],
                    Text = phrases["ActivityPopular"],
                }
            );
    }
}
