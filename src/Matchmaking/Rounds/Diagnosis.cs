namespace Matchmaking;

/// <summary>Says of each member whom a round leaves out why, which rules bind, and the smallest relaxation that would help.</summary>
internal sealed class Diagnosis(RoundContext context, HashSet<int> unmatched)
{
    /// <summary>So many pairs are looked at for all together; where many are left out of many, each meets an even sample.</summary>
    private const long PairsLookedAt = 10_000_000;

    private readonly Phrases _phrases = RoundText.Of(context);
    private readonly int[] _others = [.. Enumerable.Range(0, context.Index.Members.Count).Where(context.IsInvited)];
    private readonly Lazy<GroupAdvice> _groupAdvice = new(() =>
        new GroupAdvice(context, Enumerable.Range(0, context.Index.Members.Count).Where(context.IsInvited), unmatched)
    );

    /// <summary>
    /// Whether no more are left out of groups than what is over when their number is divided: then it is somebody's turn, and else the
    /// rules leave them out.
    /// </summary>
    private readonly bool _isRemainder =
        context.Options.OddOneOut == OddOneOut.SitsOut
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
        if (PauseRule.IsPaused(profile, context.Now))
            return new UnmatchedMember
            {
                Member = profile,
                Reason = UnmatchedReason.Paused,
                Text = _phrases["RoundPaused"],
            };
        if (context.Left[member] == 0)
        {
            return new UnmatchedMember
            {
                Member = profile,
                Reason = UnmatchedReason.CapReached,
                Text = _phrases["RoundCapReached"],
                Relaxation = new Relaxation([ObstacleKind.MonthlyCapReached], 0, _phrases["RelaxOwnCap"]),
            };
        }

        int stride = (int)Math.Max(1, (long)_others.Length * all / PairsLookedAt);
        using PairQuery query = context.Query(member);
        return Judge(member, profile, Look(query, stride));
    }

    private Tally Look(PairQuery query, int stride)
    {
        var tally = new Tally();
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
                tally.Add(Obstacles(query, rules, other), other, unmatched.Contains(other));
                continue;
            }

            // A mentor's view: the rules are asked from the mentee's side.
            using PairQuery asking = context.Query(other);
            tally.Add(Obstacles(asking, context.Rules(asking), query.Member), other, unmatched.Contains(other));
        }

        return tally;
    }

    private IReadOnlyList<ObstacleKind> Obstacles(PairQuery query, RuleQuery rules, int other) =>
        context.Obstacles(rules, other) is { Count: > 0 } obstacles ? obstacles
        : context.Options.MinimumScore > 0 && context.Scorer.Score(query, other).Score < context.Options.MinimumScore ? s_belowScore
        : [];

    private static readonly ObstacleKind[] s_belowScore = [Tally.BelowScore];

    private UnmatchedMember Judge(int member, Member profile, Tally tally)
    {
        BindingRule[] binding =
        [
            .. tally
                .ByRule.Where(rule => rule.Key != Tally.BelowScore && rule.Key != ObstacleKind.NotAMentorPair)
                .OrderByDescending(rule => rule.Value)
                .ThenBy(rule => rule.Key)
                .Select(rule => new BindingRule(rule.Key, rule.Value, _phrases[$"Obstacle{rule.Key}"])),
        ];
        var found = new UnmatchedMember
        {
            Member = profile,
            Reason = UnmatchedReason.NobodyAllowed,
            Text = "",
            Binding = binding,
        };
        if (tally.Allowed == 0)
        {
            string text =
                tally.Looked == 0 ? _phrases["RoundNobodyThere"]
                : tally.ByRule.ContainsKey(Tally.BelowScore) ? _phrases.Format("RoundBelowScore", context.Options.MinimumScore)
                : binding.Length > 0 ? _phrases.Format("RoundNobodyAllowed", binding[0].Text.TrimEnd('.'), binding[0].Members, tally.Looked)
                : _phrases["RoundNobodyThere"];
            return found with { Text = text, Relaxation = Relax(member, tally.Blocked) };
        }

        if (context.Options.GroupSize > 2)
        {
            return found with
            {
                Reason = _isRemainder ? UnmatchedReason.AllTaken : UnmatchedReason.Composition,
                Text = _phrases.Count(_isRemainder ? "RoundSitsOut" : "RoundComposition", tally.Allowed),
                Relaxation = _isRemainder ? new Relaxation([], tally.Allowed, _phrases["RelaxJoin"]) : GroupRelaxation(member),
            };
        }

        // Somebody else without anybody would be the nearest help; else the policy, where joining a pair would do.
        Relaxation? relaxation = Relax(member, tally.Unmatched)
            ?? (
                context.Options.Kind == IntroductionKind.Mentor
                    ? new Relaxation([ObstacleKind.NoMentorCapacity], tally.Allowed, _phrases["RelaxCapacity"])
                : context.Options.OddOneOut == OddOneOut.SitsOut && !context.IsDirected
                    ? new Relaxation([], tally.Allowed, _phrases["RelaxJoin"])
                : null
            );
        return found with
        {
            Reason = UnmatchedReason.AllTaken,
            Text = _phrases.Count("RoundAllTaken", tally.Allowed),
            Relaxation = relaxation,
        };
    }

    /// <summary>The fewest rules; of those the ones that give most others; of those the first in the order of rules.</summary>
    private Relaxation? Relax(int member, Dictionary<RuleNames, (int Count, int Example)> blocked)
    {
        if (blocked.Count == 0)
            return null;
        (RuleNames rules, (int count, int example)) = blocked
            .OrderBy(set => set.Key.Count)
            .ThenByDescending(set => set.Value.Count)
            .ThenBy(set => set.Key.Bits)
            .First();
        ObstacleKind[] kinds = rules.ToArray();
        string text = string.Join(' ', kinds.Select(kind => new RelaxationText(context, _phrases).Of(kind, member, example)));
        return new Relaxation([.. kinds.Where(kind => kind != Tally.BelowScore)], count, text);
    }

    private Relaxation GroupRelaxation(int member)
    {
        GroupRules rules = context.Options.Groups;
        GroupQuota? scarce = rules.Quotas.FirstOrDefault(quota => quota.AtLeast > 0);
        if (scarce is not null)
        {
            var check = new QuotaCheck(scarce, context.Index.Members);
            int has = _others.Count(other => context.Left[other] > 0 && check.Counts(other));
            int needed =
                (int)Math.Ceiling((double)_others.Count(other => context.Left[other] > 0) / (context.Options.GroupSize + 1))
                * scarce.AtLeast;
            if (has < needed)
                return new Relaxation(
                    [],
                    0,
                    _phrases.Count("RelaxQuota", needed - has, scarce.Attribute + (scarce.Value is null ? "" : $" = {scarce.Value}"))
                );
        }

        return new Relaxation([], 0, _phrases[_groupAdvice.Value.PhraseFor(member)]);
    }

    private bool Cancelled()
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        return false;
    }
}
