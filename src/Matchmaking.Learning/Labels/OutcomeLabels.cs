namespace Matchmaking.Learning;

/// <summary>Directed answers as rows to learn from, with the noes that nobody said where there is nothing but yeses.</summary>
internal sealed class OutcomeLabels
{
    /// <summary>Fewer yeses, or noes, teach nothing that the rules do not know.</summary>
    public const int LeastOfEither = 30;

    /// <summary>Fewer noes than this share of the yeses are no basis: the community tells yeses alone.</summary>
    private const double FewNoes = .05;

    /// <summary>
    /// The same where the noes are too few to learn from: noes that were said are better than any assumed, unless they are rare besides.
    /// </summary>
    private const double FewNoesOfFew = .2;

    /// <summary>Up to so many rows every other member is a no; beyond, a sample of them.</summary>
    private const int MostRows = 40_000;

    /// <summary>
    /// Above this share of pairs that answered both ways, both sides' wishes are known; else one side chooses and the other is chosen.
    /// </summary>
    private const double MutualShare = .5;

    private OutcomeLabels(IReadOnlyList<LabelledPair> pairs, bool positivesOnly)
    {
        Pairs = pairs;
        PositivesOnly = positivesOnly;
    }

    public IReadOnlyList<LabelledPair> Pairs { get; }

    /// <summary>Whether the noes among the pairs are assumed.</summary>
    public bool PositivesOnly { get; }

    /// <summary>
    /// Whether both sides answer: then a pair is good when both say yes. Otherwise it is good when the one who chooses says yes.
    /// </summary>
    public bool Mutual { get; private init; }

    /// <summary>Whether hardly anybody is on both sides: mentees choose mentors, and no mentor chooses.</summary>
    public bool OneSided { get; private init; }

    public static OutcomeLabels Of(Community community, int seed)
    {
        List<LabelledPair> answers = Answers.Of(community);
        HashSet<int> askers = [.. answers.Select(pair => pair.From)],
            asked = [.. answers.Select(pair => pair.To)];
        bool oneSided = answers.Count > 0 && askers.Count(asked.Contains) <= .1 * Math.Min(askers.Count, asked.Count);
        double yes = answers.Where(pair => pair.Yes).Sum(pair => (double)pair.Weight),
            no = answers.Where(pair => !pair.Yes).Sum(pair => (double)pair.Weight);
        bool tooFew = answers.Count(pair => !pair.Yes) < LeastOfEither;
        bool positivesOnly = no < (tooFew ? FewNoesOfFew : FewNoes) * yes;
        HashSet<(int, int)> observed = [.. answers.Select(pair => (pair.From, pair.To))];
        int both = observed.Count(pair => observed.Contains((pair.Item2, pair.Item1))) / 2;
        return new OutcomeLabels(
            positivesOnly ? WithNoes(answers, community.Members.Count, oneSided ? asked : null, seed) : answers,
            positivesOnly
        )
        {
            Mutual = both > MutualShare * (observed.Count - both),
            OneSided = oneSided,
        };
    }

    /// <summary>
    /// Those whom an asker might have chosen and did not; each counts for as many as it stands for. Each stands beside one of the asker's
    /// choices, by turns: what else is known of the asker is then the same for what was chosen and what was not, and cannot tell them
    /// apart.
    /// </summary>
    private static List<LabelledPair> WithNoes(List<LabelledPair> answers, int members, HashSet<int>? choice, int seed)
    {
        int[] candidates = choice is null ? [.. Enumerable.Range(0, members)] : [.. choice.Order()];
        var askers = answers.Where(pair => pair.Yes).GroupBy(pair => pair.From).ToArray();
        int each = Math.Clamp(MostRows / Math.Max(1, askers.Length), 20, candidates.Length > 20 ? candidates.Length : 20);
        List<LabelledPair> rows = [.. answers];
        ILookup<int, int> answered = answers.ToLookup(pair => pair.From, pair => pair.To);
        foreach (var asker in askers)
        {
            HashSet<int> known = [asker.Key, .. answered[asker.Key]];
            int[] others = [.. candidates.Where(candidate => !known.Contains(candidate))];
            LabelledPair[] choices = [.. asker];
            if (others.Length > each)
            {
                new Random(HashCode.Of(seed, asker.Key)).Shuffle(others);
                others = others[..each];
            }

            float weight = others.Length == 0 ? 1 : (float)(candidates.Length - known.Count) / others.Length;
            new Random(HashCode.Of(seed + 1, asker.Key)).Shuffle(choices);
            rows.AddRange(
                others
                    .Order()
                    .Select((other, i) => (Other: other, Choice: choices[i % choices.Length]))
                    .Select(no => new LabelledPair(asker.Key, no.Other, false, Math.Max(1, weight), no.Choice.Time, no.Choice.To))
            );
        }

        return rows;
    }

    /// <summary>Random numbers that do not depend on the process.</summary>
    private static class HashCode
    {
        public static int Of(int seed, int member) => unchecked((seed * 16777619) ^ (member * -1640531527));
    }
}
