using System.Runtime.CompilerServices;

namespace Matchmaking;

/// <summary>Refuses values out of their range where they are set, so that an invalid one cannot be built.</summary>
internal static class Guard
{
    public static string Identifier(string? value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value, name);
        return NoControlCharacters(value, name);
    }

    /// <summary>Tabs and line breaks belong to texts, never to identifiers and names, where they break files and screens.</summary>
    public static string NoControlCharacters(string value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        foreach (char c in value)
        {
            if (char.IsControl(c))
                throw new ArgumentException($"contains the control character U+{(int)c:X4}", name);
        }

        return value;
    }

    public static double InRange(double value, double minimum, double maximum, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        // Written so that NaN fails, too.
        if (!(value >= minimum && value <= maximum))
            throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"must lie in [{minimum}, {maximum}]"));
        return value;
    }

    public static double Positive(double value, double maximum, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(value > 0 && value <= maximum))
            throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"must lie in (0, {maximum}]"));
        return value;
    }

    public static int InRange(int value, int minimum, int maximum, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (value < minimum || value > maximum)
            throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"must lie in {minimum}..{maximum}"));
        return value;
    }

    public static double Finite(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!double.IsFinite(value))
            throw new ArgumentOutOfRangeException(name, value, "must be a finite number");
        return value;
    }

    public static TimeSpan NotNegative(TimeSpan value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (value < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(name, value, "must not be negative");
        return value;
    }

    public static IReadOnlyList<T> NoNulls<T>(IReadOnlyList<T>? value, [CallerArgumentExpression(nameof(value))] string? name = null)
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
