namespace Matchmaking.Tests.Rounds;

/// <summary>
/// The one checker with which every test of a round, a season or a search ends: all rules, worked out anew from the records and the
/// options, and by none of the library's own code for rules.
/// </summary>
internal static class RoundCheck
{
    private static readonly TimeSpan s_month = TimeSpan.FromDays(30);

    /// <summary>Every rule of a round.</summary>
    /// <param name="matchmaker">Who planned it.</param>
    /// <param name="round">The round.</param>
    /// <param name="options">As it was planned.</param>
    /// <param name="settings">With what the matchmaker was made; null: the defaults.</param>
    public static void BreaksNothing(
        global::Matchmaking.Matchmaker matchmaker,
        Round round,
        RoundOptions options,
        MatchmakerOptions? settings = null
    )
    {
        bool directed = options.Kind is IntroductionKind.Mentor or IntroductionKind.Buddy;
        HoldsTogether(matchmaker, [round], options, settings);
        foreach ((string a, string b) in Pairs(round))
            Assert.True(IsKept(options, a, b) || matchmaker.Score(a, b, options.Kind).Score >= options.MinimumScore - 1e-6);
        string[] met =
        [
            .. round.Introductions.SelectMany(pair => new[] { pair.From.Id, pair.To.Id }),
            .. round.Groups.SelectMany(group => group.Members.Select(member => member.Id)),
        ];
        if (!directed && options.Participants is null)
        {
            Assert.Equal(
                matchmaker.Community.Members.Select(member => member.Id).Order(),
                met.Concat(round.Unmatched.Select(unmatched => unmatched.Member.Id)).Order()
            );
            Assert.Equal(met.Length, round.Figures.Served);
        }

        foreach (UnmatchedMember unmatched in round.Unmatched)
            Assert.NotEmpty(unmatched.Text);
    }

    /// <summary>Every rule of rounds planned together: of each, and that nobody meets twice and all together break no cap.</summary>
    public static void HoldsTogether(
        global::Matchmaking.Matchmaker matchmaker,
        IReadOnlyList<Round> rounds,
        RoundOptions options,
        MatchmakerOptions? settings = null
    )
    {
        Community community = matchmaker.Community;
        HashSet<(string, string)> before = [];
        foreach (Round round in rounds)
        {
            HasItsShape(community, round, options);
            foreach ((string a, string b) in Pairs(round))
            {
                if (IsKept(options, a, b))
                    continue;
                IEnumerable<string> faults = Faults(matchmaker, settings, community[a], community[b], round.Time, options);
                Empty(faults, $"{a} and {b} on {round.Time:d}");
                Assert.True(before.Add(Key(a, b)), $"{a} and {b} meet twice");
            }
        }

        foreach (Member member in community.Members)
            KeepsToCap(community, member, rounds, options);
    }

    /// <summary>Every rule of the answer to one member's question.</summary>
    public static void BreaksNothing(
        global::Matchmaking.Matchmaker matchmaker,
        string id,
        IReadOnlyList<Introduction> answer,
        SuggestOptions calls,
        DateTimeOffset now,
        MatchmakerOptions? settings = null
    )
    {
        RoundOptions options = new()
        {
            Kind = calls.Kind,
            IncludeConnected = calls.IncludeConnected,
            Mentors = new() { IncludeMentored = calls.IncludeMentored },
            Allow = calls.Allow,
            Rules = calls.Rules,
        };
        Community community = matchmaker.Community;
        Assert.True(answer.Count <= calls.Count);
        Assert.Equal(answer.Count, answer.Select(pair => pair.To.Id).Distinct().Count());
        foreach (Introduction pair in answer)
        {
            Empty(Faults(matchmaker, settings, community[id], community[pair.To.Id], now, options, oneWay: true), $"{id} and {pair.To.Id}");
            Assert.DoesNotContain(pair.To.Id, calls.Exclude);
            Assert.True(pair.Score >= calls.MinimumScore - 1e-6);
            Assert.True(MeetingsInAMonth(community, community[id], [], now) < Cap(community[id]));
            Assert.True(MeetingsInAMonth(community, community[pair.To.Id], [], now) < Cap(community[pair.To.Id]));
        }
    }

    public static IEnumerable<(string A, string B)> Pairs(Round round)
    {
        foreach (Introduction pair in round.Introductions)
            yield return (pair.From.Id, pair.To.Id);
        foreach (RoundGroup group in round.Groups)
        {
            for (int i = 0; i < group.Members.Count; i++)
            {
                for (int j = i + 1; j < group.Members.Count; j++)
                    yield return (group.Members[i].Id, group.Members[j].Id);
            }
        }
    }

    /// <summary>Whether two could meet by all rules and the history, the first of them on any terms that the round has.</summary>
    public static bool MayMeet(
        global::Matchmaking.Matchmaker matchmaker,
        string a,
        string b,
        DateTimeOffset now,
        RoundOptions options,
        MatchmakerOptions settings
    )
    {
        Community community = matchmaker.Community;
        (DateTimeOffset, string[])[] past =
        [
            .. options.History.Rounds.SelectMany(round => round.Groups.Select(group => (round.Time, group.ToArray()))),
        ];
        return !Faults(matchmaker, settings, community[a], community[b], now, options).Any()
            && MeetingsInAMonth(community, community[b], [.. past.Where(met => met.Item2.Contains(b))], now) < Cap(community[b])
            && matchmaker.Score(a, b, options.Kind).Score >= options.MinimumScore - 1e-6;
    }

    /// <summary>Everybody's meetings of a round.</summary>
    public static IEnumerable<string[]> Meetings(Round round) =>
        round
            .Introductions.Select(pair => new[] { pair.From.Id, pair.To.Id })
            .Concat(round.Groups.Select(group => group.Members.Select(member => member.Id).ToArray()));

    /// <summary>A round in one text: two that are equal to it are the same round.</summary>
    public static string Text(Round round) =>
        string.Join(
            '\n',
            [
                .. round.Introductions.Select(pair => $"{pair.From.Id} {pair.To.Id} {pair.Score:R}"),
                .. round.Groups.Select(group =>
                    $"{string.Join(' ', group.Members.Select(member => member.Id))} {string.Join(' ', group.Benefits)}"
                ),
                .. round.Unmatched.Select(unmatched =>
                    $"{unmatched.Member.Id} {unmatched.Reason} {unmatched.Text} {unmatched.Relaxation?.Text}"
                ),
                round.Figures.ToString(),
            ]
        );

    /// <summary>What stands against two meeting at a moment, in one order or, where they meet on equal terms, in both.</summary>
    private static IEnumerable<string> Faults(
        global::Matchmaking.Matchmaker matchmaker,
        MatchmakerOptions? settings,
        Member from,
        Member to,
        DateTimeOffset now,
        RoundOptions options,
        bool oneWay = false
    )
    {
        Community community = matchmaker.Community;
        settings ??= new();
        bool bothWays = !oneWay && options.Kind is not (IntroductionKind.Mentor or IntroductionKind.Buddy);
        if (from.Id == to.Id)
            yield return "one alone";
        if (from.Blocks.Contains(to.Id) || to.Blocks.Contains(from.Id))
            yield return "a block";
        if (from.Availability?.PausedUntil > now || to.Availability?.PausedUntil > now)
            yield return "a pause";
        if (
            settings.RequireCommonLanguage
            && Tongues(from) is { Count: > 0 } own
            && Tongues(to) is { Count: > 0 } other
            && !own.Overlaps(other)
        )
            yield return "no common language";
        if (settings.MinimumCommonHours > 0 && CommonHours([from, to], now) is { } hours && hours < settings.MinimumCommonHours - 1e-9)
            yield return "too few common hours";
        foreach (Outcome outcome in community.Outcomes.Where(outcome => Is(outcome, from, to)))
        {
            TimeSpan since = outcome.Time is { } time ? now - time : TimeSpan.MinValue;
            if (since < settings.CoolDown || (outcome.Kind == OutcomeKind.Declined && since < settings.CoolDownAfterDecline))
                yield return "introduced not long ago";
        }

        foreach (
            HistoryEntry past in options.History.Rounds.Where(past =>
                past.Groups.Any(group => group.Contains(from.Id) && group.Contains(to.Id))
            )
        )
        {
            if ((now - past.Time).Duration() < (options.CoolDown ?? settings.CoolDown))
                yield return "met in a round not long ago";
        }

        if (options.GroupSize > 2 && options.Groups.Apart.Any(set => set.Contains(from.Id) && set.Contains(to.Id)))
            yield return "to be apart";
        if (options.Participants is { } invited && (!invited.Contains(from.Id) || !invited.Contains(to.Id)))
            yield return "not invited";
        foreach (string fault in ByKind(community, settings, from, to, now, options.Kind, oneWay))
            yield return fault;
        foreach ((Member a, Member b) in bothWays ? new[] { (from, to), (to, from) } : [(from, to)])
        {
            if (settings.Allow?.Invoke(a, b) == false || options.Allow?.Invoke(a, b) == false)
                yield return "the host's predicate";
            var proposed = new ProposedIntroduction
            {
                From = a,
                To = b,
                Kind = options.Kind,
                Time = now,
            };
            if (settings.Rules.Concat(options.Rules).Any(rule => rule.Judge(proposed).IsRefusal))
                yield return "a rule of the host";
        }

        // Who knows whom is weighed from many sources; that, and topics, are asked of the library: everything else is worked out here.
        Obstacle[] weighed =
        [
            .. matchmaker
                .Explain(
                    from.Id,
                    to.Id,
                    new()
                    {
                        Kind = options.Kind,
                        IncludeConnected = options.IncludeConnected,
                        IncludeMentored = options.Mentors.IncludeMentored || options.Mentors.MentorsPerMentee > 1,
                    }
                )
                .Obstacles.Where(obstacle =>
                    obstacle.Kind == ObstacleKind.AlreadyConnected
                    || obstacle.Kind == ObstacleKind.NoNeedMet
                    || obstacle.Kind == ObstacleKind.NoTopicToLearn
                    || obstacle.Kind == ObstacleKind.NotAhead
                    || obstacle.Kind == ObstacleKind.TooManyTopics
                    || obstacle.Kind == ObstacleKind.HasMentor
                    || obstacle.Kind == ObstacleKind.NothingToBridge
                ),
        ];
        foreach (Obstacle obstacle in weighed)
            yield return obstacle.Text;
    }

    private static IEnumerable<string> ByKind(
        Community community,
        MatchmakerOptions settings,
        Member from,
        Member to,
        DateTimeOffset now,
        IntroductionKind kind,
        bool oneWay
    )
    {
        // Whoever asks may be the mentor; in a round the mentee stands first.
        bool asMentor = oneWay && Mentors(from) && Seeks(to);
        if (kind == IntroductionKind.Mentor && asMentor && Seeks(from) && Mentors(to))
            yield break;
        if (kind == IntroductionKind.Mentor && asMentor)
            (from, to) = (to, from);
        if (kind == IntroductionKind.Mentor)
        {
            if (from.Mentoring?.Role is not (MentoringRole.Mentee or MentoringRole.Both))
                yield return "no mentee";
            if (to.Mentoring?.Role is not (MentoringRole.Mentor or MentoringRole.Both))
                yield return "no mentor";
            // Of two who could each be the other's mentor, outcomes do not tell who is whose.
            IEnumerable<string> mentees = community
                .Outcomes.Where(outcome => outcome.FromId == to.Id || outcome.ToId == to.Id)
                .Select(outcome => outcome.FromId == to.Id ? outcome.ToId : outcome.FromId)
                .Distinct()
                .Where(id => Seeks(community[id]) && !(Seeks(to) && Mentors(community[id])))
                .Where(id => Agreed(community, to, community[id]) is { } agreed && now - agreed < settings.MentoringPeriod);
            if (mentees.Count() >= (to.Mentoring?.Capacity ?? 0))
                yield return "no free place";
        }

        bool isNew = now - JoinedOf(from) < settings.NewcomerPeriod,
            isOtherNew = now - JoinedOf(to) < settings.NewcomerPeriod;
        if (kind == IntroductionKind.Buddy && isOtherNew && (isNew || !oneWay))
            yield return "too new to be a buddy";

        // What is not for matching makes nobody new.
        static DateTimeOffset? JoinedOf(Member member) =>
            (member.PurposesOf("joined") & FieldPurposes.Matching) != 0 ? member.Joined : null;
        static bool Mentors(Member member) => member.Mentoring?.Role is MentoringRole.Mentor or MentoringRole.Both;
        static bool Seeks(Member member) => member.Mentoring?.Role is MentoringRole.Mentee or MentoringRole.Both;
    }

    /// <summary>When two met last, or one said yes last; null where neither is so, or a later no of one of them stands.</summary>
    private static DateTimeOffset? Agreed(Community community, Member a, Member b)
    {
        Outcome[] between = [.. community.Outcomes.Where(outcome => Is(outcome, a, b))];
        DateTimeOffset? met = Last(between.Where(outcome => outcome.Kind is OutcomeKind.Met or OutcomeKind.Rated)),
            latest = met;
        foreach (Member one in new[] { a, b })
        {
            Outcome[] answers = [.. between.Where(outcome => outcome.FromId == one.Id)];
            DateTimeOffset? yes = Last(answers.Where(outcome => outcome.Kind == OutcomeKind.Accepted)),
                no = Last(answers.Where(outcome => outcome.Kind == OutcomeKind.Declined));
            if (no is not null && (yes is null || no > yes) && (met is null || no > met))
                return null;
            latest = latest is null || yes > latest ? yes ?? latest : latest;
        }

        return latest;

        static DateTimeOffset? Last(IEnumerable<Outcome> outcomes) =>
            outcomes.Select(outcome => (DateTimeOffset?)(outcome.Time ?? DateTimeOffset.MaxValue)).Max();
    }

    /// <summary>Who meets how many, and of what a group is made.</summary>
    private static void HasItsShape(Community community, Round round, RoundOptions options)
    {
        int size = options.GroupSize;
        if (size > 2)
            Assert.Empty(round.Introductions);
        string[] met = [.. Meetings(round).SelectMany(meeting => meeting)];
        if (options.Kind == IntroductionKind.Mentor)
        {
            foreach (IGrouping<string, Introduction> mentor in round.Introductions.GroupBy(pair => pair.To.Id))
                Assert.True(mentor.Count(pair => !IsKept(options, pair.From.Id, mentor.Key)) <= community[mentor.Key].Mentoring!.Capacity);
            foreach (IGrouping<string, Introduction> mentee in round.Introductions.GroupBy(pair => pair.From.Id))
                Assert.True(mentee.Count(pair => !IsKept(options, mentee.Key, pair.To.Id)) <= options.Mentors.MentorsPerMentee);
        }
        else
        {
            Assert.Equal(met.Distinct().Count(), met.Length);
        }

        foreach (RoundGroup group in round.Groups)
        {
            bool sitsOut = options.OddOnesSitOut;
            int least = sitsOut ? size : Math.Max(3, size - 1),
                most = sitsOut ? size : Math.Max(3, size + 1);
            Assert.InRange(group.Members.Count, least, most);
            if (size == 2)
                continue;
            IEnumerable<HashSet<string>> tongues = group.Members.Select(Tongues).Where(told => told.Count > 0);
            if (options.Groups.SharedLanguage && tongues.Any())
                Assert.NotEmpty(tongues.Aggregate((a, b) => [.. a.Intersect(b)]));
            if (options.Groups.CommonHours > 0 && CommonHours([.. group.Members], round.Time) is { } hours)
                Assert.True(hours >= options.Groups.CommonHours - 1e-9, $"{hours} hours in common");
            foreach (GroupQuota quota in options.Groups.Quotas)
                HasItsShare(group.Members, quota);
        }
    }

    private static void HasItsShare(IReadOnlyList<Member> group, GroupQuota quota)
    {
        string[][] told =
        [
            .. group
                .Select(member => member.Attributes.GetValueOrDefault(quota.Attribute))
                .Select(value =>
                    value is null ? []
                    : value.Kind == AttributeKind.Number ? new[] { value.ToString() }
                    : value.Categories.ToArray()
                )
                .Select(values => values.Where(value => quota.Value is null || value == quota.Value).ToArray()),
        ];
        Assert.True(told.Count(values => values.Length > 0) >= quota.AtLeast);
        foreach (int count in told.SelectMany(values => values.Distinct()).CountBy(value => value).Select(count => count.Value))
        {
            Assert.True(count <= quota.AtMost);
            Assert.False(quota.NobodyAlone && count == 1, "somebody is alone");
        }
    }

    /// <summary>
    /// No 30 days around a round hold more than a member wants: of meetings, in rounds before and after, and of introductions that had an
    /// outcome. A meeting whose outcome is told counts once.
    /// </summary>
    private static void KeepsToCap(Community community, Member member, IReadOnlyList<Round> rounds, RoundOptions options)
    {
        if (member.Availability?.IntroductionsPerMonth is null)
            return;
        (DateTimeOffset Time, string[] Group)[] meetings =
        [
            .. rounds.SelectMany(round => Meetings(round).Select(group => (round.Time, group))),
            .. options.History.Rounds.SelectMany(past => past.Groups.Select(group => (past.Time, group.ToArray()))),
        ];
        meetings = [.. meetings.Where(meeting => meeting.Group.Contains(member.Id))];
        foreach (Round round in rounds.Where(round => Meetings(round).Any(group => group.Contains(member.Id))))
        {
            bool kept = Meetings(round).Any(group => group.Length == 2 && group.Contains(member.Id) && IsKept(options, group[0], group[1]));
            int most = rounds
                .Select(other => other.Time)
                .Append(round.Time)
                .Where(end => end >= round.Time && end - round.Time < s_month)
                .Max(end => MeetingsInAMonth(community, member, meetings, end));
            Assert.True(kept || most <= Cap(member), $"{member.Id} meets {most} times in a month");
        }
    }

    /// <summary>How many introductions and meetings the 30 days up to a moment hold.</summary>
    private static int MeetingsInAMonth(
        Community community,
        Member member,
        (DateTimeOffset Time, string[] Group)[] meetings,
        DateTimeOffset end
    )
    {
        HashSet<string> introduced =
        [
            .. community
                .Outcomes.Where(outcome => outcome.Time is not { } time || end - time < s_month)
                .Where(outcome => outcome.FromId == member.Id || outcome.ToId == member.Id)
                .Select(outcome => outcome.FromId == member.Id ? outcome.ToId : outcome.FromId),
        ];
        return introduced.Count
            + meetings.Count(meeting => meeting.Time <= end && end - meeting.Time < s_month && !meeting.Group.Any(introduced.Contains));
    }

    private static int Cap(Member member) => member.Availability?.IntroductionsPerMonth ?? int.MaxValue;

    /// <summary>Minute by minute of the week to come, how many hours all have in common who tell any; null: fewer than two tell.</summary>
    private static double? CommonHours(Member[] group, DateTimeOffset now)
    {
        Member[] tell = [.. group.Where(member => member.Availability is { Windows.Count: > 0 })];
        if (tell.Length < 2)
            return null;

        // Who tells no zone is compared on the clock with others who tell none alone.
        bool?[] zoned = [.. tell.Select(member => (bool?)(member.TimeZone is not null)).Distinct()];
        if (zoned.Length > 1)
            return null;
        bool[][] weeks = [.. tell.Select(member => Week(member, DateOnly.FromDateTime(now.UtcDateTime)))];
        return Enumerable.Range(0, weeks[0].Length).Count(minute => Array.TrueForAll(weeks, week => week[minute])) / 60.0;
    }

    private static bool[] Week(Member member, DateOnly firstDay)
    {
        TimeZoneInfo zone = member.TimeZone is { } id ? TimeZoneInfo.FindSystemTimeZoneById(id) : TimeZoneInfo.Utc;
        bool[] week = new bool[7 * 24 * 60];
        DateTime start = firstDay.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        for (int minute = 0; minute < week.Length; minute++)
        {
            DateTime local = TimeZoneInfo.ConvertTimeFromUtc(start.AddMinutes(minute), zone);
            foreach (WeeklyWindow window in member.Availability!.Windows)
            {
                var time = TimeOnly.FromDateTime(local);
                bool overnight = window.To <= window.From;
                week[minute] |= overnight
                    ? (local.DayOfWeek == window.Day && time >= window.From)
                        || (local.AddDays(-1).DayOfWeek == window.Day && time < window.To)
                    : local.DayOfWeek == window.Day && time >= window.From && time < window.To;
            }
        }

        return week;
    }

    private static HashSet<string> Tongues(Member member) => [.. member.Languages.Select(tag => tag.Split('-', '_')[0].ToLowerInvariant())];

    private static bool IsKept(RoundOptions options, string a, string b) =>
        options.Locked.Any(pair => Key(pair.FromId, pair.ToId) == Key(a, b))
        || options.Groups.Together.Any(set => set.Contains(a) && set.Contains(b));

    private static bool Is(Outcome outcome, Member a, Member b) =>
        (outcome.FromId == a.Id && outcome.ToId == b.Id) || (outcome.FromId == b.Id && outcome.ToId == a.Id);

    private static void Empty(IEnumerable<string> faults, string of) =>
        Assert.True(!faults.Any(), string.Join(", ", faults.Select(fault => $"{of}: {fault}")));

    private static (string, string) Key(string a, string b) => string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);
}
