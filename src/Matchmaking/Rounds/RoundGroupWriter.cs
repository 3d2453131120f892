namespace Matchmaking.Rounds;

/// <summary>Makes the answer of a chosen group: what each gains, and what they have in common. Tells nothing that a member hides.</summary>
internal sealed class RoundGroupWriter(RoundContext context)
{
    private readonly CommunityIndex _index = context.Index;

    public RoundGroup Write(int[] group)
    {
        int[] members = [.. group.Order()];
        IReadOnlyList<string> languages = CommonLanguages(members);
        double? hours = CommonHours(members);
        return new RoundGroup
        {
            Members = [.. members.Select(member => _index.Members[member].Record)],
            Benefits = [.. members.Select(member => Benefit(member, members))],
            Languages = languages,
            CommonHours = hours,
            Reasons = Reasons(members, languages, hours),
        };
    }

    private double Benefit(int member, int[] group)
    {
        using PairQuery query = context.Query(member);
        return group.Where(other => other != member).Average(other => context.Scorer.Score(query, other).Forward);
    }

    private IReadOnlyList<string> CommonLanguages(int[] group)
    {
        string[][] told =
        [
            .. group
                .Select(member => _index.Members[member].ShownLanguages.Select(LanguageTag.Primary).Distinct().ToArray())
                .Where(languages => languages.Length > 0),
        ];
        return told.Length == 0 ? [] : [.. told[0].Where(language => told.All(languages => languages.Contains(language)))];
    }

    private double? CommonHours(int[] group)
    {
        if (!_index.HasHours)
            return null;
        return WeekHours.CommonToAll(group.Select(Hours));
    }

    /// <summary>
    /// Whether the hours in common are those of all: who tells none, or hours that cannot be compared, is passed over by them.
    /// </summary>
    private bool AllTellHours(int[] group) =>
        Array.TrueForAll(group, member => Hours(member) is { } hours && hours.Zoned == Hours(group[0])!.Zoned);

    /// <summary>Who hides their hours is as one who tells none.</summary>
    private WeekHours? Hours(int member) =>
        _index.Members[member].Hides(MemberField.Availability) || _index.Members[member].Hides(MemberField.TimeZone)
            ? null
            : _index.HoursFrom(DateOnly.FromDateTime(context.Now.UtcDateTime), member);

    private IReadOnlyList<Reason> Reasons(int[] group, IReadOnlyList<string> languages, double? hours)
    {
        var phrases = Phrases.For(_index.Options.Books, context.Options.Culture, _index.Members[group[0]]);
        var reasons = new List<Reason>();
        (IReadOnlyList<string> topics, int likers) = SharedInterests(group, phrases);
        if (topics.Count > 0)
        {
            reasons.Add(
                new Reason
                {
                    Part = ScorePart.SharedInterests,
                    Strength = (double)likers / group.Length,
                    Topics = topics,
                    Text =
                        likers == group.Length
                            ? phrases.Format("GroupAllShare", phrases.List(topics))
                            : phrases.Format("GroupShares", phrases.List(topics), likers),
                }
            );
        }

        int helped = group.Count(member =>
            group.Any(other => other != member && TopicWording.NeedsMet(new Side(_index, member, other), member, other).Length > 0)
        );
        if (helped > 0)
            reasons.Add(
                new Reason
                {
                    Part = ScorePart.NeedsMet,
                    Strength = (double)helped / group.Length,
                    Topics = [],
                    Text = phrases.Count("GroupHelps", helped),
                }
            );
        if (
            hours is { } common
            && WeekHours.Told(common) is > 0 and double told
            && !Any(group, MemberField.Availability)
            && !Any(group, MemberField.TimeZone)
        )
            reasons.Add(
                new Reason
                {
                    Part = ScorePart.Practicalities,
                    Strength = 0.1,
                    Topics = [],
                    Text = phrases.Count(AllTellHours(group) ? "GroupHours" : "GroupSomeHours", told),
                }
            );

        // What one alone tells is nothing in common.
        int speakers = group.Count(member => _index.Members[member].ShownLanguages.Count > 0);
        if (languages.Count > 0 && speakers > 1 && !Any(group, MemberField.Languages))
        {
            string[] names = [.. languages.Select(phrases.LanguageName)];
            reasons.Add(
                new Reason
                {
                    Part = ScorePart.Practicalities,
                    Strength = 0.1,
                    Topics = names,
                    Text = phrases.Format(speakers == group.Length ? "GroupLanguages" : "GroupSomeLanguages", phrases.List(names)),
                }
            );
        }

        if (reasons.Count == 0)
            reasons.Add(
                new Reason
                {
                    Part = ScorePart.Network,
                    Strength = 0,
                    Topics = [],
                    Text = phrases[HowWellKnown(group)],
                }
            );
        return [.. reasons.OrderByDescending(reason => reason.Strength)];
    }

    /// <summary>Whether they have met: all know each other, nobody has met anybody, or something between.</summary>
    private string HowWellKnown(int[] group)
    {
        (int A, int B)[] pairs = [.. group.SelectMany((a, i) => group.Skip(i + 1).Select(b => (a, b)))];
        return Any(group, MemberField.Activities) ? "WorthMeeting"
            : Array.TrueForAll(pairs, pair => _index.Network.AreAcquainted(pair.A, pair.B, context.Now)) ? "KnowEachOther"
            : Array.Exists(pairs, pair => _index.Network.AreTied(pair.A, pair.B) || context.Past.HaveMet(pair.A, pair.B))
                ? "GroupHardlyKnown"
            : "GroupNew";
    }

    /// <summary>The topics that most of the group like, at least two, of those who show their interests.</summary>
    private (IReadOnlyList<string> Topics, int Likers) SharedInterests(int[] group, Phrases phrases)
    {
        var likers = new SortedDictionary<int, (int Count, string? Wording)>();
        foreach (int member in group.Where(member => !_index.Members[member].Hides(MemberField.Interests)))
        {
            MemberVector vector = _index.Vectors[member];
            for (int i = 0; i < vector.Interests.Count; i++)
            {
                int topic = vector.Interests.Indices[i];
                (int count, string? wording) = likers.GetValueOrDefault(topic);
                likers[topic] = (count + 1, wording ?? vector.InterestWording(topic));
            }
        }

        int most = likers.Count == 0 ? 0 : likers.Values.Max(topic => topic.Count);
        return most < 2
            ? ([], 0)
            : (
                [
                    .. likers
                        .Values.Where(topic => topic.Count == most)
                        .Select(topic => topic.Wording)
                        .OfType<string>()
                        .Take(TopicWording.AtMost)
                        .Select(written => _index.Vectorizer.Topics.DisplayName(written, phrases.ReadersCulture)),
                ],
                most
            );
    }

    private bool Any(int[] group, string hidden) => group.Any(member => _index.Members[member].Hides(hidden));
}
