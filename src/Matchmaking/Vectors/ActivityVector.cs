using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>What an activity is about: the stems of its name and text, and the same in latent topics.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ActivityVector
{
    // Nobody declares an activity's language; its words are stemmed as both of ours.
    private static readonly string[][] s_languages =
    [
        ["en"],
        ["fr"],
    ];

    private readonly HashSet<string>[] _stems;

    private ActivityVector(HashSet<string>[] stems, MemberVector? text)
    {
        _stems = stems;
        Text = text;
    }

    /// <summary>
    /// The text's dense vectors, in the form in which members' texts compare with them; null in a community without texts.
    /// </summary>
    internal MemberVector? Text { get; }

    /// <summary>The stems of name and text, by language.</summary>
    internal IReadOnlyList<IReadOnlySet<string>> Stems => _stems;

    /// <summary>Of parts that are ready.</summary>
    /// <exception cref="InvalidDataException">The stems are of other languages.</exception>
    internal static ActivityVector Of(HashSet<string>[] stems, float[][]? texts) =>
        stems.Length == s_languages.Length
            ? new(stems, texts is null ? null : new MemberVector(LiveCommunity.Nobody) { Texts = texts })
            : throw new InvalidDataException("activities are in other languages");

    internal static ActivityVector[] OfAll(IReadOnlyList<Activity> activities, Vectorizer vectorizer) =>
        Combine(activities, vectorizer.Reading, vectorizer.HasTexts ? vectorizer.VectorizeAll(AsMembers(activities)) : null);

    internal static async Task<ActivityVector[]> OfAllAsync(
        IReadOnlyList<Activity> activities,
        Vectorizer vectorizer,
        CancellationToken cancellationToken
    ) =>
        Combine(
            activities,
            vectorizer.Reading,
            vectorizer.HasTexts ? await vectorizer.VectorizeAllAsync(AsMembers(activities), cancellationToken).ConfigureAwait(false) : null
        );

    /// <summary>With the texts by another vectoriser; words stay, and so do points that an embedding generator gave.</summary>
    /// <param name="activities">The activities.</param>
    /// <param name="vectorizer">The other vectoriser.</param>
    /// <param name="before">What there was.</param>
    /// <param name="otherWords">Whether another analyser gave the words, so that they are read anew.</param>
    internal static ActivityVector[] Again(
        IReadOnlyList<Activity> activities,
        Vectorizer vectorizer,
        ActivityVector[] before,
        bool otherWords = false
    )
    {
        if (otherWords)
            before = [.. before.Select((activity, i) => new ActivityVector(StemsOf(activities[i], vectorizer.Reading), activity.Text))];
        if (!vectorizer.HasTexts)
            return Array.ConvertAll(before, activity => new ActivityVector(activity._stems, null));
        MemberVector[] known = Array.ConvertAll(before, activity => activity.Text ?? new MemberVector(LiveCommunity.Nobody));
        MemberVector[] texts = vectorizer.VectorizeAgain(AsMembers(activities), known);
        return [.. before.Select((activity, i) => new ActivityVector(activity._stems, texts[i]))];
    }

    /// <summary>A topic's stems in each language, for <see cref="Mentions"/>.</summary>
    internal static List<string>[] StemsOf(string topic, TextReading reading) =>
        Array.ConvertAll(s_languages, language => reading.Analyze(topic, language));

    /// <summary>Whether all words of a topic stand in the activity's name or text.</summary>
    internal bool Mentions(List<string>[] topicStems)
    {
        for (int i = 0; i < topicStems.Length; i++)
        {
            if (topicStems[i].Count > 0 && topicStems[i].TrueForAll(_stems[i].Contains))
                return true;
        }

        return false;
    }

    private static HashSet<string>[] StemsOf(Activity activity, TextReading reading) =>
        Array.ConvertAll(s_languages, language => reading.Analyze(Words(activity), language).ToHashSet(StringComparer.Ordinal));

    private static ActivityVector[] Combine(IReadOnlyList<Activity> activities, TextReading reading, MemberVector[]? texts) =>
        [.. activities.Select((activity, i) => new ActivityVector(StemsOf(activity, reading), texts?[i]))];

    /// <summary>Activities as those who wrote their texts.</summary>
    internal static List<Member> AsMembers(IReadOnlyList<Activity> activities) =>
        [.. activities.Select(activity => new Member { Id = activity.Id, Bio = Words(activity) })];

    private static string Words(Activity activity) => activity.Text is null ? activity.Name : $"{activity.Name}. {activity.Text}";
}
