using System.Text;
using System.Text.Json;

namespace Matchmaking.Options;

/// <summary>Reads a file of rules, token by token, so that a fault names its line.</summary>
internal ref struct RuleReader
{
    private const int MostTier = 16;

    private static readonly (string Name, AttributeRelation Relation)[] s_relations =
    [
        ("equal", AttributeRelation.Equal),
        ("different", AttributeRelation.Different),
        ("within", AttributeRelation.Within),
        ("notNamed", AttributeRelation.NotNamed),
        ("named", AttributeRelation.Named),
    ];

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly string _file;
    private Utf8JsonReader _json;

    private RuleReader(ReadOnlySpan<byte> bytes, string file)
    {
        _bytes = bytes;
        _file = file;
        _json = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
    }

    public static IReadOnlyList<IIntroductionRule> Read(ReadOnlySpan<byte> bytes, string file)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        try
        {
            return new RuleReader(bytes, file).ReadAll();
        }
        catch (JsonException exception)
        {
            throw new CommunityFormatException(file, (exception.LineNumber ?? 0) + 1, "is no JSON, or is cut short", exception);
        }
        catch (InvalidOperationException exception)
        {
            throw new CommunityFormatException(file, 1, "is not UTF-8", exception);
        }
    }

    private List<IIntroductionRule> ReadAll()
    {
        Next();
        Expect(JsonTokenType.StartObject, "an object with the property rules");
        List<IIntroductionRule>? rules = null;
        while (NextProperty() is { } property)
        {
            Next();
            if (property == "$schema")
            {
                Expect(JsonTokenType.String, "$schema: a string");
                continue;
            }

            if (property != "rules" || rules is not null)
                throw Fault($"there is no property '{property}' here, or it is there twice; rules is the only one");
            Expect(JsonTokenType.StartArray, "rules: an array");
            rules = [];
            for (Next(); _json.TokenType != JsonTokenType.EndArray; Next())
                rules.Add(ReadRule());
        }

        if (rules is null)
            throw Fault("the property rules is missing");
        if (_json.Read())
            throw Fault("something follows the rules");
        return rules;
    }

    private AttributeRule ReadRule()
    {
        Expect(JsonTokenType.StartObject, "a rule: an object");
        int line = Line();
        string? attribute = null,
            code = null;
        AttributeRelation? relation = null;
        double? distance = null;
        int? tier = null;
        bool mustTell = false,
            toldMustTell = false;
        Dictionary<string, string>? texts = null;
        List<IntroductionKind>? kinds = null;
        HashSet<string> seen = [];
        while (NextProperty() is { } property)
        {
            if (!seen.Add(property))
                throw Fault($"the property '{property}' is there twice");
            Next();
            switch (property)
            {
                case "attribute":
                    attribute = Word("attribute");
                    break;
                case "must":
                    relation = Relation();
                    break;
                case "distance":
                    distance = Number("distance", 0, double.MaxValue);
                    break;
                case "tier":
                    double number = Number("tier", 1, MostTier);
                    tier = number == Math.Floor(number) ? (int)number : throw Fault("tier: must be a whole number");
                    break;
                case "mustTell":
                    if (_json.TokenType is not (JsonTokenType.True or JsonTokenType.False))
                        throw Fault("mustTell: must be true or false");
                    (mustTell, toldMustTell) = (_json.GetBoolean(), true);
                    break;
                case "code":
                    code = Word("code");
                    break;
                case "text":
                    texts = Texts();
                    break;
                case "kinds":
                    kinds = Kinds();
                    break;
                default:
                    throw Fault($"a rule has no property '{property}'");
            }
        }

        string? missing =
            attribute is null ? "attribute"
            : relation is null ? "must"
            : relation == AttributeRelation.Within && distance is null ? "distance"
            : tier is null && code is null ? "code (or tier)"
            : tier is null && texts is null ? "text"
            : null;
        if (missing is not null)
            throw Fault($"the property {missing} is missing", line);
        if (distance is not null && relation != AttributeRelation.Within)
            throw Fault("distance belongs to \"must\": \"within\"", line);
        if (tier is not null && (code is not null || texts is not null))
            throw Fault("a rule with a tier refuses nobody: it has no code and no text", line);

        // Who does not tell a site comes with those of other sites; who tells no department is refused to nobody.
        var rule = new AttributeRule(attribute!, relation!.Value)
        {
            Distance = distance ?? 0,
            Kinds = kinds,
            MustTell = toldMustTell ? mustTell : tier is not null,
            Tier = tier ?? 0,
        };
        if (tier is not null)
            return rule;
        try
        {
            return rule.Refusing(new ObstacleKind(code!), texts!);
        }
        catch (ArgumentException exception)
        {
            throw Fault($"code: {exception.Message}", line);
        }
    }

    private AttributeRelation Relation()
    {
        string word = Word("must");
        foreach ((string name, AttributeRelation relation) in s_relations)
        {
            if (name == word)
                return relation;
        }

        throw Fault($"must: '{word}' is none of {string.Join('|', s_relations.Select(known => known.Name))}");
    }

    private Dictionary<string, string> Texts()
    {
        if (_json.TokenType == JsonTokenType.String)
            return new(StringComparer.Ordinal) { [""] = Word("text") };
        Expect(JsonTokenType.StartObject, "text: a string, or an object of texts by language");
        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        while (NextProperty() is { } language)
        {
            if (language.Length != 2 || !language.All(char.IsAsciiLetterLower))
                throw Fault($"text: '{language}' is no language of two letters, such as en");
            Next();
            if (!texts.TryAdd(language, Word("text")))
                throw Fault($"text: {language} is there twice");
        }

        return texts.Count > 0 ? texts : throw Fault("text: there is none");
    }

    private List<IntroductionKind> Kinds()
    {
        Expect(JsonTokenType.StartArray, "kinds: an array");
        List<IntroductionKind> kinds = [];
        for (Next(); _json.TokenType != JsonTokenType.EndArray; Next())
        {
            string word = Word("kinds");
            IntroductionKind[] found = [.. Enum.GetValues<IntroductionKind>().Where(kind => Name(kind) == word)];
            kinds.Add(
                found.Length == 1
                    ? found[0]
                    : throw Fault($"kinds: '{word}' is none of {string.Join('|', Enum.GetValues<IntroductionKind>().Select(Name))}")
            );
        }

        return kinds.Count > 0 ? kinds : throw Fault("kinds: there is none; leave it out for all");

        static string Name(IntroductionKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
    }

    private string Word(string property)
    {
        if (_json.TokenType != JsonTokenType.String)
            throw Fault($"{property}: must be a string");
        string word = _json.GetString()!;
        return string.IsNullOrWhiteSpace(word) || word.Any(char.IsControl)
            ? throw Fault($"{property}: must not be empty, nor hold control characters")
            : word;
    }

    private double Number(string property, double least, double most)
    {
        if (_json.TokenType != JsonTokenType.Number || !_json.TryGetDouble(out double number) || !double.IsFinite(number))
            throw Fault($"{property}: must be a number");
        return number >= least && number <= most
            ? number
            : throw Fault(FormattableString.Invariant($"{property}: {number} is outside {least}..{most}"));
    }

    private string? NextProperty()
    {
        Next();
        return _json.TokenType == JsonTokenType.EndObject ? null : _json.GetString();
    }

    private void Next()
    {
        if (!_json.Read())
            throw Fault("is cut short");
    }

    private readonly void Expect(JsonTokenType type, string what)
    {
        if (_json.TokenType != type)
            throw Fault($"expected {what}");
    }

    private readonly int Line() => 1 + _bytes[..(int)_json.TokenStartIndex].Count((byte)'\n');

    private readonly CommunityFormatException Fault(string message, int line = 0) => new(_file, line > 0 ? line : Line(), message);
}
