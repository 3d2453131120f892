using System.Runtime.CompilerServices;

namespace Matchmaking;

/// <summary>
/// Refuses values out of their range where they are set, so that an invalid one cannot be built. Called from an init accessor it names the
/// property (the caller's member name); a method says which parameter it means.
/// </summary>
internal static class Guard
{
    public static string Identifier(string? value, [CallerMemberName] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        if (string.IsNullOrWhiteSpace(value))
            throw new ArgumentException("must not be empty", name);
        return NoControlCharacters(value, name);
    }

    /// <summary>A text may hold anything but the character that ends strings in half the programs it will pass through.</summary>
    public static string Text(string? value, [CallerMemberName] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        if (value.Contains('\0', StringComparison.Ordinal))
            throw new ArgumentException("contains a NUL character (U+0000)", name);
        return value;
    }

    /// <summary>Tabs and line breaks belong to texts, never to identifiers and names, where they break files and screens.</summary>
    public static string NoControlCharacters(string value, [CallerMemberName] string? name = null)
    {
        foreach (char c in value)
        {
            if (char.IsControl(c))
                throw new ArgumentException($"contains the control character U+{(int)c:X4}", name);
        }

        return value;
    }

    public static double InRange(double value, double minimum, double maximum, [CallerMemberName] string? name = null)
    {
        // Written so that NaN fails, too.
        if (!(value >= minimum && value <= maximum))
            throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"must lie in [{minimum}, {maximum}]"));
        return value;
    }

    public static double Positive(double value, double maximum, [CallerMemberName] string? name = null)
    {
        if (!(value > 0 && value <= maximum))
            throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"must lie in (0, {maximum}]"));
        return value;
    }

    public static int InRange(int value, int minimum, int maximum, [CallerMemberName] string? name = null)
    {
        if (value < minimum || value > maximum)
            throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"must lie in {minimum}..{maximum}"));
        return value;
    }

    public static double Finite(double value, [CallerMemberName] string? name = null)
    {
        if (!double.IsFinite(value))
            throw new ArgumentOutOfRangeException(name, value, "must be a finite number");
        return value;
    }

    public static T Defined<T>(T value, [CallerMemberName] string? name = null)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
            throw new ArgumentOutOfRangeException(name, value, $"must be one of {string.Join(", ", Enum.GetNames<T>())}");
        return value;
    }

    public static TimeSpan NotNegative(TimeSpan value, [CallerMemberName] string? name = null)
    {
        if (value < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(name, value, "must not be negative");
        return value;
    }

    public static IReadOnlyCollection<string> NoNulls(IReadOnlyCollection<string>? value, [CallerMemberName] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        foreach (string? id in value)
        {
            if (id is null)
                throw new ArgumentException("holds a null", name);
        }

        return value;
    }

    public static IReadOnlyList<T> NoNulls<T>(IReadOnlyList<T>? value, [CallerMemberName] string? name = null)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value, name);
        for (int i = 0; i < value.Count; i++)
        {
            if (value[i] is null)
                throw new ArgumentException($"item {i} is null", name);
        }

        return value;
    }
}
