namespace Matchmaking.Members;

/// <summary>The names by which files know the values of an enumeration: lower case on writing, any case on reading.</summary>
internal static class Names<T>
    where T : struct, Enum
{
#pragma warning disable CA1308 // Names in files are in lower case.
    private static readonly string[] s_names = [.. Enum.GetNames<T>().Select(n => n.ToLowerInvariant())];
#pragma warning restore CA1308

    private static readonly T[] s_values = Enum.GetValues<T>();

    /// <summary>"one of shown, viewed, accepted".</summary>
    public static string Expected { get; } = "one of " + string.Join(", ", s_names);

    public static string Of(T value) => s_names[Array.IndexOf(s_values, value)];

    public static bool TryParse(string text, out T value)
    {
        int index = Array.FindIndex(s_names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        value = index < 0 ? default : s_values[index];
        return index >= 0;
    }
}
