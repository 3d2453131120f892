namespace Matchmaking.Evaluation;

/// <summary>
/// RECON (Pizzato et al. 2010): somebody's preference for a value of an attribute is the share of those they said yes to who have it; how
/// well another suits them is the mean preference for the other's values; a pair has the harmonic mean of both directions.
/// </summary>
internal sealed class Recon : IPairMethod
{
    public string Name => "RECON";

    public Func<TestPair, double> Fit(PairFold fold, CancellationToken cancellationToken)
    {
        var table = new AttributeTable(fold.Training);
        Dictionary<string, Dictionary<(string Attribute, string Value), double>> preferences = AnswerRates
            .Answers(fold.Training)
            .Where(answer => answer.Yes)
            .GroupBy(answer => answer.From, answer => answer.To)
            .ToDictionary(yes => yes.Key, yes => Preferences([.. yes]));
        return pair =>
        {
            double forward = Suits(pair.From, pair.To),
                backward = Suits(pair.To, pair.From);
            return forward + backward == 0 ? 0 : 2 * forward * backward / (forward + backward);
        };

        Dictionary<(string, string), double> Preferences(string[] chosen) =>
            chosen
                .SelectMany(other => table[other].SelectMany(a => a.Value.Select(value => (a.Key, value))))
                .CountBy(value => value)
                .ToDictionary(value => value.Key, value => (double)value.Value / chosen.Length);

        double Suits(string member, string other)
        {
            if (!preferences.TryGetValue(member, out Dictionary<(string, string), double>? preference) || table[other].Count == 0)
                return 0;
            return table[other].Average(a => a.Value.Sum(value => preference.GetValueOrDefault((a.Key, value))));
        }
    }
}
