namespace Matchmaking.Cli.Input;

/// <summary>Topics that mean the same: a line a meaning, its spellings separated by commas.</summary>
internal static class SynonymFile
{
    public static IReadOnlyList<IReadOnlyList<string>> Read(string path) =>
        [
            .. File.ReadLines(path)
                .Select(line => line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                .Where(spellings => spellings.Length > 1),
        ];
}
