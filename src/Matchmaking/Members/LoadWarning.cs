namespace Matchmaking;

/// <summary>A row that was left out on lenient reading, or a file that was not read for its name, and why.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">The line in it, from 1; 0 where the whole file is meant.</param>
/// <param name="Message">What is wrong, naming the member or activity where there is one.</param>
public sealed record LoadWarning(string File, long Line, string Message)
{
    /// <summary>"file, line n: message", or "file: message".</summary>
    public override string ToString() => Line > 0 ? FormattableString.Invariant($"{File}, line {Line}: {Message}") : $"{File}: {Message}";
}
