namespace Matchmaking;

public sealed partial class Matchmaker
{
    /// <summary>Adds a member, or replaces the one with the same id. The next call sees it.</summary>
    /// <remarks>
    /// A change takes about as long as what it touches is large, whatever the size of the community; those who ask do not wait for it.
    /// Vocabulary and scales are fitted again in the background when enough has changed. What was learned is bound to the change before the
    /// next call in communities of up to 1,000 members and 10,000 participations, interactions and outcomes, and in the background in
    /// larger ones: until then the member is scored by the rules, on the scale of what was learned. Rules such as blocks and pauses hold at
    /// once.
    /// </remarks>
    /// <param name="member">The member.</param>
    /// <exception cref="InvalidOperationException">
    /// An embedding generator is set: use <see cref="UpsertAsync"/>. Or work in the background failed since the last change: this one was
    /// not made, and may be made again; so with every change.
    /// </exception>
    public void Upsert(Member member)
    {
        ArgumentNullException.ThrowIfNull(member);
        RefuseEmbeddings(_options, nameof(UpsertAsync));
        Vectorizer vectorizer = _now.Index.Vectorizer;
        Put(member, vectorizer, vectorizer.Vectorize(member));
    }

    /// <summary>
    /// As <see cref="Upsert"/>, with texts embedded by <see cref="MatchmakerOptions.EmbeddingGenerator"/> where there is one.
    /// </summary>
    /// <param name="member">The member.</param>
    /// <param name="cancellationToken">Ends the work; nothing is changed then.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="InvalidOperationException">
    /// The generator gave no embedding that can be used: none, an empty one, zeros, a number that is not finite, or one of another length
    /// than those that there are, also those of a file that was loaded; nothing is changed. Or work in the background failed since the last
    /// change: this one was not made, and may be made again.
    /// </exception>
    public async Task UpsertAsync(Member member, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(member);
        Vectorizer vectorizer = _now.Index.Vectorizer;
        Put(member, vectorizer, await vectorizer.VectorizeAsync(member, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>
    /// Removes a member with everything that names them: participations, interactions, outcomes, and others' <see cref="Member.Blocks"/>.
    /// The next call sees it.
    /// </summary>
    /// <remarks>
    /// Who comes back under the same id is somebody new: what stood between them and others is forgotten, blocks as well.
    /// </remarks>
    /// <param name="memberId">The member's id.</param>
    /// <returns>Whether there was such a member.</returns>
    /// <exception cref="InvalidOperationException">
    /// Work in the background failed since the last change: this one was not made, and may be made again.
    /// </exception>
    public bool Remove(string memberId)
    {
        ArgumentNullException.ThrowIfNull(memberId);
        bool removed = false;
        // One change: between the two, who comes back under the id would have the effects of who left.
        lock (_changes)
        {
            Change(index =>
            {
                bool known = index.Live.TryIndexOf(memberId, out _);
                removed |= known;
                return known ? index.Without(memberId) : index;
            });
            if (removed)
            {
                _upkeep.Forget(memberId);
                _sections.ForgetUnused();
            }
        }

        return removed;
    }

    /// <summary>
    /// Records what became of an introduction. The next call sees it: its rules at once, its learned scores as <see cref="Upsert"/> tells.
    /// </summary>
    /// <param name="outcome">The outcome.</param>
    /// <exception cref="MemberNotFoundException">No member has one of the ids.</exception>
    /// <exception cref="CommunityFormatException">
    /// Both ids are the same, or it is <see cref="OutcomeKind.Rated"/> and has no rating.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// Work in the background failed since the last change: this one was not made, and may be made again.
    /// </exception>
    public void Record(Outcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        Change(index => index.With(outcome));
    }

    /// <summary>Records that one member did something towards another. The next call sees it.</summary>
    /// <param name="interaction">The interaction.</param>
    /// <exception cref="MemberNotFoundException">No member has one of the ids.</exception>
    /// <exception cref="CommunityFormatException">Both ids are the same.</exception>
    /// <exception cref="InvalidOperationException">
    /// Work in the background failed since the last change: this one was not made, and may be made again.
    /// </exception>
    public void Record(Interaction interaction)
    {
        ArgumentNullException.ThrowIfNull(interaction);
        Change(index => index.With(interaction));
    }

    /// <summary>Records that a member took part in an activity. The next call sees it.</summary>
    /// <param name="participation">The participation.</param>
    /// <exception cref="MemberNotFoundException">No member has the id.</exception>
    /// <exception cref="CommunityFormatException">The community has no such activity.</exception>
    /// <exception cref="InvalidOperationException">
    /// Work in the background failed since the last change: this one was not made, and may be made again.
    /// </exception>
    public void Record(Participation participation)
    {
        ArgumentNullException.ThrowIfNull(participation);
        Change(index => index.With(participation));
    }

    /// <summary>A vocabulary that was fitted since has other numbers for topics.</summary>
    private void Put(Member member, Vectorizer vectorizer, MemberVector vector) =>
        Change(index =>
            index.With(member, ReferenceEquals(index.Vectorizer, vectorizer) ? vector : index.Vectorizer.VectorizeAgain(member, vector))
        );

    /// <summary>Writers queue; readers go on with the index that they hold.</summary>
    private void Change(Func<CommunityIndex, CommunityIndex> change)
    {
        lock (_changes)
        {
            _upkeep.ThrowIfFailed();
            LiveState before = _now;
            CommunityIndex after = change(before.Index);
            if (!ReferenceEquals(after, before.Index))
                _now = _upkeep.After(before, after, change);
        }
    }
}
