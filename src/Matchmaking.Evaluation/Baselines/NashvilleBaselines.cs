namespace Matchmaking.Evaluation;

/// <summary>The baselines that make sense on each of the Nashville tasks, built from what lies before the cut.</summary>
internal static class NashvilleBaselines
{
    /// <summary>Those of more have hardly met.</summary>
    private const int SmallEvent = 20;

    public static IReadOnlyList<IRanker> For(IRankingTask task, string name)
    {
        var tables = new AttendanceTables(task.Community);
        if (name == NashvilleTasks.NewGroups)
            return [ItemKnn(tables), new PageRankRanker(tables.Groups, tables.Groups.Transpose(tables.Activities), places: true)];
        return
        [
            Cosine("TF-IDF groups", tables.Groups, tables),
            Cosine("TF-IDF text", tables.Words, tables),
            Bm25(tables),
            Jaccard(tables),
            AdamicAdar(tables),
            PageRank(tables),
        ];
    }

    public static SparseProductRanker Cosine(string name, SparseRows counts, AttendanceTables tables)
    {
        int columns = Math.Max(tables.Activities, tables.Vocabulary);
        SparseRows weighted = SparseWeighting.TfIdf(counts, columns);
        return new(name, weighted, weighted.Transpose(columns), tables.Members);
    }

    public static SparseProductRanker Bm25(AttendanceTables tables) =>
        new(
            "BM25 text",
            tables.Words.Map(_ => 1),
            SparseWeighting.Bm25(tables.Words, tables.Vocabulary).Transpose(tables.Vocabulary),
            tables.Members
        );

    public static SparseProductRanker Jaccard(AttendanceTables tables)
    {
        SparseRows sets = tables.Groups.Map(_ => 1);
        return new("Jaccard groups", sets, sets.Transpose(tables.Activities), tables.Members, (a, b, shared) =>
            shared == 0 ? 0 : shared / (sets.Columns(a).Length + sets.Columns(b).Length - shared)
        );
    }

    public static SparseProductRanker AdamicAdar(AttendanceTables tables)
    {
        SparseRows contacts = tables.Contacts(SmallEvent);
        return new("Adamic–Adar", contacts, SparseWeighting.AdamicAdar(contacts), tables.Members);
    }

    public static PageRankRanker PageRank(AttendanceTables tables) =>
        new(tables.Events, tables.Events.Transpose(tables.Activities), places: false);

    public static SparseProductRanker ItemKnn(AttendanceTables tables)
    {
        SparseRows sets = tables.Groups.Map(_ => 1);
        return new("item-kNN", sets, SparseWeighting.ItemCosine(sets, tables.Activities), tables.Activities);
    }
}
