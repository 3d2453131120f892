namespace Matchmaking;

public sealed partial class Matchmaker
{
    /// <summary>Adds an activity, or replaces the one with the same id. The next call sees it.</summary>
    /// <remarks>
    /// What goes by activities is built anew, the network's fit included, and a learned model is bound to it: this takes about as long as
    /// <see cref="Create"/> without its texts, some seconds in a community of 100,000. Nobody waits for it but the caller: questions and
    /// other changes go on. Add many at once by creating the matchmaker with them.
    /// </remarks>
    /// <param name="activity">The activity.</param>
    /// <exception cref="CommunityFormatException">Its parent is no activity, or is below it; nothing is changed.</exception>
    /// <exception cref="InvalidOperationException">
    /// An embedding generator is set: use <see cref="UpsertAsync(Activity, CancellationToken)"/>.
    /// </exception>
    public void Upsert(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        RefuseEmbeddings(_options, nameof(UpsertAsync));
        Vectorizer vectorizer = _now.Index.Vectorizer;
        Put(activity, vectorizer, ActivityVector.OfAll([activity], vectorizer)[0]);
    }

    /// <summary>
    /// As <see cref="Upsert(Activity)"/>, with texts embedded by <see cref="MatchmakerOptions.EmbeddingGenerator"/> where there is one.
    /// </summary>
    /// <param name="activity">The activity.</param>
    /// <param name="cancellationToken">Ends the work before anything is changed.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="CommunityFormatException">Its parent is no activity, or is below it; nothing is changed.</exception>
    /// <exception cref="InvalidOperationException">The generator gave no embedding that can be used; nothing is changed.</exception>
    public async Task UpsertAsync(Activity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        Vectorizer vectorizer = _now.Index.Vectorizer;
        ActivityVector[] vectors = await ActivityVector.OfAllAsync([activity], vectorizer, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        await Task.Run(() => Put(activity, vectorizer, vectors[0]), CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>
    /// Ends an activity now (<see cref="Activity.Ended"/>): it is no longer suggested, and who took part in it has met all the same. It
    /// takes as long as <see cref="Upsert(Activity)"/>.
    /// </summary>
    /// <param name="activityId">The activity's id.</param>
    /// <returns>Whether there was such an activity.</returns>
    public bool EndActivity(string activityId)
    {
        ArgumentNullException.ThrowIfNull(activityId);
        bool known = false;
        _upkeep.Rebuild(index =>
        {
            known = index.Live.Tree.TryIndexOf(activityId, out int at);
            if (!known)
                return index;
            Activity[] activities = [.. index.Live.Tree.Activities];
            activities[at] = activities[at] with { Ended = _options.TimeProvider.GetUtcNow() };
            return index.WithActivities(activities, index.ActivityVectors);
        });
        return known;
    }

    /// <summary>
    /// Removes an activity with everybody's participation in it; what belonged to it belongs to its parent. The next call sees it. It takes
    /// as long as <see cref="Upsert(Activity)"/>.
    /// </summary>
    /// <param name="activityId">The activity's id.</param>
    /// <returns>Whether there was such an activity.</returns>
    public bool RemoveActivity(string activityId)
    {
        ArgumentNullException.ThrowIfNull(activityId);
        bool known = false;
        _upkeep.Rebuild(index =>
        {
            known = index.Live.Tree.TryIndexOf(activityId, out int at);
            if (!known)
                return index;
            string? parent = index.Live.Tree.Activities[at].Parent;
            return index.WithActivities(
                [
                    .. index
                        .Live.Tree.Activities.Where(activity => activity.Id != activityId)
                        .Select(activity => activity.Parent == activityId ? activity with { Parent = parent } : activity),
                ],
                [.. index.ActivityVectors.Where((_, i) => i != at)]
            );
        });
        return known;
    }

    private void Put(Activity activity, Vectorizer vectorizer, ActivityVector vector) =>
        _upkeep.Rebuild(index =>
        {
            // A vocabulary that was fitted since has other numbers for words.
            ActivityVector own = ReferenceEquals(index.Vectorizer, vectorizer)
                ? vector
                : ActivityVector.Again([activity], index.Vectorizer, [vector])[0];
            IReadOnlyList<Activity> before = index.Live.Tree.Activities;
            return index.Live.Tree.TryIndexOf(activity.Id, out int at)
                ? index.WithActivities(
                    [.. before.Select((known, i) => i == at ? activity : known)],
                    [.. index.ActivityVectors.Select((known, i) => i == at ? own : known)]
                )
                : index.WithActivities([.. before, activity], [.. index.ActivityVectors, own]);
        });
}
