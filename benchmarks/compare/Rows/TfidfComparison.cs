using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Text;

namespace Matchmaking.Compare.Rows;

/// <summary>
/// Bios to the rows of a matrix, the vocabulary chosen from them: TF-IDF of words and of trigrams of letters. Ours stems the words and
/// leaves stop words and what stands in one bio alone out (and stems beyond the 50,000 most frequent), as <see cref="Matchmaker"/> does;
/// ML.NET takes words as they are, and trigrams across them, which are its defaults.
/// </summary>
internal sealed class TfidfComparison : IComparison
{
    private const int Checked = 40;

    public string Name => "text-tfidf";

    public string Work => "100,000 bios to TF-IDF of words and character trigrams, both fitted and the rows of all bios made";

    public string Workloads => "F";

    public Target Asked => new(Ratio: 4);

    public int Threads => 2;

    public PythonPeer? Peer => null;

    public string? Other =>
        $"ML.NET "
        + $"{typeof(MLContext).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]} "
        + $"FeaturizeText";

    public Func<Measurement> Prepare(string folder)
    {
        string[] bios = File.ReadAllLines(Path.Combine(folder, "bios100k.txt"));
        WrittenText[][] texts = Array.ConvertAll(bios, bio => new[] { new WrittenText(bio, []) });
        var scheduler = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, Threads);
        double? first = null;
        return () =>
        {
            Collect();
            Peers peer = Featurize(bios);
            Collect();
            long start = Stopwatch.GetTimestamp();
            (TextCounts counts, TermWeights terms, SparseMatrix matrix) = Task
                .Factory.StartNew(() => Count(texts), CancellationToken.None, TaskCreationOptions.None, scheduler.ConcurrentScheduler)
                .GetAwaiter()
                .GetResult();
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            first ??= seconds;
            return new Measurement(
                seconds,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{terms.StemCount:#,0} stems and {terms.Count - terms.StemCount:#,0} trigrams, {Entries(matrix) / 1e6:0.0} M "
                        + $"entries, {Check(texts, counts, terms, matrix)} of {Checked} checked rows as of one bio alone, {first:0.0} s "
                        + $"in a new process, with no code compiled and no stem known; the peer {peer.Text}"
                ),
                peer.Fit + peer.Rows
            );
        };
    }

    private static (TextCounts Counts, TermWeights Terms, SparseMatrix Matrix) Count(WrittenText[][] texts)
    {
        var counts = TextCounts.Of(texts, TextReading.Of(TextAnalyzer.Default), trigrams: true);
        var terms = TermWeights.Fit(counts, minimumFrequency: 2);
        return (counts, terms, counts.Weigh(terms));
    }

    private static long Entries(SparseMatrix matrix) => Enumerable.Range(0, matrix.RowCount).Sum(row => (long)matrix.Columns(row).Length);

    private static int Check(WrittenText[][] texts, TextCounts counts, TermWeights terms, SparseMatrix matrix) =>
        Enumerable
            .Range(0, Checked)
            .Count(i =>
            {
                int text = (int)((long)i * texts.Length / Checked),
                    row = counts.Rows[text];
                SparseVector alone = terms.Weigh(TextReading.Of(TextAnalyzer.Default).Analyze(texts[text][0], trigrams: true));
                return alone.Indices.SequenceEqual(matrix.Columns(row)) && alone.Values.SequenceEqual(matrix.Values(row));
            });

    /// <summary>
    /// ML.NET fits as it does; the rows are then read by as many cursors as there are threads, each over its part of the bios, into flat
    /// arrays as ours are.
    /// </summary>
    private Peers Featurize(string[] bios)
    {
        var context = new MLContext(seed: 1);
        var options = new TextFeaturizingEstimator.Options
        {
            WordFeatureExtractor = new WordBagEstimator.Options
            {
                NgramLength = 1,
                Weighting = NgramExtractingEstimator.WeightingCriteria.TfIdf,
            },
            CharFeatureExtractor = new WordBagEstimator.Options
            {
                NgramLength = 3,
                UseAllLengths = false,
                Weighting = NgramExtractingEstimator.WeightingCriteria.TfIdf,
            },
            Norm = TextFeaturizingEstimator.NormFunction.L2,
        };
        using var process = Process.GetCurrentProcess();
        TimeSpan processor = process.TotalProcessorTime;
        long start = Stopwatch.GetTimestamp();
        ITransformer model = context.Transforms.Text.FeaturizeText("Features", options, nameof(Bio.Text)).Fit(View(bios));
        double fit = Stopwatch.GetElapsedTime(start).TotalSeconds;
        process.Refresh();
        double fitCores = (process.TotalProcessorTime - processor).TotalSeconds / fit;
        start = Stopwatch.GetTimestamp();
        var parts = new (List<int> Columns, List<float> Values)[Threads];
        int slots = 0;
        Parallel.For(0, Threads, new ParallelOptions { MaxDegreeOfParallelism = Threads }, part =>
        {
            string[] own = bios[(part * bios.Length / Threads)..((part + 1) * bios.Length / Threads)];
            IDataView rows = model.Transform(View(own));
            slots = ((VectorDataViewType)rows.Schema["Features"].Type).Size;
            parts[part] = Read(rows);
        });
        double read = Stopwatch.GetElapsedTime(start).TotalSeconds;
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"{slots:#,0} terms, {parts.Sum(part => (long)part.Columns.Count) / 1e6:0.0} M entries, {fit:0.0} s to fit (on {fitCores:0.0} "
                + $"cores, by its own choice) and {read:0.0} s for the rows ({Threads} cursors)"
        );
        return new Peers(fit, read, text);

        IDataView View(string[] part) => context.Data.LoadFromEnumerable(part.Select(bio => new Bio { Text = bio }));
    }

    private static (List<int> Columns, List<float> Values) Read(IDataView rows)
    {
        List<int> columns = [];
        List<float> values = [];
        DataViewSchema.Column features = rows.Schema["Features"];
        using DataViewRowCursor cursor = rows.GetRowCursor([features]);
        ValueGetter<VBuffer<float>> get = cursor.GetGetter<VBuffer<float>>(features);
        VBuffer<float> row = default;
        while (cursor.MoveNext())
        {
            get(ref row);
            columns.AddRange(row.GetIndices());
            values.AddRange(row.GetValues());
        }

        return (columns, values);
    }

    /// <summary>What one side left is no work of the other's.</summary>
    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    private sealed record Peers(double Fit, double Rows, string Text);

    private sealed class Bio
    {
        public string Text { get; set; } = "";
    }
}
