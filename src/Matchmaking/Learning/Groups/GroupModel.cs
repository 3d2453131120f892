namespace Matchmaking;

/// <summary>What was learned of who completes a gathering. Immutable.</summary>
internal sealed class GroupModel(LinkModel model)
{
    public LinkModel Model => model;

    /// <summary>The probability of each candidate to be the one who comes, too.</summary>
    /// <param name="index">The community now.</param>
    /// <param name="group">The group, by position.</param>
    /// <param name="rules">The rules' scorer of the same group.</param>
    public GroupModelQuery For(CommunityIndex index, IReadOnlyList<int> group, GroupScorer rules) => new(model, new GroupFeatureQuery(index.NetworkFeatures, index, group, rules));

    public void Write(BinaryWriter writer) => model.Write(writer);

    public static GroupModel Read(BinaryReader reader) => new(LinkModel.Read(reader, GroupFeatureQuery.Columns));
}

/// <summary>One group's question to the model. For one thread.</summary>
internal sealed class GroupModelQuery(LinkModel model, GroupFeatureQuery asked) : IDisposable
{
    private readonly float[] _row = new float[GroupFeatureQuery.Columns];

    public double Score(int candidate)
    {
        asked.Write(candidate, _row);
        return model.Probability(model.Logit(_row, RuleOdds.Of(asked.Rules(candidate))));
    }

    public void Dispose() => asked.Dispose();
}
