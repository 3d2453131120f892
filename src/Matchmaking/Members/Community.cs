namespace Matchmaking;

/// <summary>
/// A community at one moment: its members, what they take part in, who has to do with whom, and what became of earlier introductions.
/// </summary>
/// <remarks>Immutable and safe for use by several threads.</remarks>
public sealed partial class Community
{
    private readonly Dictionary<string, int> _memberIndex;

    /// <summary>A community of the given parts, checked as a whole.</summary>
    /// <param name="members">The members, every id once. May be empty: a new community has to begin.</param>
    /// <param name="activities">What members take part in; every id once.</param>
    /// <param name="participations">Who takes part in what.</param>
    /// <param name="interactions">Who has to do with whom.</param>
    /// <param name="outcomes">What became of earlier introductions.</param>
    /// <exception cref="ArgumentNullException"><paramref name="members"/> is null.</exception>
    /// <exception cref="ArgumentException">A list holds a null.</exception>
    /// <exception cref="CommunityFormatException">
    /// An id stands twice, a row names a member or an activity that does not exist, a row names one member twice,
    /// activities contain each other in a circle, or a <see cref="OutcomeKind.Rated"/> outcome has no rating.
    /// </exception>
    public Community(
        IReadOnlyList<Member> members,
        IReadOnlyList<Activity>? activities = null,
        IReadOnlyList<Participation>? participations = null,
        IReadOnlyList<Interaction>? interactions = null,
        IReadOnlyList<Outcome>? outcomes = null
    )
    {
        Members = Guard.NoNulls(members, nameof(members));
        Activities = Guard.NoNulls(activities ?? [], nameof(activities));
        Participations = Guard.NoNulls(participations ?? [], nameof(participations));
        Interactions = Guard.NoNulls(interactions ?? [], nameof(interactions));
        Outcomes = Guard.NoNulls(outcomes ?? [], nameof(outcomes));
        _memberIndex = Index(Members, static m => m.Id, "member");
        Check();
    }

    /// <summary>A community that its reader has checked already, row by row.</summary>
    internal Community(
        IReadOnlyList<Member> members,
        Dictionary<string, int> memberIndex,
        IReadOnlyList<Activity> activities,
        IReadOnlyList<Participation> participations,
        IReadOnlyList<Interaction> interactions,
        IReadOnlyList<Outcome> outcomes,
        IReadOnlyList<LoadWarning> warnings
    )
    {
        Members = members;
        _memberIndex = memberIndex;
        Activities = activities;
        Participations = participations;
        Interactions = interactions;
        Outcomes = outcomes;
        Warnings = warnings;
    }

    /// <summary>Reads a community from files; <c>docs/data-format.md</c> describes them.</summary>
    /// <param name="path">
    /// A folder with <c>members.jsonl</c> or <c>members.json</c> and, where there are any, <c>activities.csv</c>,
    /// <c>participations.csv</c>, <c>interactions.csv</c> and <c>outcomes.csv</c>; or a members file alone.
    /// </param>
    /// <param name="options">How to read; null: the first fault throws.</param>
    /// <exception cref="ArgumentException">The path is null or empty.</exception>
    /// <exception cref="CommunityFormatException">
    /// A file is missing or not what it should be; the message names file, line and member.
    /// </exception>
    public static Community Load(string path, LoadOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return CommunityReader.Read(path, options ?? new LoadOptions());
    }

    /// <summary>Reads a community where its files lie in no folder: in an archive, or in a store of blobs.</summary>
    /// <param name="open">
    /// Opens a file by its name ("members.jsonl" or "members.json", "activities.csv", "participations.csv", "interactions.csv",
    /// "outcomes.csv"); null where there is none. What it opens is read to its end and disposed of.
    /// </param>
    /// <param name="options">How to read; null: the first fault throws.</param>
    /// <exception cref="CommunityFormatException">
    /// A file is missing or not what it should be; the message names file, line and member.
    /// </exception>
    public static Community Load(Func<string, Stream?> open, LoadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(open);
        return CommunityReader.Read(open, options ?? new LoadOptions());
    }

    /// <summary>As <see cref="Load(Func{string, Stream}, LoadOptions)"/>, without a thread that waits for the files.</summary>
    /// <param name="open">Opens a file by its name, or gives null where there is none. All are in memory while this runs.</param>
    /// <param name="options">How to read; null: the first fault throws.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="CommunityFormatException">
    /// A file is missing or not what it should be; the message names file, line and member.
    /// </exception>
    public static async Task<Community> LoadAsync(
        Func<string, CancellationToken, Task<Stream?>> open,
        LoadOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(open);
        Dictionary<string, byte[]> files = new(StringComparer.Ordinal);
        foreach (string name in CommunityReader.Files)
        {
            Stream? file = await open(name, cancellationToken).ConfigureAwait(false);
            if (file is null)
                continue;
            await using (file.ConfigureAwait(false))
            {
                using var copy = new MemoryStream();
                await file.CopyToAsync(copy, cancellationToken).ConfigureAwait(false);
                files.Add(name, copy.ToArray());
            }
        }

        return await Task.Run(
                () => Load(name => files.TryGetValue(name, out byte[]? bytes) ? new MemoryStream(bytes) : null, options),
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <summary>The members, in the order in which they were given.</summary>
    public IReadOnlyList<Member> Members { get; }

    /// <summary>What members take part in.</summary>
    public IReadOnlyList<Activity> Activities { get; }

    /// <summary>Who takes part in what.</summary>
    public IReadOnlyList<Participation> Participations { get; }

    /// <summary>Who has to do with whom.</summary>
    public IReadOnlyList<Interaction> Interactions { get; }

    /// <summary>What became of earlier introductions.</summary>
    public IReadOnlyList<Outcome> Outcomes { get; }

    /// <summary>What was left out on reading where the host chose lenience (<see cref="LoadOptions.Lenient"/>); empty otherwise.</summary>
    public IReadOnlyList<LoadWarning> Warnings { get; } = [];

    /// <summary>The same with other members of the same ids in the same order.</summary>
    internal Community WithMembers(Member[] members) =>
        new(members, MemberIndex, Activities, Participations, Interactions, Outcomes, Warnings);

    /// <summary>The member with an id.</summary>
    /// <param name="id">A member's id.</param>
    /// <exception cref="MemberNotFoundException">No member has this id.</exception>
    public Member this[string id] => Members[IndexOf(id)];

    /// <summary>Whether there is a member with an id.</summary>
    /// <param name="id">Any id.</param>
    public bool Contains(string id) => _memberIndex.ContainsKey(id);

    /// <summary>The position of a member in <see cref="Members"/>: the number by which every later stage knows them.</summary>
    /// <param name="id">A member's id.</param>
    /// <exception cref="MemberNotFoundException">No member has this id.</exception>
    public int IndexOf(string id) => _memberIndex.TryGetValue(id, out int index) ? index : throw MemberNotFoundException.ForId(id);

    /// <summary>The positions of all members by id; not to be changed.</summary>
    internal Dictionary<string, int> MemberIndex => _memberIndex;

    /// <summary>The position of a member, where there is one with the id.</summary>
    /// <param name="id">Any id.</param>
    /// <param name="index">The position in <see cref="Members"/>.</param>
    public bool TryIndexOf(string id, out int index) => _memberIndex.TryGetValue(id, out index);

    private void Check()
    {
        Dictionary<string, int> activityIndex = Index(Activities, static a => a.Id, "activity");
        string?[] faults = ActivityParents.Faults(Activities, activityIndex);
        for (int i = 0; i < faults.Length; i++)
            Refuse(faults[i], "activities", i);
        var check = new CommunityCheck(_memberIndex, activityIndex);
        for (int i = 0; i < Participations.Count; i++)
            Refuse(check.Fault(Participations[i]), "participations", i);
        for (int i = 0; i < Interactions.Count; i++)
            Refuse(check.Fault(Interactions[i]), "interactions", i);
        for (int i = 0; i < Outcomes.Count; i++)
            Refuse(check.Fault(Outcomes[i]), "outcomes", i);
    }

    private static Dictionary<string, int> Index<T>(IReadOnlyList<T> rows, Func<T, string> id, string what)
    {
        var index = new Dictionary<string, int>(rows.Count, StringComparer.Ordinal);
        for (int i = 0; i < rows.Count; i++)
        {
            if (!index.TryAdd(id(rows[i]), i))
                throw new CommunityFormatException($"{what} '{id(rows[i])}' stands twice: at {index[id(rows[i])]} and at {i}");
        }

        return index;
    }

    private static void Refuse(string? fault, string rows, int position)
    {
        if (fault is not null)
            throw new CommunityFormatException(FormattableString.Invariant($"{rows}[{position}]: {fault}"));
    }
}
