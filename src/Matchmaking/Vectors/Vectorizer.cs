using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>
/// Makes members comparable: topics to ids with weights, texts to points. Fitted once to a community; safe for use by several threads, also
/// for members who were not there when it was fitted.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Vectorizer
{
    /// <summary>Whoever asks is helped best by who knows it well.</summary>
    private const int AskedLevel = 4;

    private readonly TopicReader _reader;
    private readonly TextModel? _texts;
    private readonly TextEmbedder? _embedder;

    private Vectorizer(
        TopicVocabulary topics,
        ClaimLimits claims,
        TextReading reading,
        TextModel? texts,
        TextEmbedder? embedder,
        bool hasTexts
    )
    {
        (Topics, Claims) = (topics, claims);
        Reading = reading;
        _reader = new TopicReader(topics);
        _texts = texts;
        _embedder = embedder;
        HasTexts = hasTexts;
    }

    private Vectorizer(
        TopicVocabulary topics,
        IReadOnlyList<Member> shown,
        TextReading reading,
        TextModel? texts,
        TextEmbedder? embedder,
        bool hasTexts
    )
        : this(topics, ClaimLimits.Fit(shown, new TopicReader(topics)), reading, texts, embedder, hasTexts) { }

    /// <summary>The topics that anybody names.</summary>
    public TopicVocabulary Topics { get; }

    /// <summary>How much one member may claim.</summary>
    internal ClaimLimits Claims { get; }

    /// <summary>How texts are read.</summary>
    internal TextReading Reading { get; }

    /// <summary>Whether any member had a text when this was fitted.</summary>
    public bool HasTexts { get; }

    /// <summary>Fits vocabulary, IDF and text model to what members show: how rare a topic is must not tell on who hides it.</summary>
    /// <exception cref="InvalidOperationException">The options name an embedding generator: use <see cref="FitAsync"/>.</exception>
    internal static Vectorizer Fit(IReadOnlyList<Member> members, MatchmakerOptions options)
    {
        if (options.EmbeddingGenerator is not null)
            throw new InvalidOperationException("an embedding generator works asynchronously: use CreateAsync");
        members = MemberView.Shown(members);
        var texts = TextModel.Fit(members, options);
        return new Vectorizer(
            TopicVocabularyBuilder.Fit(members, options.Synonyms),
            members,
            TextReading.Of(options.TextAnalyzer),
            texts,
            embedder: null,
            texts.HasTexts
        );
    }

    /// <summary>
    /// As <see cref="Fit"/>, with the embedding generator of the options where there is one; it is first called to vectorise.
    /// </summary>
    internal static Task<Vectorizer> FitAsync(
        IReadOnlyList<Member> members,
        MatchmakerOptions options,
        CancellationToken cancellationToken = default
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        return options.EmbeddingGenerator is not { } generator
            ? Task.Run(() => Fit(members, options), cancellationToken)
            : Task.FromResult(
                new Vectorizer(
                    TopicVocabularyBuilder.Fit(MemberView.Shown(members), options.Synonyms),
                    MemberView.Shown(members),
                    TextReading.Of(options.TextAnalyzer),
                    texts: null,
                    new TextEmbedder(generator),
                    members.Any(member => TextModel.TextsOf(member).Any())
                )
            );
    }

    /// <summary>Writes what was fitted; <see cref="Read"/> reads it.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="used">Which topics anybody names: others are left out.</param>
    /// <param name="points">
    /// The points of all texts that there are: words that none of them has are left out; see <see cref="ITextProjection.Write"/>.
    /// </param>
    /// <param name="writers">Those whose texts they are; null: none has come, gone or changed since this was fitted.</param>
    internal void Write(SectionWriter writer, bool[] used, IEnumerable<float[]> points, IEnumerable<Member>? writers)
    {
        writer.Write(HasTexts);
        Topics.Write(writer, used);
        Claims.Write(writer);
        writer.Write(_texts is not null);
        _texts?.Write(writer, points, writers);
    }

    internal static Vectorizer Read(SectionReader reader, MatchmakerOptions options)
    {
        bool hasTexts = reader.ReadBool();
        var topics = TopicVocabulary.Read(reader, options.Synonyms);
        var claims = ClaimLimits.Read(reader);
        var reading = TextReading.Of(options.TextAnalyzer);
        TextModel? texts = reader.ReadBool() ? TextModel.Read(reader, reading) : null;
        reader.End();
        return new Vectorizer(
            topics,
            claims,
            reading,
            texts,
            texts is null && options.EmbeddingGenerator is { } generator ? new TextEmbedder(generator) : null,
            hasTexts
        );
    }

    /// <summary>Says by the points of a file how long an embedding generator's are; nothing to anybody else.</summary>
    internal void Expect(IEnumerable<float[]> points) => _embedder?.Expect(points.FirstOrDefault()?.Length ?? 0);

    /// <exception cref="InvalidOperationException">
    /// The member has a text, and the options an embedding generator: use <see cref="VectorizeAsync"/>.
    /// </exception>
    internal MemberVector Vectorize(Member member)
    {
        if (_texts is not null)
            return Vectorize(member, _texts.Vectorize(member));
        return TextModel.TextsOf(member).Any()
            ? throw new InvalidOperationException("an embedding generator works asynchronously: use UpsertAsync")
            : Vectorize(member, []);
    }

    /// <summary>Many members at once, their texts on all cores.</summary>
    internal MemberVector[] VectorizeAll(IReadOnlyList<Member> members)
    {
        if (_texts is null)
            return [.. members.Select(Vectorize)];
        float[][][] texts = new float[members.Count][][];
        Parallel.For(0, texts.Length, ParallelWork.Here(), i => texts[i] = _texts.Vectorize(members[i]));
        // One after another, so that topics met for the first time get the same ids however many threads there are.
        return [.. members.Select((member, i) => Vectorize(member, texts[i]))];
    }

    /// <summary>
    /// Fitted anew to a community. Texts that an embedding generator placed need no second time:
    /// <see cref="VectorizeAgain(IReadOnlyList{Member}, IReadOnlyList{MemberVector})"/> keeps their points.
    /// </summary>
    internal Vectorizer Refit(IReadOnlyList<Member> members, MatchmakerOptions options) =>
        _embedder is null
            ? Fit(members, options)
            : new Vectorizer(
                TopicVocabularyBuilder.Fit(MemberView.Shown(members), options.Synonyms),
                MemberView.Shown(members),
                Reading,
                texts: null,
                _embedder,
                members.Any(member => TextModel.TextsOf(member).Any())
            );

    /// <summary>Many members of whom there are vectors by another vectoriser with the same model of texts, or one fitted anew.</summary>
    internal MemberVector[] VectorizeAgain(IReadOnlyList<Member> members, IReadOnlyList<MemberVector> before) =>
        _embedder is null ? VectorizeAll(members) : [.. members.Select((member, i) => VectorizeAgain(member, before[i]))];

    /// <summary>As <see cref="VectorizeAgain(IReadOnlyList{Member}, IReadOnlyList{MemberVector})"/>, of one.</summary>
    internal MemberVector VectorizeAgain(Member member, MemberVector before) =>
        _embedder is null ? Vectorize(member) : Vectorize(member, TextModel.TextsOf(member).Any() ? before.Texts : []);

    internal async Task<MemberVector> VectorizeAsync(Member member, CancellationToken cancellationToken = default) =>
        (await VectorizeAllAsync([member], cancellationToken).ConfigureAwait(false))[0];

    /// <summary>Many members at once, their texts embedded in as few calls as can be.</summary>
    internal async Task<MemberVector[]> VectorizeAllAsync(IReadOnlyList<Member> members, CancellationToken cancellationToken = default)
    {
        if (_embedder is null)
            return await Task.Run(() => VectorizeAll(members), cancellationToken).ConfigureAwait(false);
        string[][] texts = [.. members.Select(member => TextModel.TextsOf(member).ToArray())];
        float[][] rows = await _embedder.EmbedAsync([.. texts.SelectMany(own => own)], cancellationToken).ConfigureAwait(false);
        var vectors = new MemberVector[members.Count];
        for (int i = 0, start = 0; i < vectors.Length; start += texts[i].Length, i++)
            vectors[i] = Vectorize(members[i], rows[start..(start + texts[i].Length)]);
        return vectors;
    }

    /// <summary>
    /// A question as if a member needed what it is about, and told nothing else; its text counts where no generator places texts.
    /// </summary>
    internal MemberVector VectorizeQuestion(Member asker, IReadOnlyList<TextTopic> topics) =>
        new(asker)
        {
            Needs = [.. topics.Select((topic, i) => new TopicLevel(topic.Topic, AskedLevel, (float)topic.Share, i))],
            Texts = _texts?.Vectorize(asker) ?? [],
        };

    private MemberVector Vectorize(Member member, float[][] texts)
    {
        (SparseVector interests, int[] sources) = _reader.Interests(member);
        TopicLevel[] offers = _reader.Offers(member);
        TopicLevel[] needs = _reader.Needs(member);
        return new MemberVector(member)
        {
            Interests = interests,
            InterestSources = sources,
            Offers = offers,
            Needs = needs,
            Teaches = _reader.Teaches(member, offers),
            Learns = _reader.Learns(member, offers, needs),
            Texts = texts,
        };
    }
}
