namespace Matchmaking.Learning;

/// <summary>What was learned of who completes a gathering. Immutable.</summary>
internal sealed class GroupModel(LinkModel model) : IGroupModel
{
    public LinkModel Model => model;

    public void Prepare(CommunityIndex index) => _ = index.NetworkFeatures();

    /// <inheritdoc/>
    public IGroupQuery For(CommunityIndex index, IReadOnlyList<int> group, GroupScorer rules, Func<int, bool> knows) =>
        new GroupModelQuery(
            model,
            rules,
            group.All(knows) ? new GroupFeatureQuery(index.NetworkFeatures(), index, group, rules) : null,
            knows
        );

    public void Write(BinaryWriter writer) => model.Write(writer);

    public static GroupModel Read(BinaryReader reader) => new(LinkModel.Read(reader, GroupFeatureQuery.Columns));
}

/// <summary>One group's question to the model. For one thread.</summary>
internal sealed class GroupModelQuery(LinkModel model, GroupScorer rules, GroupFeatureQuery? asked, Func<int, bool> knows) : IGroupQuery
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
