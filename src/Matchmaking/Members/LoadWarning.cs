namespace Matchmaking;

/// <summary>A row that was left out on lenient reading, and why.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">The line in it, from 1.</param>
/// <param name="Message">What is wrong, naming the member or activity where there is one.</param>
public sealed record LoadWarning(string File, long Line, string Message)
{
    /// <summary>"file, line n: message".</summary>
    public override string ToString() => FormattableString.Invariant($"{File}, line {Line}: {Message}");
}
