using System.Globalization;

namespace Matchmaking.Compare;

internal static class Duration
{
    /// <summary>Three significant digits, in the unit that reads best.</summary>
    public static string Format(double seconds) =>
        seconds switch
        {
            >= 1 => Digits(seconds) + " s",
            >= 1e-3 => Digits(seconds * 1e3) + " ms",
            _ => Digits(seconds * 1e6) + " µs",
        };

    public static string Digits(double value) =>
        value switch
        {
            >= 100 => value.ToString("0", CultureInfo.InvariantCulture),
            >= 10 => value.ToString("0.#", CultureInfo.InvariantCulture),
            _ => value.ToString("0.##", CultureInfo.InvariantCulture),
        };
}
