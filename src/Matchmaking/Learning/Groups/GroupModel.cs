namespace Matchmaking;

/// <summary>What was learned of who completes a gathering. Immutable.</summary>
internal sealed class GroupModel(LinkModel model)
{
    public LinkModel Model => model;

    /// <summary>The probability of each candidate to be the one who comes, too.</summary>
    /// <param name="index">The community that the model is bound to.</param>
    /// <param name="group">The group, by position.</param>
    /// <param name="rules">The rules' scorer of the same group in the community as it is now.</param>
    /// <param name="knows">Who is the same in both.</param>
    public GroupModelQuery For(CommunityIndex index, IReadOnlyList<int> group, GroupScorer rules, Func<int, bool> knows) =>
        new(model, rules, group.All(knows) ? new GroupFeatureQuery(index.NetworkFeatures, index, group, rules) : null, knows);

    public void Write(BinaryWriter writer) => model.Write(writer);

    public static GroupModel Read(BinaryReader reader) => new(LinkModel.Read(reader, GroupFeatureQuery.Columns));
}

/// <summary>One group's question to the model. For one thread.</summary>
internal sealed class GroupModelQuery(LinkModel model, GroupScorer rules, GroupFeatureQuery? asked, Func<int, bool> knows) : IDisposable
{
    private readonly float[] _row = new float[GroupFeatureQuery.Columns];

    public double Score(int candidate)
    {
        if (asked is null || !knows(candidate))
            return model.ByRules(rules.Score(candidate));
        asked.Write(candidate, _row);
        return model.Probability(model.Logit(_row, RuleOdds.Of(asked.Rules(candidate))));
    }

    public void Dispose() => asked?.Dispose();
}
