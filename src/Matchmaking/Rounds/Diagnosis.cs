namespace Matchmaking.Rounds;

/// <summary>Says of each member whom a round leaves out why, which rules bind, and the smallest relaxation that would help.</summary>
internal sealed class Diagnosis(RoundContext context, HashSet<int> unmatched, RoundDraft draft)
{
    /// <summary>So many pairs are looked at for all together; where many are left out of many, each meets an even sample.</summary>
    private const long PairsLookedAt = 10_000_000;

    private readonly Phrases _phrases = RoundText.Of(context);
    private readonly int[] _others = [.. Enumerable.Range(0, context.Index.Members.Count).Where(context.IsInvited)];
    private readonly Lazy<GroupAdvice> _groupAdvice = new(() =>
        new GroupAdvice(context, Enumerable.Range(0, context.Index.Members.Count).Where(context.IsInvited), unmatched)
    );

    private readonly RoundTrial _trial = new(
        context,
        context.Seekers().Count(unmatched.Contains),
        unmatched.Count(member => context.Left[member] > 0)
    );

    /// <summary>
    /// Whether no more are left out of groups than what is over when their number is divided: then it is somebody's turn, and else the
    /// rules leave them out.
    /// </summary>
    private readonly bool _isRemainder =
        context.Options.OddOnesSitOut
        && context.Seekers().Count(unmatched.Contains) <= context.Seekers().Count() % context.Options.GroupSize;

    public UnmatchedMember[] OfAll()
    {
        int[] members = [.. unmatched.Order()];
        var found = new UnmatchedMember[members.Length];
        ParallelWork.For(members.Length, context.Parallel, i => found[i] = Of(members[i], members.Length));
        return found;
    }

    private UnmatchedMember Of(int member, int all)
    {
        Member profile = context.Index.Members[member];
        if ((PauseRule.IsPaused(profile, context.Now) || context.Left[member] == 0) && profile.Hides(MemberField.Availability))
            return new UnmatchedMember
            {
                Member = profile.Record,
                Reason = UnmatchedReason.NotAvailable,
                Text = _phrases["ObstacleNotAvailable"],
            };
        if (PauseRule.IsPaused(profile, context.Now))
            return new UnmatchedMember
            {
                Member = profile.Record,
                Reason = UnmatchedReason.Paused,
                Text = _phrases["RoundPaused"],
            };
        if (context.Left[member] == 0)
        {
            return new UnmatchedMember
            {
                Member = profile.Record,
                Reason = UnmatchedReason.CapReached,
                Text = _phrases["RoundCapReached"],
                Relaxation = Lift([ObstacleKind.MonthlyCapReached], 0, _phrases["RelaxOwnCap"]),
            };
        }

        int stride = (int)Math.Max(1, (long)_others.Length * all / PairsLookedAt);
        using PairQuery query = context.Query(member);
        return Judge(member, profile, Look(query, stride));
    }

    private ObstacleCounts Look(PairQuery query, int stride)
    {
        var counts = new ObstacleCounts();
        RuleQuery rules = context.Rules(query);
        bool seeks = context.Seeks(query.Member);
        for (int i = 0; i < _others.Length; i += stride)
        {
            int other = _others[i];
            if (
                other == query.Member
                || (i != 0 && (i & 4095) == 0 && Cancelled())
                || !(seeks ? context.Serves(other) : context.Seeks(other))
            )
                continue;
            if (seeks)
            {
                Add(counts, query, rules, other, other);
                continue;
            }

            // A mentor's view: the rules are asked from the mentee's side.
            using PairQuery asking = context.Query(other);
            Add(counts, asking, context.Rules(asking), query.Member, other);
        }

        return counts;
    }

    private void Add(ObstacleCounts counts, PairQuery query, RuleQuery rules, int asked, int other)
    {
        IReadOnlyList<Refusal> obstacles = context.Obstacles(rules, asked);
        bool isBelowScore = context.Options.MinimumScore > 0 && context.Scorer.Score(query, asked).Score < context.Options.MinimumScore;
        counts.Add(obstacles, isBelowScore, other, unmatched.Contains(other));
    }

    private UnmatchedMember Judge(int member, Member profile, ObstacleCounts counts)
    {
        BindingRule[] binding =
        [
            .. counts
                .ByRule.Where(rule => rule.Key != ObstacleCounts.BelowScore && rule.Key != ObstacleKind.NotAMentorPair.Place)
                .OrderByDescending(rule => rule.Value)
                .ThenBy(rule => rule.Key)
                .Select(rule => Binding(counts.Rule(rule.Key), rule.Value)),
        ];
        if (counts.Allowed == 0)
        {
            string text =
                counts.Looked == 0 ? _phrases["RoundNobodyThere"]
                : counts.ByRule.ContainsKey(ObstacleCounts.BelowScore) ? _phrases.Format("RoundBelowScore", context.Options.MinimumScore)
                : binding.Length > 0
                    ? _phrases.Format("RoundNobodyAllowed", binding[0].Text.TrimEnd('.'), binding[0].Members, counts.Looked)
                : _phrases["RoundNobodyThere"];
            return Found(UnmatchedReason.NobodyAllowed, text, Relax(member, counts, counts.Blocked));
        }

        if (context.Options.GroupSize > 2)
        {
            Relaxation? Joined() =>
                _groupAdvice.Value.Joins(member, draft.Groups) is { } others ? Lift([], others, _phrases["RelaxJoin"]) : null;
            return Found(
                _isRemainder ? UnmatchedReason.AllTaken : UnmatchedReason.Composition,
                _phrases.Count(_isRemainder ? "RoundSitsOut" : "RoundComposition", counts.Allowed),
                _isRemainder ? Joined() : GroupRelaxation(member)
            );
        }

        // Somebody else without anybody would be the nearest help; else places, or the policy, where joining a pair would do.
        Relaxation? relaxation = Relax(member, counts, counts.Unmatched)
            ?? (
                context.Options.Kind == IntroductionKind.Mentor
                    ? context.Seeks(member)
                        ? OnePlaceMore(counts)
                        : OneMenteeMore(member)
                    : context.Options.OddOnesSitOut && !context.IsDirected
                        ? Join(counts)
                        : null
            );
        return Found(UnmatchedReason.AllTaken, _phrases.Count("RoundAllTaken", counts.Allowed), relaxation);

        UnmatchedMember Found(UnmatchedReason reason, string text, Relaxation? relaxation) =>
            new()
            {
                Member = profile.Record,
                Reason = reason,
                Text = text,
                Binding = binding,
                Relaxation = relaxation,
            };
    }

    /// <summary>The fewest rules; of those the ones that give most others; of those the first in the order of rules.</summary>
    private Relaxation? Relax(int member, ObstacleCounts counts, Dictionary<ObstacleSet, List<int>> blocked)
    {
        var text = new RelaxationText(context, _phrases, member);
        return blocked
            .OrderBy(set => set.Key.Count)
            .ThenByDescending(set => set.Value.Count)
            .ThenBy(set => set.Key.Bits)
            .Select(set =>
                text.Of([.. set.Key.Each().Select(bit => bit == ObstacleCounts.BelowScore ? (Refusal?)null : counts.Rule(bit))], set.Value)
            )
            .FirstOrDefault(found => found is not null);
    }

    /// <summary>A mentor who could take the mentee if they had one place, or one introduction, more.</summary>
    private Relaxation? OnePlaceMore(ObstacleCounts counts)
    {
        foreach (int mentor in counts.Free.Where(mentor => !context.Seeks(mentor)))
        {
            (_, int offered, int room) = MentorMarket.Places(context, mentor);
            string id = context.Index.Members[mentor].Id;
            if (offered < room)
                return Lift([ObstacleKind.NoMentorCapacity], 1, _phrases.Format("RelaxCapacity", id));
            if (offered > room)
                return Lift([ObstacleKind.MonthlyCapReached], 1, _phrases.Format("RelaxMonthlyCapReached", id));
        }

        return null;
    }

    /// <summary>What brings a spare mentor a mentee: other shares, more mentors for each mentee, or more mentees.</summary>
    private Relaxation OneMenteeMore(int mentor)
    {
        MentorRoundOptions mentors = context.Options.Mentors;
        if (
            !mentors.EveryMentor
            && !mentors.Stable
            && _trial.Meets(mentor, "every", options => options with { Mentors = mentors with { EveryMentor = true } }) is { } shared
        )
            return Lift([], shared, _phrases["RelaxEveryMentor"]);
        int more = mentors.MentorsPerMentee + 1;
        return
            more <= 10
            && _trial.Meets(mentor, "more", options => options with { Mentors = mentors with { MentorsPerMentee = more } }) is { } others
            ? Lift([], others, _phrases.Format("RelaxMentorsPerMentee", more))
            : Lift([], 1, _phrases["RelaxFindMentee"]);
    }

    /// <summary>A pair that the member could join.</summary>
    private Relaxation? Join(ObstacleCounts counts)
    {
        HashSet<int> free = [.. counts.Free];
        return draft.Pairs.Exists(pair => free.Contains(pair.From) && free.Contains(pair.To)) ? Lift([], 2, _phrases["RelaxJoin"]) : null;
    }

    private BindingRule Binding(Refusal rule, int members) =>
        new()
        {
            Rule = rule.Kind,
            Members = members,
            Text = rule.Text(_phrases),
        };

    private static Relaxation Lift(IReadOnlyList<ObstacleKind> rules, int members, string text) =>
        new()
        {
            Rules = rules,
            Members = members,
            Text = text,
        };

    private Relaxation? GroupRelaxation(int member)
    {
        GroupRoundOptions rules = context.Options.Groups;
        GroupQuota? scarce = rules.Quotas.FirstOrDefault(quota => quota.AtLeast > 0);
        if (scarce is not null)
        {
            var check = new QuotaCheck(scarce, context.Index.Members);
            int has = _others.Count(other => context.Left[other] > 0 && check.Counts(other));
            int needed =
                (int)Math.Ceiling((double)_others.Count(other => context.Left[other] > 0) / (context.Options.GroupSize + 1))
                * scarce.AtLeast;
            if (has < needed)
                return Lift(
                    [],
                    0,
                    _phrases.Count("RelaxQuota", needed - has, scarce.Attribute + (scarce.Value is null ? "" : $" = {scarce.Value}"))
                );
        }

        return _groupAdvice.Value.For(member, _trial, _phrases);
    }

    private bool Cancelled()
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        return false;
    }
}
