namespace Matchmaking;

/// <summary>A row that was left out on lenient reading, or a file that was not read for its name, and why.</summary>
public sealed record LoadWarning
{
    /// <summary>The file's name.</summary>
    public required string File { get; init; }

    /// <summary>The line in it, from 1; 0 where the whole file is meant.</summary>
    public required long Line { get; init; }

    /// <summary>What is wrong, naming the member or activity where there is one.</summary>
    public required string Message { get; init; }

    /// <summary>"file, line n: message", or "file: message".</summary>
    public override string ToString() => Line > 0 ? FormattableString.Invariant($"{File}, line {Line}: {Message}") : $"{File}: {Message}";
}
