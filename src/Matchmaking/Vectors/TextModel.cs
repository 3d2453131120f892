using System.Collections.Concurrent;

namespace Matchmaking.Vectors;

/// <summary>From texts to points that can be compared, fitted to a community's texts. Immutable.</summary>
internal sealed class TextModel
{
    /// <summary>Fewer texts than these are compared by their words as they are.</summary>
    internal const int MinimumTextsForTopics = 64;

    private readonly ITextProjection _projection;
    private readonly TextReading _reading;

    // The points of those it was fitted to, until each is asked for: nothing is analysed twice. By reference: an equal member is another.
    private readonly ConcurrentDictionary<Member, float[][]> _fitted = new(ReferenceEqualityComparer.Instance);

    private TextModel(ITextProjection projection, TextReading reading, bool hasTexts) =>
        (_projection, _reading, HasTexts) = (projection, reading, hasTexts);

    /// <summary>Whether there was any text that says something.</summary>
    public bool HasTexts { get; }

    public static TextModel Fit(IReadOnlyList<Member> members, MatchmakerOptions options)
    {
        WrittenText[][] texts = [.. members.SelectMany(WrittenBy).Select(text => new[] { text })];
        var reading = TextReading.Of(options.TextAnalyzer);
        var counts = TextCounts.Of(texts, reading, options.CharacterTrigrams);
        // A term of one text alone says nothing of which terms go together, and of stems such are half of all.
        var terms = TermWeights.Fit(counts, counts.TextCount < MinimumTextsForTopics ? 1 : 2);
        int dimensions = Math.Min(options.LatentTopics, Math.Min(counts.TextCount / 2, terms.Count / 2));
        if (counts.TextCount < MinimumTextsForTopics || dimensions < 2)
            return new TextModel(new TermProjection(terms), reading, counts.TextCount > 0);

        SparseMatrix matrix = counts.Weigh(terms);
        var projection = LatentProjection.Fit(terms, matrix, dimensions, options.Seed);
        var model = new TextModel(projection, reading, hasTexts: true);
        int[] first = new int[members.Count + 1];
        for (int i = 0; i < members.Count; i++)
            first[i + 1] = first[i] + WrittenBy(members[i]).Count();
        Parallel.For(0, members.Count, ParallelWork.Here(), i =>
            model._fitted[members[i]] = [
                .. counts
                    .Rows[first[i]..first[i + 1]]
                    .Where(row => row >= 0)
                    .Select(row => projection.Place(matrix.Columns(row), matrix.Values(row)))
                    .OfType<float[]>(),
            ]
        );
        return model;
    }

    /// <summary>Writes what was fitted, without words that nobody has any more.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="points">The points of all texts that there are.</param>
    /// <param name="writers">Those whose texts they are; null: none has come, gone or changed since the words were fitted.</param>
    public void Write(SectionWriter writer, IEnumerable<float[]> points, IEnumerable<Member>? writers)
    {
        writer.Write(HasTexts);
        writer.Write(_projection is LatentProjection);
        _projection.Write(
            writer,
            points,
            writers is null
                ? null
                : () =>
                    TextCounts.Of(
                        [.. writers.SelectMany(WrittenBy).Select(text => new[] { text })],
                        _reading,
                        _projection.Terms.CountsTrigrams
                    )
        );
    }

    public static TextModel Read(SectionReader reader, TextReading reading)
    {
        bool hasTexts = reader.ReadBool();
        ITextProjection projection = reader.ReadBool() ? LatentProjection.Read(reader) : new TermProjection(TermWeights.Read(reader));
        return new TextModel(projection, reading, hasTexts);
    }

    /// <summary>The bio and the further texts, those without a letter left out.</summary>
    public static IEnumerable<string> TextsOf(Member member) =>
        (member.Bio is null ? member.Texts : member.Texts.Prepend(member.Bio)).Where(text => !string.IsNullOrWhiteSpace(text));

    public float[][] Vectorize(Member member)
    {
        if (_fitted.TryRemove(member, out float[][]? fitted))
            return fitted;
        List<float[]> rows = [];
        foreach (WrittenText text in WrittenBy(member))
        {
            TextTerms terms = _reading.Analyze(text, _projection.Terms.CountsTrigrams);
            // A text without a stem has no point either.
            if (terms.Stems.Count > 0 && _projection.Project(terms) is { } row)
                rows.Add(row);
        }

        return [.. rows];
    }

    private static IEnumerable<WrittenText> WrittenBy(Member member) =>
        TextsOf(member).Select(text => new WrittenText(text, member.Languages));
}
