using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>Builds an index whole: from a community, from parts that are ready, or anew from an index that changed.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class IndexBuilder
{
    internal static CommunityIndex Build(Community community, MatchmakerOptions options, Vectorizer vectorizer) =>
        Of(
            LiveCommunity.Of(community),
            options,
            vectorizer,
            vectorizer.VectorizeAll(community.Members),
            ActivityVector.OfAll(community.Activities, vectorizer)
        );

    internal static async Task<CommunityIndex> BuildAsync(
        Community community,
        MatchmakerOptions options,
        Vectorizer vectorizer,
        CancellationToken cancellationToken
    )
    {
        MemberVector[] vectors = await vectorizer.VectorizeAllAsync(community.Members, cancellationToken).ConfigureAwait(false);
        ActivityVector[] activityVectors = await ActivityVector
            .OfAllAsync(community.Activities, vectorizer, cancellationToken)
            .ConfigureAwait(false);
        return Of(LiveCommunity.Of(community), options, vectorizer, vectors, activityVectors);
    }

    /// <summary>An index of vectors that are ready; the network is fitted.</summary>
    /// <param name="live">The community, without gaps.</param>
    /// <param name="options">The options.</param>
    /// <param name="vectorizer">What the vectors were made with.</param>
    /// <param name="vectors">By member.</param>
    /// <param name="activityVectors">By activity.</param>
    public static CommunityIndex Of(
        LiveCommunity live,
        MatchmakerOptions options,
        Vectorizer vectorizer,
        IReadOnlyList<MemberVector> vectors,
        ActivityVector[] activityVectors
    ) => Of(live, options, vectorizer, vectors, activityVectors, MemberNetwork.Build(live, options));

    /// <summary>An index of vectors that are ready, as a purpose sees the members; the network is fitted.</summary>
    internal static CommunityIndex Of(
        LiveCommunity live,
        MatchmakerOptions options,
        Vectorizer vectorizer,
        IReadOnlyList<MemberVector> vectors,
        ActivityVector[] activityVectors,
        FieldPurposes purpose
    ) => Of(live, options, vectorizer, vectors, activityVectors, MemberNetwork.Build(live, options), purpose: purpose);

    /// <summary>An index of parts that are ready.</summary>
    internal static CommunityIndex Of(
        LiveCommunity live,
        MatchmakerOptions options,
        Vectorizer vectorizer,
        IReadOnlyList<MemberVector> vectors,
        ActivityVector[] activityVectors,
        MemberNetwork network,
        WeekHoursCache? hours = null,
        FieldPurposes purpose = FieldPurposes.Matching
    )
    {
        ProfileCounts counts = default;
        foreach (Member member in live.Members)
            counts = counts.With(member);
        return new CommunityIndex(
            new IndexParts(
                live,
                options,
                vectorizer,
                vectors as PersistentArray<MemberVector> ?? PersistentArray<MemberVector>.From(vectors),
                activityVectors,
                network,
                IntroductionLedger.Of(live, options),
                counts,
                hours ?? new WeekHoursCache(options.AssumedHours)
            )
            {
                Purpose = purpose,
            }
        );
    }

    /// <summary>Built whole from the community as it is, without gaps and with nothing left of who was removed.</summary>
    /// <param name="index">What changed.</param>
    /// <param name="fit">What holds for the network as a whole; null: it is fitted again.</param>
    internal static CommunityIndex Rebuilt(this CommunityIndex index, NetworkFit? fit)
    {
        LiveCommunity live = index.Live.Compact();
        return Of(
            live,
            index.Options,
            index.Vectorizer,
            Kept(index),
            index.ActivityVectors,
            MemberNetwork.Build(live, index.Options, fit),
            // Where positions stay, so does what is known by them.
            index.Live.Removed == 0
                ? index.Weeks
                : null,
            index.Purpose
        );
    }

    /// <summary>
    /// Built whole as <see cref="Rebuilt"/>, with everything fitted again: vocabulary, IDF, latent topics and the network.
    /// </summary>
    /// <param name="index">What changed.</param>
    /// <param name="otherWords">Whether another text analyser than the options' gave the words of activities.</param>
    internal static CommunityIndex Refitted(this CommunityIndex index, bool otherWords = false) =>
        SeenFor(index, index.Purpose, otherWords);

    /// <summary>The same as a purpose sees the members, with everything fitted to that.</summary>
    internal static CommunityIndex SeenFor(this CommunityIndex index, FieldPurposes purpose, bool otherWords = false)
    {
        LiveCommunity live = index.Live.Seen(purpose, index.Options.HiddenFields);
        Vectorizer vectorizer = index.Vectorizer.Refit(live.Members, index.Options);
        MemberVector[] vectors = vectorizer.VectorizeAgain(live.Members, Kept(index));
        ActivityVector[] activities = ActivityVector.Again(live.Tree.Activities, vectorizer, index.ActivityVectors, otherWords);
        return Of(live, index.Options, vectorizer, vectors, activities, purpose);
    }

    /// <summary>
    /// Built whole with other activities, and what took place in none of them left out; the vocabulary stays, the network is fitted again.
    /// </summary>
    /// <param name="index">What changes.</param>
    /// <param name="activities">All activities.</param>
    /// <param name="vectors">By activity, of the index's own vectorizer.</param>
    /// <exception cref="CommunityFormatException">A parent is not there, or activities contain each other in a circle.</exception>
    internal static CommunityIndex WithActivities(this CommunityIndex index, Activity[] activities, ActivityVector[] vectors)
    {
        var ids = new Dictionary<string, int>(activities.Length, StringComparer.Ordinal);
        foreach (Activity activity in activities)
            ids.Add(activity.Id, ids.Count);
        if (Array.Find(ActivityParents.Faults(activities, ids), fault => fault is not null) is { } fault)
            throw new CommunityFormatException(fault);
        Community before = index.Live.Community;
        var community = new Community(
            before.Members,
            before.MemberIndex,
            activities,
            [.. before.Participations.Where(row => ids.ContainsKey(row.ActivityId))],
            before.Interactions,
            before.Outcomes,
            []
        );
        return Of(LiveCommunity.Of(community), index.Options, index.Vectorizer, Kept(index), vectors, index.Purpose);
    }

    private static MemberVector[] Kept(CommunityIndex index) => [.. index.Vectors.Where((_, i) => !index.IsRemoved(i))];
}
