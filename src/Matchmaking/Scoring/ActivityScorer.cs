using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>
/// How well each activity suits a member: what people who go where the member goes join next, the member's interests in its words, the
/// interests of those who take part, and closeness of texts. A newcomer, of whom the network knows nothing yet, is served by the latter
/// three.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ActivityScorer
{
    private const double NetworkWeight = .5;
    private const double TopicsWeight = .3;
    private const double TextWeight = .2;

    /// <summary>Only a clear likeness of texts is worth a word.</summary>
    internal const double ClearLikeness = .3;

    // One interest that an activity is about says most of it; each further one adds half of what is missing.
    private const double OneTopic = .6;

    private readonly PairQuery _query;
    private readonly double[]? _network;
    private readonly (Interest Interest, List<string>[] Stems)[] _interests;
    private readonly (double Network, double Topics, double Text) _weights;

    /// <summary>A scorer for one member.</summary>
    public ActivityScorer(PairQuery query)
    {
        _query = query;
        CommunityIndex index = query.Index;
        _network = index.Network.HasVisits ? index.Activities.Scores(query.Member) : null;
        TextReading reading = index.Vectorizer.Reading;
        _interests = [.. query.Profile.Interests.Select(interest => (interest, ActivityVector.StemsOf(interest.Topic, reading)))];
        double network = _network is null ? 0 : NetworkWeight;
        double topics = index.HasInterests ? TopicsWeight : 0;
        double text = index.Vectorizer.HasTexts ? TextWeight : 0;
        double total = network + topics + text;
        _weights = total > 0 ? (network / total, topics / total, text / total) : default;
    }

    /// <summary>How well an activity suits the member, in [0, 1].</summary>
    public double Score(int activity) => Network(activity) + Topics(activity) + Text(activity);

    internal double Network(int activity) => _network is null ? 0 : _weights.Network * _network[activity];

    /// <summary>
    /// Whether anybody shows that they come to where the activity takes place; true where it is not known of any activity who comes.
    /// </summary>
    internal bool IsVisited(int activity)
    {
        CommunityIndex index = _query.Index;
        if (_network is null)
            return true;
        foreach (int member in index.Network.TakenBy.Columns(index.Network.Tree.PlaceOf(activity)))
        {
            if (!index.Members[member].Hides(MemberField.Activities))
                return true;
        }

        return false;
    }

    /// <summary>Whether what an activity is about is clearly something for the member: latent topics give nearly all a little.</summary>
    internal bool IsOfInterest(int activity) => Topics(activity) > 0 || Likeness(activity) >= ClearLikeness;

    internal double Topics(int activity)
    {
        if (_weights.Topics == 0)
            return 0;
        double missing = 1;
        foreach (Interest interest in Mentioned(activity))
            missing *= 1 - (OneTopic * interest.Weight);
        return _weights.Topics * (1 - missing);
    }

    internal double Text(int activity) => _weights.Text * Likeness(activity);

    /// <summary>How close the activity's text is to the member's, before its weight.</summary>
    public double Likeness(int activity) =>
        _query.Index.ActivityVectors[activity].Text is { } text ? TextSimilarity.Compute(_query.Vector, text) : 0;

    /// <summary>The member's interests of which the activity's name or text speaks.</summary>
    public IEnumerable<Interest> Mentioned(int activity) =>
        _interests.Where(topic => _query.Index.ActivityVectors[activity].Mentions(topic.Stems)).Select(topic => topic.Interest);
}
