namespace Matchmaking.Learning;

/// <summary>What members' activities are about: the words of what each took part in, in latent topics (LSA), recent ones first.</summary>
internal sealed class ActivityTexts
{
    private const int Dimensions = 32;
    private const int FewestTexts = 64;

    private ActivityTexts(MemberPoints members, float[][] activities) => (Members, Activities) = (members, activities);

    public MemberPoints Members { get; }

    /// <summary>A row an activity: the topics of its own words and of all that contain it; zeros where none is known.</summary>
    public float[][] Activities { get; }

    /// <summary>Null where the activities have too few words to tell topics.</summary>
    public static ActivityTexts? Build(MemberNetwork network, TimeDecay decay, Vectorizer vectorizer, int seed)
    {
        ActivityTree tree = network.Tree;
        if (tree.Activities.Count < FewestTexts)
            return null;
        string[] words = [.. tree.Activities.Select(Words)];
        float[]?[]? points = LatentTopics.Of(
            [.. Enumerable.Range(0, words.Length).Select(a => tree.Containing(a).Select(above => words[above]).ToArray())],
            vectorizer,
            Dimensions,
            seed
        );
        if (points is null)
            return null;
        float[][] rows = Array.ConvertAll(points, point => point ?? new float[Dimensions]);
        var takes = SparseRows.From(
            network.Members,
            [.. network.Log.Visits.Select(v => (v.Member, network.Log.Occasions[v.Occasion].Activity, decay.Of(v.Time)))]
        );
        return new ActivityTexts(MemberPoints.Of(network.Members, takes, rows), rows);
    }

    private static string Words(Activity activity) => activity.Text is null ? activity.Name : $"{activity.Name}. {activity.Text}";
}
