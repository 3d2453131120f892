namespace Matchmaking.Learning;

/// <summary>
/// The questions of one earlier moment, in random order; each is laid out only when it is opened, for its state is large.
/// </summary>
/// <param name="Columns">How many values a row has.</param>
/// <param name="Open">Opens each; any number of threads may.</param>
internal sealed record LinkQuestions(int Columns, IReadOnlyList<Func<LinkQuestion>> Open)
{
    /// <summary>
    /// Rows to train on: all that was chosen, and of the rest a uniform draw. A draw of the hardest would teach that what is close is bad;
    /// weighed to undo that, the few that stand for many drown the rest in noise (both were tried).
    /// </summary>
    /// <param name="most">How many questions at the most.</param>
    /// <param name="negatives">How many to draw of what was not chosen.</param>
    /// <param name="seed">Draws them.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public IReadOnlyList<LinkQuery> Sample(int most, int negatives, int seed, CancellationToken cancellationToken)
    {
        var queries = new LinkQuery?[Math.Min(most, Open.Count)];
        Parallel.For(0, queries.Length, ParallelWork.Here(cancellationToken: cancellationToken), i =>
        {
            using LinkQuestion question = Open[i]();
            (int[] rows, _) = Draw(question, negatives, unchecked((seed * 1_000_003) + i));
            if (!question.Chosen.ContainsKey(rows.Length == 0 ? -1 : rows[0]))
                return;
            float[] values = new float[rows.Length * Columns];
            for (int row = 0; row < rows.Length; row++)
                question.Write(rows[row], values.AsSpan(row * Columns, Columns));
            queries[i] = new LinkQuery(
                values,
                rows.Length,
                [.. rows.TakeWhile(question.Chosen.ContainsKey).Select(candidate => question.Chosen[candidate])]
            );
        });
        return [.. queries.OfType<LinkQuery>()];
    }

    /// <summary>All that was chosen, then a uniform draw of the rest.</summary>
    /// <returns>The candidates, and how many each of the drawn stands for.</returns>
    public static (int[] Candidates, float Weight) Draw(LinkQuestion question, int negatives, int seed)
    {
        int[] chosen = [.. question.Candidates.Where(question.Chosen.ContainsKey)],
            rest = [.. question.Candidates.Where(candidate => !question.Chosen.ContainsKey(candidate))];
        if (rest.Length <= negatives)
            return ([.. chosen, .. rest], 1);
        var random = new Random(seed);
        for (int i = 0; i < negatives; i++)
        {
            int other = random.Next(i, rest.Length);
            (rest[i], rest[other]) = (rest[other], rest[i]);
        }

        return ([.. chosen, .. rest[..negatives]], (float)rest.Length / negatives);
    }
}
