namespace Matchmaking.Evaluation;

/// <summary>Knows nothing: all scores are equal, so that every order is drawn at random.</summary>
internal sealed class RandomPairs : IPairMethod
{
    public string Name => "random";

    public Func<TestPair, double> Fit(PairFold fold, CancellationToken cancellationToken) => _ => 0;
}

/// <summary>The cosine of two members' TF-IDF weighted interests.</summary>
internal sealed class InterestCosine : IPairMethod
{
    public string Name => "interest cosine";

    public Func<TestPair, double> Fit(PairFold fold, CancellationToken cancellationToken)
    {
        IReadOnlyList<Member> members = fold.Training.Members;
        Dictionary<string, int> frequency = members
            .SelectMany(m => m.Interests.Select(i => i.Topic).Distinct())
            .CountBy(topic => topic)
            .ToDictionary();
        Dictionary<string, Dictionary<string, double>> vectors = members.ToDictionary(
            m => m.Id,
            m => m.Interests.ToDictionary(i => i.Topic, i => i.Weight * (Math.Log((1.0 + members.Count) / (1 + frequency[i.Topic])) + 1))
        );
        Dictionary<string, double> norms = vectors.ToDictionary(v => v.Key, v => Math.Sqrt(v.Value.Values.Sum(x => x * x)));
        return pair =>
        {
            double norm = norms[pair.From] * norms[pair.To];
            return norm == 0 ? 0 : vectors[pair.From].Sum(x => x.Value * vectors[pair.To].GetValueOrDefault(x.Key)) / norm;
        };
    }
}

/// <summary>On how many categories the two agree; numbers do not count.</summary>
internal sealed class SameCategories : IPairMethod
{
    public string Name => "same categories";

    public Func<TestPair, double> Fit(PairFold fold, CancellationToken cancellationToken)
    {
        Community members = fold.Training;
        return pair =>
            members[pair.From]
                .Attributes.Count(a =>
                    members[pair.To].Attributes.TryGetValue(a.Key, out AttributeValue? other)
                    && a.Value.Categories.Intersect(other.Categories).Any()
                );
    }
}

/// <summary>How often the other is said yes to, whoever asks.</summary>
internal sealed class ReceivedYes : IPairMethod
{
    public string Name => "popularity";

    public Func<TestPair, double> Fit(PairFold fold, CancellationToken cancellationToken)
    {
        var rates = new AnswerRates(fold.Training);
        return pair => rates.Received(pair.To);
    }
}

/// <summary>How readily both say yes and how readily both are said yes to: the product of four smoothed rates.</summary>
internal sealed class PopularityTimesSelectivity : IPairMethod
{
    public string Name => "popularity × selectivity";

    public Func<TestPair, double> Fit(PairFold fold, CancellationToken cancellationToken)
    {
        var rates = new AnswerRates(fold.Training);
        return pair => rates.Given(pair.From) * rates.Received(pair.To) * rates.Given(pair.To) * rates.Received(pair.From);
    }
}
