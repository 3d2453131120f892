namespace Matchmaking.Learning;

/// <summary>What was learned of which activities members join that are new to them. Immutable.</summary>
/// <remarks>
/// Learned of places: what lasts and holds the rest. Something that happens there is as likely as its place, and the rules order what one
/// place holds; in places that are a member's own already the rules decide alone how an event stands to others there.
/// </remarks>
internal sealed class ActivityModel(LinkModel model) : IActivityModel
{
    /// <summary>How much of the rules' order shows among activities of one place.</summary>
    private const double WithinPlace = .1;

    public LinkModel Model => model;

    public void Prepare(CommunityIndex index) => _ = ActivityFeatures.Of(index);

    public double ByRules(double score) => model.ByRules(score);

    /// <summary>The probability that the member comes to the activity within the window learned from.</summary>
    public Func<int, double> For(PairQuery query)
    {
        CommunityIndex index = query.Index;
        var asked = new ActivityFeatureQuery(ActivityFeatures.Of(index), query);
        PlaceForecast places = index.Network.Places;
        var byPlace = new Dictionary<int, double>();
        float[] row = new float[ActivityFeatures.Columns];
        return activity =>
        {
            double rules = asked.Rules(activity);
            int holder = index.Network.Tree.PlaceOf(activity),
                place = places.IndexOf[holder];
            // Where nobody has been yet there is nothing to see but what the rules see.
            if (place >= places.Places.Count)
                return model.ByRules(rules);
            if (!byPlace.TryGetValue(place, out double logit))
            {
                asked.Write(holder, place, row);
                byPlace.Add(place, logit = model.Logit(row, RuleOdds.Of(asked.Rules(holder))));
            }

            return model.Probability(
                holder == activity ? logit : logit + (WithinPlace * (RuleOdds.Of(rules) - RuleOdds.Of(asked.Rules(holder))))
            );
        };
    }

    public void Write(BinaryWriter writer) => model.Write(writer);

    public static ActivityModel Read(BinaryReader reader) => new(LinkModel.Read(reader, ActivityFeatures.Columns));
}
