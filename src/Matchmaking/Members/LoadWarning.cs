namespace Matchmaking;

/// <summary>
/// A row or value that was left out on lenient reading, a file that was not read for its name, or what was read although it is not as the
/// format has it (<see cref="LoadOptions.Tolerant"/>).
/// </summary>
public sealed record LoadWarning
{
    /// <summary>The file's name.</summary>
    public required string File { get; init; }

    /// <summary>The line in it, from 1; 0 where the whole file is meant.</summary>
    public required long Line { get; init; }

    /// <summary>What is wrong, naming the member or activity where there is one.</summary>
    public required string Message { get; init; }

    /// <summary>Whether something was left out; false where all was read, and this only tells how.</summary>
    public bool LeftOut { get; init; } = true;

    /// <summary>"file, line n: message", or "file: message".</summary>
    public override string ToString() => Line > 0 ? FormattableString.Invariant($"{File}, line {Line}: {Message}") : $"{File}: {Message}";
}
