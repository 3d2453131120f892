using System.Runtime.CompilerServices;

namespace Matchmaking.Learning;

/// <summary>Learning for a <see cref="Matchmaker"/>: learn, save what was learned, and read it again.</summary>
/// <remarks>
/// For any number of threads; one call learns at a time. What was learned goes into the matchmaker's snapshots
/// (<see cref="Matchmaker.Save(string, CancellationToken)"/>); after
/// <see cref="Matchmaker.Load(string, MatchmakerOptions, CancellationToken)"/> it is in use again when <see cref="UseLearning"/> was
/// called.
/// </remarks>
public static class LearningExtensions
{
    private static readonly ConditionalWeakTable<Matchmaker, SemaphoreSlim> s_oneAtATime = [];

    /// <summary>Puts in use what a snapshot holds of learning, and lets snapshots hold it from now on.</summary>
    /// <param name="matchmaker">The matchmaker.</param>
    /// <param name="options">
    /// Holds the feature sources and trainers of the host's own that the model was learned with; null: there were none.
    /// </param>
    /// <returns>The same matchmaker.</returns>
    /// <exception cref="SnapshotFormatException">
    /// The snapshot's model cannot be used here, or a source or trainer that it needs is not given; the matchmaker stays as it was.
    /// </exception>
    public static Matchmaker UseLearning(this Matchmaker matchmaker, LearningOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(matchmaker);
        return matchmaker.Use(new LearnedModelSection(options));
    }

    /// <summary>
    /// Learns whom to introduce to whom from what became of earlier introductions. Suggestions use what was learned from then on, where it
    /// did better than the rules on people and pairs held out; the report tells. Calls go on meanwhile, and see the model when it is
    /// complete.
    /// </summary>
    /// <remarks>
    /// It learns from the community as it is when the call begins. Later changes of members and outcomes count in every score, at once or,
    /// in a community of more than 1,000 members or 10,000 participations, interactions and outcomes, some seconds later, when the model
    /// was bound to them in the background. They change what was learned only when this is called again; should nothing better than the
    /// rules be found then, an earlier model stays in use. One call learns at a time; a second waits. Trees are trained by LightGBM where
    /// it runs (x64), elsewhere by FastTree: the same rows and seed give the same model on one kind of machine, a slightly other one on
    /// another. What was learned on one is loaded and used on any.
    /// </remarks>
    /// <param name="matchmaker">The matchmaker that learns.</param>
    /// <param name="options">How to learn; null: the defaults.</param>
    /// <param name="progress">Is told how far it has come; null: nobody.</param>
    /// <param name="cancellationToken">
    /// Ends the call within a second, also where it waits for another; nothing is changed then, and no more progress told. A training that
    /// has begun cannot be stopped: it ends unseen, some seconds later.
    /// </param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static LearningReport Learn(
        this Matchmaker matchmaker,
        LearningOptions? options = null,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        matchmaker.UseLearning(options);
        SemaphoreSlim turn = s_oneAtATime.GetValue(matchmaker, static _ => new SemaphoreSlim(1));
        turn.Wait(cancellationToken);
        try
        {
            IProgress<WorkProgress>? told = progress is null ? null : new ProgressUntilCancelled(progress, cancellationToken);
            LearningReport report = null!;
            bool isNew = Engine.Adopt(
                matchmaker,
                () =>
                {
                    (LearnedModel? model, report) = LearningRun.Learn(
                        Engine.FittedIndex(matchmaker),
                        options ?? new LearningOptions(),
                        told,
                        cancellationToken
                    );
                    cancellationToken.ThrowIfCancellationRequested();
                    return model;
                },
                cancellationToken
            );
            return isNew || Engine.State(matchmaker).Model is null
                ? report
                : report with
                {
                    IsUsed = true,
                    Summary = report.Summary + " The model from before stays in use.",
                };
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>As <see cref="Learn"/>, on a thread of its own.</summary>
    /// <param name="matchmaker">The matchmaker that learns.</param>
    /// <param name="options">How to learn; null: the defaults.</param>
    /// <param name="progress">Is told how far it has come; null: nobody.</param>
    /// <param name="cancellationToken">Ends the work, as for <see cref="Learn"/>.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Task<LearningReport> LearnAsync(
        this Matchmaker matchmaker,
        LearningOptions? options = null,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(matchmaker);
        return Task.Factory.StartNew(
            () => matchmaker.Learn(options, progress, cancellationToken),
            cancellationToken,
            TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach,
            TaskScheduler.Default
        );
    }

    /// <summary>Writes what was learned to a file, in place of one that may be there. A file that is there is always whole.</summary>
    /// <remarks>
    /// It names members: where the system knows file modes, a new file is for its owner alone (0600), and one that is there keeps its mode.
    /// A link leads to the new file.
    /// </remarks>
    /// <param name="matchmaker">The matchmaker that learned.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be written, or is a folder.</exception>
    /// <exception cref="InvalidOperationException">Nothing was learned yet, or nothing better than the rules.</exception>
    public static void SaveModel(this Matchmaker matchmaker, string path)
    {
        ArgumentNullException.ThrowIfNull(matchmaker);
        ArgumentException.ThrowIfNullOrEmpty(path);
        byte[] model = Bytes(matchmaker);
        WholeFile.Write(path, stream => stream.Write(model));
    }

    /// <summary>Writes what was learned to a stream, which stays open.</summary>
    /// <param name="matchmaker">The matchmaker that learned.</param>
    /// <param name="stream">Where to; it names members.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="InvalidOperationException">Nothing was learned yet, or nothing better than the rules.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async Task SaveModelAsync(this Matchmaker matchmaker, Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(matchmaker);
        ArgumentNullException.ThrowIfNull(stream);
        await stream.WriteAsync(Bytes(matchmaker), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Reads what <see cref="SaveModel"/> wrote; suggestions use it when this returns. Loading runs nothing from the file.
    /// </summary>
    /// <remarks>
    /// It is made ready for the community first, which may take seconds in a large one; calls and changes go on meanwhile. Of what the file
    /// knows of single people it keeps what is of members: who comes later is somebody new to it. The file itself may name who was removed
    /// since: write it anew, and delete old ones.
    /// </remarks>
    /// <param name="matchmaker">The matchmaker that is to use it.</param>
    /// <param name="path">The file.</param>
    /// <param name="options">
    /// Holds the feature sources and trainers of the host's own that the model was learned with; null: there were none.
    /// </param>
    /// <exception cref="ModelFormatException">
    /// The file is no model, is cut short or altered, is of another version, or was learned with another vocabulary: less than half of its
    /// topics or of its attributes are in this community, or it compares texts in another way. What is new in the community is no reason.
    /// Or a source or trainer that it needs is not given; the message names it. Or it is a folder, a pipe or a device.
    /// </exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static void LoadModel(this Matchmaker matchmaker, string path, LearningOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(matchmaker);
        ArgumentException.ThrowIfNullOrEmpty(path);
        matchmaker.UseLearning(options);
        Engine.Adopt(
            matchmaker,
            () => LearnedModelFile.Load(path, VocabularyFingerprint.Of(Engine.State(matchmaker).Index), options),
            CancellationToken.None
        );
    }

    /// <summary>As <see cref="LoadModel"/>, from a stream, which is read to its end and stays open.</summary>
    /// <param name="matchmaker">The matchmaker that is to use it.</param>
    /// <param name="stream">What <see cref="SaveModelAsync"/> wrote.</param>
    /// <param name="options">As for <see cref="LoadModel"/>.</param>
    /// <param name="cancellationToken">Ends the work; nothing is changed then.</param>
    /// <exception cref="ModelFormatException">As for <see cref="LoadModel"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async Task LoadModelAsync(
        this Matchmaker matchmaker,
        Stream stream,
        LearningOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(matchmaker);
        ArgumentNullException.ThrowIfNull(stream);
        using var file = new MemoryStream();
        await stream.CopyToAsync(file, cancellationToken).ConfigureAwait(false);
        matchmaker.UseLearning(options);
        await Task.Run(
                () =>
                    Engine.Adopt(
                        matchmaker,
                        () =>
                            LearnedModelFile.Load(
                                "The stream",
                                file.ToArray(),
                                VocabularyFingerprint.Of(Engine.State(matchmaker).Index),
                                options
                            ),
                        cancellationToken
                    ),
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    private static byte[] Bytes(Matchmaker matchmaker)
    {
        (CommunityIndex index, IModel? model) = Engine.State(matchmaker);
        return LearnedModelFile.Bytes(
            model as LearnedModel
                ?? throw new InvalidOperationException(
                    "There is no model: call Learn first, and see whether its report says that one is used."
                ),
            VocabularyFingerprint.Of(index)
        );
    }
}
