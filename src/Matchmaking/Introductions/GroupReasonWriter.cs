namespace Matchmaking.Introductions;

/// <summary>Tells a group why a member should join it.</summary>
internal sealed class GroupReasonWriter(CommunityIndex index, IReadOnlyList<int> group, Phrases phrases)
{
    public IReadOnlyList<Reason> Write(GroupScorer scorer, int candidate)
    {
        Member member = index.Members[candidate];
        var reasons = new List<Reason>();
        double together = scorer.Together(candidate);
        int[] shown = [.. group.Where(other => !index.Members[other].Hides(MemberField.Activities))];
        if (together > 0 && shown.Length > 0 && !member.Hides(MemberField.Activities))
        {
            IReadOnlyList<string> activities =
            [
                .. index
                    .Groups.SharedActivities(shown, candidate, TopicWording.AtMost)
                    .Select(activity => index.Live.Tree.Activities[activity].Name),
            ];
            if (activities.Count > 0)
                reasons.Add(
                    new Reason
                    {
                        Part = ScorePart.Network,
                        Strength = together,
                        Topics = activities,
                        Text = phrases.Format("GroupActivities", member.Name, phrases.List(activities)),
                    }
                );
            else if (shown.Length == group.Count)
                reasons.Add(
                    new Reason
                    {
                        Part = ScorePart.Network,
                        Strength = together,
                        Text = phrases.Format("GroupNetwork", member.Name),
                    }
                );
        }

        IReadOnlyList<string> interests =
        [
            .. group
                .SelectMany(reader => TopicWording.SharedInterests(new Side(index, reader, candidate, phrases.ReadersCulture)))
                .GroupBy(topic => topic, StringComparer.OrdinalIgnoreCase)
                .OrderByDescending(topic => topic.Count())
                .Take(TopicWording.AtMost)
                .Select(topic => topic.First()),
        ];
        double rest = Math.Max(0, scorer.Score(candidate) - together);
        if (interests.Count > 0)
            reasons.Add(
                new Reason
                {
                    Part = ScorePart.SharedInterests,
                    Strength = rest,
                    Topics = interests,
                    Text = phrases.Format("GroupInterests", member.Name, phrases.List(interests)),
                }
            );
        if (reasons.Count == 0)
            reasons.Add(
                new Reason
                {
                    Part = ScorePart.Text,
                    Strength = scorer.Score(candidate),
                    Topics = [],
                    Text = phrases.Format("GroupFits", member.Name),
                }
            );
        return [.. reasons.OrderByDescending(reason => reason.Strength)];
    }
}
