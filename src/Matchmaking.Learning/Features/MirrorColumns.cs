using System.Text.RegularExpressions;

namespace Matchmaking.Learning;

/// <summary>
/// Makes the row of to → from out of that of from → to, without asking the sources again: a column of "from" has its counterpart of "to",
/// and a difference changes its sign.
/// </summary>
internal sealed partial class MirrorColumns
{
    private readonly int[] _counterparts;
    private readonly bool[] _odd;

    public MirrorColumns(IReadOnlyList<FeatureInfo> features)
    {
        Dictionary<string, int> positions = new(StringComparer.Ordinal);
        for (int i = 0; i < features.Count; i++)
            positions.TryAdd(features[i].Name, i);
        _counterparts = [.. features.Select((feature, i) => positions.GetValueOrDefault(Mirrored(feature.Name), i))];
        _odd = [.. features.Select(feature => feature.IsDifference)];
    }

    public void Write(ReadOnlySpan<float> row, Span<float> mirrored)
    {
        for (int i = 0; i < _counterparts.Length; i++)
            mirrored[i] = _odd[i] ? -row[i] : row[_counterparts[i]];
    }

    /// <summary>"office: from = Paris" → "office: to = Paris": the words between the thing and the value change places.</summary>
    private static string Mirrored(string name)
    {
        int start = name.IndexOf(": ", StringComparison.Ordinal);
        start = start < 0 ? 0 : start;
        int end = name.IndexOf(" = ", start, StringComparison.Ordinal);
        end = end < 0 ? name.Length : end;
        return name[..start] + Sides().Replace(name[start..end], match => match.Value == "from" ? "to" : "from") + name[end..];
    }

    [GeneratedRegex(@"\b(from|to)\b")]
    private static partial Regex Sides();
}
