using System.Text.RegularExpressions;

namespace Matchmaking.Learning;

/// <summary>
/// Under which names a community tells the same thing. Two names are one attribute where they differ in a single word ("mentee_age",
/// "mentor_age"; "ageOfMentee", "ageOfMentor"), hardly anybody tells both, values are of one kind, and both vary: who checks one box of two
/// tells both under names of their own, too, but always the same.
/// </summary>
internal sealed partial class AttributeNames
{
    /// <summary>Of whom a name is told by fewer than this share, nothing is said.</summary>
    private const double LeastTold = .05;

    /// <summary>A few who tell both by mistake keep nothing apart.</summary>
    private const double MostTellBoth = .01;

    private readonly Dictionary<string, AttributeName> _byName = new(StringComparer.Ordinal);

    private AttributeNames(IEnumerable<AttributeName> names)
    {
        foreach (AttributeName name in names)
        {
            _byName[name.Name] = name;
            if (name.Counterpart is not null)
                _byName[name.Counterpart] = name;
        }
    }

    public AttributeName this[string name] => _byName[name];

    public static AttributeNames Of(IReadOnlyList<Member> members)
    {
        var told = new Dictionary<string, Told>(StringComparer.Ordinal);
        foreach (Member member in members)
        {
            foreach ((string name, AttributeValue value) in member.Attributes)
            {
                if (!told.TryGetValue(name, out Told? own))
                    told.Add(name, own = new Told(value));
                own.Add(value);
            }
        }

        List<AttributeName> names = [];
        HashSet<string> joined = new(StringComparer.Ordinal);
        foreach (
            (string first, string second) in Alike([
                .. told.Where(name => name.Value.Varies && name.Value.Count >= LeastTold * members.Count).Select(name => name.Key),
            ])
        )
        {
            if (joined.Contains(first) || joined.Contains(second) || told[first].Kind != told[second].Kind)
                continue;
            int both = members.Count(member => member.Attributes.ContainsKey(first) && member.Attributes.ContainsKey(second));
            if (both > MostTellBoth * Math.Min(told[first].Count, told[second].Count))
                continue;
            joined.UnionWith([first, second]);
            names.Add(new AttributeName(first, second));
        }

        return new AttributeNames([.. told.Keys.Where(name => !joined.Contains(name)).Select(name => new AttributeName(name)), .. names]);
    }

    /// <summary>
    /// Names that differ in one word, those first whose words keep many apart: "mentee" and "mentor" rather than two words of a single
    /// question.
    /// </summary>
    private static IEnumerable<(string First, string Second)> Alike(string[] names)
    {
        var differing = names
            .Order(StringComparer.Ordinal)
            .SelectMany(name => Frames(name).Select(frame => (Name: name, frame.Word, frame.Frame)))
            .GroupBy(word => word.Frame, StringComparer.Ordinal)
            .Where(frame => frame.Count() == 2)
            .Select(frame => frame.ToArray())
            .Select(pair => (First: pair[0].Name, Second: pair[1].Name, Words: (pair[0].Word, pair[1].Word)))
            .ToArray();
        var often = differing.CountBy(pair => pair.Words).ToDictionary();
        return differing
            .OrderByDescending(pair => often[pair.Words])
            .ThenBy(pair => pair.First, StringComparer.Ordinal)
            .Select(pair => (pair.First, pair.Second));
    }

    /// <summary>
    /// Each word of a name that may stand for a side, and what is left of the name without it; words end at separators, capitals and
    /// digits.
    /// </summary>
    private static IEnumerable<(string Word, string Frame)> Frames(string name)
    {
        string[] words = [.. Words().Matches(name).Select(match => match.Value.ToUpperInvariant())];
        return Enumerable
            .Range(0, words.Length > 1 ? words.Length : 0)
            .Where(at => !char.IsDigit(words[at][0]))
            .Select(at => (words[at], string.Join(' ', words[..at].Append("…").Concat(words[(at + 1)..]))));
    }

    [GeneratedRegex(@"\p{Lu}?[\p{Ll}\p{Lo}\p{M}]+|\p{Lu}+(?!\p{Ll})|\p{Nd}+")]
    private static partial Regex Words();

    private sealed class Told(AttributeValue first)
    {
        public AttributeKind Kind => first.Kind;

        public int Count { get; private set; }

        public bool Varies { get; private set; }

        public void Add(AttributeValue value)
        {
            Count++;
            Varies |= !value.Equals(first);
        }
    }
}
