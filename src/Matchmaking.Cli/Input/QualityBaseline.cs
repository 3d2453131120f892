using System.Text.Json;
using System.Text.Json.Serialization;

namespace Matchmaking.Cli.Input;

/// <summary>The figures of an earlier run, kept in a file: task → method → metric → mean.</summary>
internal sealed record QualityBaseline
{
    /// <summary>The commit that was measured.</summary>
    public string? Commit { get; init; }

    /// <summary>When it was measured.</summary>
    public string? Date { get; init; }

    public required Dictionary<string, Dictionary<string, Dictionary<string, double>>> Tasks { get; init; }

    /// <summary>A metric's mean; null where the file does not tell it.</summary>
    public double? this[string task, string method, string metric] =>
        Tasks.GetValueOrDefault(task)?.GetValueOrDefault(method) is { } metrics && metrics.TryGetValue(metric, out double mean)
            ? mean
            : null;

    /// <exception cref="InputException">The file is not a baseline.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static QualityBaseline Load(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), QualityBaselineJson.Default.QualityBaseline)
                ?? throw new InputException(ToolText.Of("BaselineEmpty", path));
        }
        catch (JsonException fault)
        {
            throw new InputException(ToolText.Of("NotABaseline", path, fault.Message));
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(QualityBaseline))]
internal sealed partial class QualityBaselineJson : JsonSerializerContext;
