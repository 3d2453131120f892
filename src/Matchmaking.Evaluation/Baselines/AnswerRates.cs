namespace Matchmaking.Evaluation;

/// <summary>How often each member says yes and is said yes to, drawn towards the mean of all as if by a few answers more.</summary>
internal sealed class AnswerRates
{
    private const double Prior = 5;

    private readonly Dictionary<string, (double Yes, double All)> _given = [],
        _received = [];
    private readonly double _mean;

    public AnswerRates(Community community)
    {
        double yes = 0,
            all = 0;
        foreach ((string from, string to, bool accepted) in Answers(community))
        {
            Count(_given, from, accepted);
            Count(_received, to, accepted);
            yes += accepted ? 1 : 0;
            all++;
        }

        _mean = all == 0 ? 0 : yes / all;
        // Where nobody ever said no, a rate tells nothing: the count does.
        CountsOnly = yes == all;
    }

    private bool CountsOnly { get; }

    /// <summary>Yes or no, where somebody answered.</summary>
    public static IEnumerable<(string From, string To, bool Yes)> Answers(Community community) =>
        community
            .Outcomes.Where(outcome => outcome.Kind is OutcomeKind.Accepted or OutcomeKind.Declined)
            .Select(outcome => (outcome.FromId, outcome.ToId, outcome.Kind == OutcomeKind.Accepted));

    public double Given(string member) => Smoothed(_given, member);

    public double Received(string member) => Smoothed(_received, member);

    private double Smoothed(Dictionary<string, (double Yes, double All)> rates, string member)
    {
        (double yes, double all) = rates.GetValueOrDefault(member);
        return CountsOnly ? yes : (yes + (Prior * _mean)) / (all + Prior);
    }

    private static void Count(Dictionary<string, (double Yes, double All)> rates, string member, bool yes)
    {
        (double y, double a) = rates.GetValueOrDefault(member);
        rates[member] = (y + (yes ? 1 : 0), a + 1);
    }
}
