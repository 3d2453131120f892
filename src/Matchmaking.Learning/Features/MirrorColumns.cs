namespace Matchmaking.Learning;

/// <summary>
/// Makes the row of to → from out of that of from → to, without asking the sources again: a column of "from" has its counterpart of "to",
/// and a difference changes its sign.
/// </summary>
internal sealed class MirrorColumns(IReadOnlyList<FeatureInfo> features)
{
    private readonly int[] _counterparts = [.. features.Select((feature, i) => i + feature.Counterpart)];
    private readonly bool[] _odd = [.. features.Select(feature => feature.Form == FeatureForm.Difference)];

    public void Write(ReadOnlySpan<float> row, Span<float> mirrored)
    {
        for (int i = 0; i < _counterparts.Length; i++)
            mirrored[i] = _odd[i] ? -row[i] : row[_counterparts[i]];
    }
}
