using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Matchmaking.TextAnalysis;

/// <summary>
/// Unicode's compatibility forms (UAX 15) of Latin, Greek, Cyrillic and Armenian letters and of signs, by a table of the library's own: the
/// platform leaves texts as they are where it has no culture data (InvariantGlobalization), and says nothing. Texts with other letters are
/// left to the platform.
/// </summary>
internal static class UnicodeForms
{
    private static readonly Lazy<Table> s_table = new(Read);

    /// <summary>Whether the platform can do what it is asked to.</summary>
    private static readonly bool s_platform = "\u00E9".Normalize(NormalizationForm.FormD).Length == 2;

    /// <summary>Letters and their marks apart (NFKD).</summary>
    public static string Apart(string text) =>
        Ascii.IsValid(text) ? text
        : IsOwn(text) || !s_platform ? s_table.Value.Apart(text)
        : text.Normalize(NormalizationForm.FormKD);

    /// <summary>Letters and their marks together (NFKC).</summary>
    public static string Together(string text) =>
        Ascii.IsValid(text) ? text
        : IsOwn(text) || !s_platform ? s_table.Value.Together(text)
        : text.Normalize(NormalizationForm.FormKC);

    private static bool IsOwn(string text)
    {
        foreach (char c in text)
        {
            if (
                c
                is not (
                    < '\u0590'
                    or (>= '\u1AB0' and <= '\u1AFF')
                    or (>= '\u1D00' and <= '\u2BFF')
                    or (>= '\uFB00' and <= '\uFB17')
                    or (>= '\uFF01' and <= '\uFF5E')
                )
            )
                return false;
        }

        return true;
    }

    /// <summary>
    /// A line a character: "E9=65 301" is made of two, and made again of them; "~" by compatibility; "-" never again; "^" its class.
    /// </summary>
    private static Table Read()
    {
        using Stream stream = typeof(UnicodeForms).Assembly.GetManifestResourceStream("Matchmaking.LetterForms.txt")!;
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var table = new Table();
        while (reader.ReadLine() is { } line)
        {
            int sign = line.AsSpan().IndexOfAny("=~-^");
            char character = (char)Hex(line.AsSpan(..sign));
            string rest = line[(sign + 1)..];
            if (line[sign] == '^')
                table.Classes[character] = (byte)Hex(rest);
            else
                table.Add(character, [.. rest.Split(' ').Select(part => (char)Hex(part))], isMade: line[sign] == '=');
        }

        return table;

        static int Hex(ReadOnlySpan<char> number) => int.Parse(number, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }

    private sealed class Table
    {
        private readonly Dictionary<char, char[]> _parts = [];
        private readonly Dictionary<(char First, char Second), char> _made = [];

        public Dictionary<char, byte> Classes { get; } = [];

        public void Add(char character, char[] parts, bool isMade)
        {
            _parts.Add(character, parts);
            if (isMade)
                _made.Add((parts[0], parts[1]), character);
        }

        public string Apart(string text) => new(CollectionsMarshal.AsSpan(Parts(text)));

        public string Together(string text)
        {
            List<char> parts = Parts(text);
            List<char> made = new(parts.Count);
            int starter = -1;
            byte last = 0;
            foreach (char c in parts)
            {
                byte own = Classes.GetValueOrDefault(c);
                // A mark behind one of its own class or a higher one is blocked from its letter.
                if (starter >= 0 && (last < own || made.Count == starter + 1) && _made.TryGetValue((made[starter], c), out char together))
                {
                    made[starter] = together;
                    continue;
                }

                if (own == 0)
                    starter = made.Count;
                last = own;
                made.Add(c);
            }

            return new(CollectionsMarshal.AsSpan(made));
        }

        private List<char> Parts(string text)
        {
            List<char> parts = new(text.Length * 2);
            foreach (char c in text)
                Take(c, parts);
            // Marks in the order of their classes, those of one class as they stand.
            for (int start = 0; start < parts.Count; start++)
            {
                for (int at = start; at > 0 && IsBefore(parts[at], parts[at - 1]); at--)
                    (parts[at], parts[at - 1]) = (parts[at - 1], parts[at]);
            }

            return parts;
        }

        private bool IsBefore(char mark, char other) =>
            Classes.TryGetValue(mark, out byte own) && Classes.TryGetValue(other, out byte before) && own < before;

        private void Take(char c, List<char> parts)
        {
            if (c < '\u00A0' || !_parts.TryGetValue(c, out char[]? made))
            {
                parts.Add(c);
                return;
            }

            foreach (char part in made)
                Take(part, parts);
        }
    }
}
