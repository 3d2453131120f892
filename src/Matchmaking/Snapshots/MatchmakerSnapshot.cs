using System.Collections.Frozen;

namespace Matchmaking.Snapshots;

/// <summary>
/// A whole matchmaker as a file, and back: what it takes long to work out is read, what takes no time is worked out again.
/// </summary>
internal static class MatchmakerSnapshot
{
    private static readonly FrozenSet<string> s_own = FrozenSet.Create(
        StringComparer.Ordinal,
        "options",
        "purpose",
        "drift",
        "members",
        "activities",
        "participations",
        "interactions",
        "outcomes",
        "vocabulary",
        "vectors",
        "activity vectors",
        "network",
        "visits",
        "ties",
        "acquaintances",
        "text analyser"
    );

    /// <summary>Whether a section is one of the library's own.</summary>
    public static bool IsOwn(string section) => s_own.Contains(section);

    /// <summary>What a file holds, each section written when it is asked for.</summary>
    /// <param name="index">The community.</param>
    /// <param name="drift">How far it has moved from what was fitted.</param>
    /// <param name="others">Sections of packages and of the host.</param>
    public static IReadOnlyList<(string Name, Action<SectionWriter> Write)> Sections(
        CommunityIndex index,
        Upkeep.Drift drift,
        IReadOnlyList<(string Name, byte[] Bytes)> others
    )
    {
        // Without gaps, nobody who was removed is left in any of it.
        index = index.Live.Removed == 0 ? index : index.Rebuilt(index.Network.Fit);
        LiveCommunity live = index.Live;
        return
        [
            ("options", writer => OptionsSection.Write(writer, index.Options)),
            ("text analyser", writer => writer.WriteStrings([index.Options.TextAnalyzer.Name])),
            ("purpose", writer => writer.Write((int)index.Purpose)),
            ("drift", writer => writer.Write(drift)),
            ("members", writer => MembersSection.Write(writer, [.. live.Members.Select(static member => member.Record)])),
            ("activities", writer => LogSections.Write(writer, live.Tree.Activities)),
            ("participations", writer => LogSections.WriteParticipations(writer, live)),
            ("interactions", writer => LogSections.WriteInteractions(writer, live)),
            ("outcomes", writer => LogSections.WriteOutcomes(writer, live)),
            ("vocabulary", writer =>
                index.Vectorizer.Write(
                    writer,
                    UsedTopics(index),
                    Points(index),
                    drift.MembersChanged == 0 ? null : [.. live.Members, .. ActivityVector.AsMembers(live.Tree.Activities)]
                )
            ),
            ("vectors", writer => VectorsSection.Write(writer, index.Vectors)),
            ("activity vectors", writer => VectorsSection.Write(writer, index.ActivityVectors)),
            ("network", writer => NetworkSection.Write(writer, index.Network.Fit)),
            ("visits", writer => NetworkSection.Write(writer, index.Network.Tables, live.Members.Count)),
            ("ties", writer => writer.WriteRows(index.Network.Tables.Ties, live.Members.Count)),
            ("acquaintances", writer => writer.WriteRows(index.Network.Tables.Acquaintances, live.Members.Count)),
            .. others.Select(section => (section.Name, (Action<SectionWriter>)(writer => writer.WriteArray<byte>(section.Bytes)))),
        ];
    }

    /// <exception cref="SnapshotFormatException">The file is none, or not whole.</exception>
    /// <exception cref="InvalidOperationException">
    /// The texts were placed by an embedding generator and none is given, or the other way round; or they were read by a text analyser of
    /// the host's, and no options are given.
    /// </exception>
    public static (CommunityIndex Index, Upkeep.Drift? Drift, Dictionary<string, byte[]> Others) Load(
        string path,
        MatchmakerOptions? options,
        CancellationToken cancellationToken
    )
    {
        if (OrdinaryFile.Otherwise(path) is { } other)
            throw new SnapshotFormatException(
                $"{Path.GetFileName(Path.TrimEndingDirectorySeparator(path))}: is {other}, not a matchmaker's file"
            );
        using Microsoft.Win32.SafeHandles.SafeFileHandle file = File.OpenHandle(path);
        return Load(() => SnapshotFile.Read(file), Path.GetFileName(path), options, cancellationToken);
    }

    /// <summary>As of a file, of what stands for one.</summary>
    public static (CommunityIndex Index, Upkeep.Drift? Drift, Dictionary<string, byte[]> Others) Load(
        Func<Dictionary<string, SnapshotFile.Section>> open,
        string name,
        MatchmakerOptions? options,
        CancellationToken cancellationToken
    )
    {
        Loaded loaded;
        try
        {
            loaded = Read(open(), options, cancellationToken);
        }
        catch (Exception exception)
            when (exception
                    is InvalidDataException
                        or EndOfStreamException
                        or ArgumentException
                        or FormatException
                        or OverflowException
                        or CommunityFormatException
            )
        {
            throw new SnapshotFormatException($"{name}: {exception.Message}", exception);
        }

        // A file of what a model sees holds less than the rules may.
        bool seesLess = loaded.Index.Purpose == FieldPurposes.Learning;
        if (options is null)
            return seesLess
                ? (loaded.Index.SeenFor(FieldPurposes.Matching), null, loaded.Others)
                : (loaded.Index, loaded.Drift, loaded.Others);
        if (loaded.Embedded != options.EmbeddingGenerator is not null)
        {
            throw new InvalidOperationException(
                loaded.Embedded
                    ? "An embedding generator placed the texts of this file: give it again in the options."
                    : "No embedding generator placed the texts of this file: create the matchmaker anew to use one."
            );
        }

        // What was asked for now is what counts: what hangs on an option that is another now is fitted again.
        bool otherWords = loaded.Analyzer != options.TextAnalyzer.Name;
        return otherWords || seesLess || !OptionsSection.SameVocabulary(loaded.Saved, options)
                ? (loaded.Index.SeenFor(FieldPurposes.Matching, otherWords), null, loaded.Others)
            : !OptionsSection.SameNetwork(loaded.Saved, options)
                ? (loaded.Index.Rebuilt(null), loaded.Drift with { RowsChanged = 0 }, loaded.Others)
            : (loaded.Index, loaded.Drift, loaded.Others);
    }

    private static Loaded Read(
        Dictionary<string, SnapshotFile.Section> sections,
        MatchmakerOptions? options,
        CancellationToken cancellationToken
    )
    {
        (MatchmakerOptions saved, bool embedded) = OptionsSection.Read(Open("options"));
        if (embedded && options?.EmbeddingGenerator is null)
            throw new InvalidOperationException("An embedding generator placed the texts of this file: give it again in the options.");
        string analyzer = Open("text analyser").ReadStrings() is [string name]
            ? name
            : throw new InvalidDataException("names no text analyser");
        if (options is null && analyzer != saved.TextAnalyzer.Name)
        {
            throw new InvalidOperationException(
                $"The text analyser '{analyzer}' read the texts of this file: give it again in the options (TextAnalyzer)."
            );
        }

        MatchmakerOptions used = options ?? saved;
        var purpose = (FieldPurposes)Open("purpose").Read<int>();
        if (purpose is not (FieldPurposes.Matching or FieldPurposes.Learning))
            throw new InvalidDataException("the purpose is unknown");
        // Whatever fails, all that was begun ends here: what reads on would find the file closed.
        List<Task> begun = [];
        try
        {
            // What hangs on nothing else begins at once, on all cores.
            Task<Member[]> members = Begin(() => MembersSection.Read(Open("members")));
            Task<Activity[]> activities = Begin(() => LogSections.ReadActivities(Open("activities")));
            Task<Vectorizer> vectorizer = Begin(() => Vectorizer.Read(Open("vocabulary"), used));
            SectionReader visits = Open("visits");
            var tree = ActivityTree.Of(Of(activities));
            Task<NetworkFit> fit = Begin(() => NetworkSection.ReadFit(Open("network"), tree));
            Task<ActivityVector[]> activityVectors = Begin(() => VectorsSection.ReadActivities(Open("activity vectors"), Of(activities)));
            // As they were seen when the vectors were made.
            Member[] people = Array.ConvertAll(Of(members), member => MemberView.For(member, purpose, saved.HiddenFields));
            Task<MemberVector[]> vectors = Begin(() => VectorsSection.Read(Open("vectors"), people, Of(vectorizer).Topics.Count));
            Task<EventLog<Participation>> participations = Begin(() =>
                LogSections.ReadParticipations(Open("participations"), people, Of(activities))
            );
            Task<EventLog<Interaction>> interactions = Begin(() => LogSections.ReadInteractions(Open("interactions"), people));
            Task<EventLog<Outcome>> outcomes = Begin(() => LogSections.ReadOutcomes(Open("outcomes"), people));
            Task<SparseRows> ties = Begin(() => NetworkSection.ReadPairs(Open("ties"), people.Length));
            Task<SparseRows> acquaintances = Begin(() => NetworkSection.ReadPairs(Open("acquaintances"), people.Length));
            NetworkTables tables = NetworkSection.ReadTables(visits, people.Length, tree, Of(fit), ties, acquaintances);
            LiveCommunity live = LiveCommunity.Of(people, tree, Of(participations), Of(interactions), Of(outcomes));
            var network = MemberNetwork.Of(live, Of(fit), tables, used);
            CommunityIndex index = IndexBuilder.Of(live, used, Of(vectorizer), Of(vectors), Of(activityVectors), network, purpose: purpose);
            index.Vectorizer.Expect(Points(index));
            var drift = Open("drift").Read<Upkeep.Drift>();
            var others = sections.Keys.Where(name => !IsOwn(name)).ToDictionary(name => name, name => Open(name).ReadArray<byte>());
            return new Loaded(index, drift, saved, embedded, analyzer, others);
        }
        finally
        {
            foreach (Task task in begun)
            {
                ((IAsyncResult)task).AsyncWaitHandle.WaitOne();
                _ = task.Exception;
            }
        }

        SectionReader Open(string name) =>
            sections.TryGetValue(name, out SnapshotFile.Section? section)
                ? section.Open()
                : throw new InvalidDataException($"has no {name}");

        // As it was thrown, unlike Task.Result.
        static T Of<T>(Task<T> task) => task.GetAwaiter().GetResult();

        Task<T> Begin<T>(Func<T> read)
        {
            Task<T> task = Task.Run(read, cancellationToken);
            begun.Add(task);
            return task;
        }
    }

    private static IEnumerable<float[]> Points(CommunityIndex index) =>
        index.Vectors.SelectMany(member => member.Texts).Concat(index.ActivityVectors.SelectMany(activity => activity.Text?.Texts ?? []));

    /// <summary>The topics that anybody names: what only a removed member named, or nobody does any more, is not written.</summary>
    private static bool[] UsedTopics(CommunityIndex index)
    {
        bool[] used = new bool[index.Vectorizer.Topics.Count];
        foreach (MemberVector vector in index.Vectors)
        {
            foreach (int topic in vector.Interests.Indices)
                used[topic] = true;
            foreach (TopicLevel level in vector.Offers.Concat(vector.Needs).Concat(vector.Teaches).Concat(vector.Learns))
                used[level.Topic] = true;
        }

        return used;
    }

    private sealed record Loaded(
        CommunityIndex Index,
        Upkeep.Drift Drift,
        MatchmakerOptions Saved,
        bool Embedded,
        string Analyzer,
        Dictionary<string, byte[]> Others
    );
}
