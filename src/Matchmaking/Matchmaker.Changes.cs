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
    /// An embedding generator is set: use <see cref="UpsertAsync(Member, CancellationToken)"/>.
    /// </exception>
    public void Upsert(Member member)
    {
        ArgumentNullException.ThrowIfNull(member);
        RefuseEmbeddings(_options, nameof(UpsertAsync));
        CommunityIndex index = _now.Index;
        Member seen = index.View(member);
        Put(seen, index, index.Vectorizer.Vectorize(seen));
    }

    /// <summary>
    /// As <see cref="Upsert(Member)"/>, with texts embedded by <see cref="MatchmakerOptions.EmbeddingGenerator"/> where there is one.
    /// </summary>
    /// <param name="member">The member.</param>
    /// <param name="cancellationToken">Ends the work; nothing is changed then.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="InvalidOperationException">
    /// The generator gave no embedding that can be used: none, an empty one, zeros, a number that is not finite, or one of another length
    /// than those that there are, also those of a file that was loaded; nothing is changed.
    /// </exception>
    public async Task UpsertAsync(Member member, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(member);
        CommunityIndex index = _now.Index;
        Member seen = index.View(member);
        Put(seen, index, await index.Vectorizer.VectorizeAsync(seen, cancellationToken).ConfigureAwait(false));
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
    /// Records what became of an introduction. The next call sees it: its rules at once, its learned scores as
    /// <see cref="Upsert(Member)"/> tells.
    /// </summary>
    /// <param name="outcome">The outcome; one without a time is of now.</param>
    /// <exception cref="MemberNotFoundException">No member has one of the ids.</exception>
    /// <exception cref="CommunityFormatException">
    /// Both ids are the same, or it is <see cref="OutcomeKind.Rated"/> and has no rating.
    /// </exception>
    public void Record(Outcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        outcome = outcome.Time is null ? outcome with { Time = _options.TimeProvider.GetUtcNow() } : outcome;
        Change(index => index.With(outcome));
    }

    /// <summary>Records that one member did something towards another. The next call sees it.</summary>
    /// <param name="interaction">The interaction; one without a time is of now.</param>
    /// <exception cref="MemberNotFoundException">No member has one of the ids.</exception>
    /// <exception cref="CommunityFormatException">Both ids are the same.</exception>
    public void Record(Interaction interaction)
    {
        ArgumentNullException.ThrowIfNull(interaction);
        interaction = interaction.Time is null ? interaction with { Time = _options.TimeProvider.GetUtcNow() } : interaction;
        Change(index => index.With(interaction));
    }

    /// <summary>Records that a member took part in an activity. The next call sees it.</summary>
    /// <param name="participation">The participation.</param>
    /// <exception cref="MemberNotFoundException">No member has the id.</exception>
    /// <exception cref="CommunityFormatException">The community has no such activity.</exception>
    public void Record(Participation participation)
    {
        ArgumentNullException.ThrowIfNull(participation);
        bool recorded = false;
        Change(index =>
        {
            // Changed again in what was built meanwhile: the activity may be gone there, and who took part with it.
            if (recorded && !index.Live.Tree.TryIndexOf(participation.ActivityId, out _))
                return index;
            CommunityIndex after = index.With(participation);
            recorded = true;
            return after;
        });
    }

    /// <summary>
    /// What the last work in the background (folding changes in, fitting again, binding what was learned) failed with; null where it went
    /// well, or there was none. Calls and changes go on with what there is, and the work begins again with the next change; null again as
    /// soon as it has gone well.
    /// </summary>
    public Exception? BackgroundFailure => _upkeep.Failure;

    /// <summary>
    /// Raised when work in the background fails, by the thread of that work. A handler should be quick, and must not throw.
    /// </summary>
    public event EventHandler<ErrorEventArgs>? BackgroundFailed;

    /// <summary>
    /// A vocabulary that was fitted since has other numbers for topics, and what was built for a model sees less of a member.
    /// </summary>
    private void Put(Member seen, CommunityIndex by, MemberVector vector)
    {
        (Vectorizer vectorizer, FieldPurposes purpose) = (by.Vectorizer, by.Purpose);
        Change(index =>
        {
            Member own = index.Purpose == purpose ? seen : index.View(seen);
            return index.With(
                own,
                ReferenceEquals(index.Vectorizer, vectorizer) && index.Purpose == purpose
                    ? vector
                    : index.Vectorizer.VectorizeAgain(own, vector)
            );
        });
    }

    /// <summary>Writers queue; readers go on with the index that they hold.</summary>
    private void Change(Func<CommunityIndex, CommunityIndex> change)
    {
        lock (_changes)
        {
            LiveState before = _now;
            CommunityIndex after = change(before.Index);
            if (!ReferenceEquals(after, before.Index))
                _now = _upkeep.After(before, after, change);
        }
    }
}
