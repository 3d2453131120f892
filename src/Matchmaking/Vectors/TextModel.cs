using System.Collections.Concurrent;

namespace Matchmaking;

/// <summary>From texts to points that can be compared, fitted to a community's texts. Immutable.</summary>
internal sealed class TextModel
{
    /// <summary>Fewer texts than these are compared by their words as they are.</summary>
    internal const int MinimumTextsForTopics = 64;

    private readonly ITextProjection _projection;

    // The stems of those it was fitted to, until each is made a point for the first time: nothing is analysed twice. By reference: an equal member is another.
    private readonly ConcurrentDictionary<Member, List<string>[]> _analyzed;

    private TextModel(ITextProjection projection, bool hasTexts, ConcurrentDictionary<Member, List<string>[]> analyzed) =>
        (_projection, HasTexts, _analyzed) = (projection, hasTexts, analyzed);

    /// <summary>Whether there was any text that says something.</summary>
    public bool HasTexts { get; }

    public static TextModel Fit(IReadOnlyList<Member> members, MatchmakerOptions options)
    {
        List<string>[][] analyzed = new List<string>[members.Count][];
        Parallel.For(0, members.Count, ParallelWork.Here(), i => analyzed[i] = Analyze(members[i]));
        List<List<string>> texts = [.. analyzed.SelectMany(stems => stems)];
        // A stem of one text alone says nothing of which stems go together, and such are half of all.
        TermWeights terms = TermWeights.Fit(texts, texts.Count < MinimumTextsForTopics ? 1 : 2);
        int dimensions = Math.Min(options.LatentTopics, Math.Min(texts.Count / 2, terms.Count / 2));
        var known = new ConcurrentDictionary<Member, List<string>[]>(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < analyzed.Length; i++)
            known[members[i]] = analyzed[i];
        return texts.Count < MinimumTextsForTopics || dimensions < 2
            ? new TextModel(new TermProjection(terms), texts.Count > 0, known)
            : new TextModel(LatentProjection.Fit(terms, texts, dimensions, options.Seed), hasTexts: true, known);
    }

    public void Write(SectionWriter writer)
    {
        writer.Write(HasTexts);
        writer.Write(_projection is LatentProjection);
        _projection.Write(writer);
    }

    public static TextModel Read(SectionReader reader)
    {
        bool hasTexts = reader.ReadBool();
        return new TextModel(reader.ReadBool() ? LatentProjection.Read(reader) : new TermProjection(TermWeights.Read(reader)), hasTexts, new(ReferenceEqualityComparer.Instance));
    }

    /// <summary>The bio and the further texts, those without a letter left out.</summary>
    public static IEnumerable<string> TextsOf(Member member) =>
        (member.Bio is null ? member.Texts : member.Texts.Prepend(member.Bio)).Where(text => !string.IsNullOrWhiteSpace(text));

    public float[][] Vectorize(Member member)
    {
        List<float[]> rows = [];
        if (!_analyzed.TryRemove(member, out List<string>[]? texts))
            texts = Analyze(member);
        foreach (List<string> stems in texts)
        {
            if (_projection.Project(stems) is { } row)
                rows.Add(row);
        }

        return [.. rows];
    }

    /// <summary>The stems of each text that has any: one without has no point either.</summary>
    private static List<string>[] Analyze(Member member) =>
        [.. TextsOf(member).Select(text => TextAnalyzer.Analyze(text, member.Languages)).Where(stems => stems.Count > 0)];
}
