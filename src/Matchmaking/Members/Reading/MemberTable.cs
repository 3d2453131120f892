using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Matchmaking.Members;

/// <summary>
/// Members as a table: a row a member, columns by their English or French names, lists within a field. A row becomes the member's JSON, so
/// that it is read and judged as a line of <c>members.jsonl</c> is. Columns that mean nothing here become attributes.
/// </summary>
internal sealed class MemberTable
{
    private static readonly Dictionary<string, string> s_meanings = Meanings();

    private readonly string _file;
    private readonly RowFaults _faults;
    private readonly bool _decimalCommas;
    private readonly string[] _header;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly List<(long Line, string[] Fields)> _read = [];

    private MemberTable(TableReader rows, string file, RowFaults faults)
    {
        (_file, _faults, _decimalCommas) = (file, faults, rows.HasDecimalCommas);
        _header = [.. rows.Header.Select(name => name.Trim())];
        for (int i = 0; i < _header.Length; i++)
        {
            string? meaning = s_meanings.GetValueOrDefault(Bare(_header[i]));
            if (meaning is not null && !_columns.TryAdd(meaning, i))
                throw Fault($"the columns '{_header[_columns[meaning]]}' and '{_header[i]}' both tell {meaning}");
            if (meaning is null && !faults.Tolerant)
                throw Fault($"unknown column '{_header[i]}'; known are {string.Join(", ", s_meanings.Values.Distinct())}");
        }

        if (!_columns.ContainsKey("id") && !_columns.ContainsKey("name") && !_columns.ContainsKey("email"))
            throw Fault("has no column for the id, such as 'id', 'email' or 'name'");
    }

    private CommunityFormatException Fault(string message) => new(_file, 1, FaultText.Printable(message));

    /// <summary>Hands out the JSON of each row, with its line.</summary>
    public static void Read(Stream stream, string file, RowFaults faults, Action<byte[], long> add)
    {
        using var rows = new TableReader(stream, file, TableColumns.Among(), faults);
        var table = new MemberTable(rows, file, faults);
        while (rows.Read())
            table._read.Add((rows.Line, [.. Enumerable.Range(0, table._header.Length).Select(i => rows.Field(i).Trim())]));
        table.Write(add);
    }

    private void Write(Action<byte[], long> add)
    {
        // A column of other roles than these is one of the host's own.
        if (
            _columns.TryGetValue("role", out int role)
            && !_read.TrueForAll(row => row.Fields[role].Length == 0 || Role(row.Fields[role]) is not null)
        )
            _columns.Remove("role");
        int[] others = [.. Enumerable.Range(0, _header.Length).Where(i => _header[i].Length > 0 && !_columns.ContainsValue(i))];
        bool[] numbers = Array.ConvertAll(others, i =>
            _read.TrueForAll(row => row.Fields[i].Length == 0 || Number(row.Fields[i]) is not null)
        );
        if (others.Length > 0)
            _faults.Note(
                _file,
                1,
                $"kept as attributes, as columns of no other meaning: {string.Join(", ", others.Select(i => $"'{_header[i]}'"))}"
            );
        foreach ((long line, string[] fields) in _read)
        {
            using var json = new MemoryStream();
            using (var writer = new Utf8JsonWriter(json))
                Write(writer, fields, others, numbers);
            add(json.ToArray(), line);
        }
    }

    private void Write(Utf8JsonWriter writer, string[] fields, int[] others, bool[] numbers)
    {
        writer.WriteStartObject();
        string name = string.Join(
            ' ',
            new[] { Field("givenName"), Field("name"), Field("surname") }.Where(part => part.Length > 0).Distinct()
        );
        if (Field("name").Contains(' ', StringComparison.Ordinal))
            name = Field("name");
        string id =
            Field("id") is { Length: > 0 } told ? told
            : _columns.ContainsKey("id") ? ""
            : Field("email") is { Length: > 0 } mail ? mail
            : name;
        if (id.Length > 0)
            writer.WriteString("id", id);
        Text("name", name);
        Text("givenName", Field("givenName"));
        Text("bio", Field("bio"));
        Text("timeZone", Field("timeZone"));
        Text("joined", Day(Field("joined")));
        List("languages", Field("languages"), Language);
        List("interests", Field("interests"));
        List("needs", Field("needs"));
        List("blocks", Field("blocks"));
        List("hidden", Field("hidden"));
        WriteOffers(writer, Items(Field("offers")), Field("level"));
        if (Number(Field("latitude")) is { } latitude && Number(Field("longitude")) is { } longitude)
        {
            writer.WriteStartObject("location");
            writer.WriteNumber("latitude", latitude);
            writer.WriteNumber("longitude", longitude);
            Text("place", Field("place"));
            writer.WriteEndObject();
        }

        if (Role(Field("role")) is { } role)
        {
            writer.WriteStartObject("mentoring");
            writer.WriteString("role", role);
            if (int.TryParse(Field("capacity"), NumberStyles.None, CultureInfo.InvariantCulture, out int capacity))
                writer.WriteNumber("capacity", capacity);
            writer.WriteEndObject();
        }

        writer.WriteStartObject("attributes");
        for (int i = 0; i < others.Length; i++)
        {
            string value = fields[others[i]];
            if (value.Length == 0)
                continue;
            if (numbers[i])
                writer.WriteNumber(_header[others[i]], Number(value)!.Value);
            else
                writer.WriteString(_header[others[i]], value.ReplaceLineEndings(" "));
        }

        writer.WriteEndObject();
        writer.WriteEndObject();

        string Field(string meaning) => _columns.TryGetValue(meaning, out int column) ? fields[column] : "";

        void Text(string property, string value)
        {
            if (value.Length > 0)
                writer.WriteString(property, value);
        }

        void List(string property, string value, Func<string, string>? convert = null)
        {
            string[] items = Items(value);
            if (items.Length == 0)
                return;
            writer.WriteStartArray(property);
            foreach (string item in items)
                writer.WriteStringValue(convert is null ? item : convert(item));
            writer.WriteEndArray();
        }
    }

    private static void WriteOffers(Utf8JsonWriter writer, string[] offers, string level)
    {
        if (offers.Length == 0)
            return;
        writer.WriteStartArray("offers");
        foreach (string offer in offers)
        {
            writer.WriteStartObject();
            writer.WriteString("topic", offer);
            if (int.TryParse(level, NumberStyles.None, CultureInfo.InvariantCulture, out int told))
                writer.WriteNumber("level", told);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>The items of a list within a field: between semicolons, or else bars, lines or commas; not those in brackets.</summary>
    private static string[] Items(string field)
    {
        char separator =
            field.Contains(';', StringComparison.Ordinal) ? ';'
            : field.Contains('|', StringComparison.Ordinal) ? '|'
            : field.Contains('\n', StringComparison.Ordinal) ? '\n'
            : ',';
        List<string> items = [];
        var item = new StringBuilder();
        int depth = 0;
        foreach (char c in field.Append(separator))
        {
            depth +=
                c is '(' ? 1
                : c is ')' ? -1
                : 0;
            if (c == separator && (depth <= 0 || separator != ','))
            {
                if (item.ToString().Trim() is { Length: > 0 } text)
                    items.Add(text);
                item.Clear();
            }
            else
            {
                item.Append(c is '\r' or '\n' ? ' ' : c);
            }
        }

        if (item.ToString().Trim(' ', separator) is { Length: > 0 } last)
            items.Add(last);
        return [.. items.Distinct(StringComparer.Ordinal)];
    }

    private double? Number(string text)
    {
        string point = _decimalCommas ? text.Replace(',', '.') : text;
        return
            double.TryParse(
                point,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out double number
            )
            // A number that begins with 0 is a code.
            && !(point.Length > 1 && point[0] == '0' && char.IsAsciiDigit(point[1]))
            ? number
            : null;
    }

    /// <summary>A day as people write it (19/02/2024, 19.02.2024), day first, as ISO 8601; all else as it stands.</summary>
    private static string Day(string text) =>
        DateOnly.TryParseExact(
            text,
            ["d/M/yyyy", "d.M.yyyy", "d-M-yyyy"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out DateOnly day
        )
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : text;

    private static string? Role(string text) =>
        Bare(text) switch
        {
            "mentor" or "mentors" or "mentore" or "mentrice" when !text.EndsWith('é') => "mentor",
            "mentee" or "mentees" or "mentore" or "mentoree" or "mentores" or "menteree" => "mentee",
            "both" or "lesdeux" or "mentorandmentee" or "mentormentee" or "mentoretmentore" => "both",
            _ => null,
        };

    private static string Language(string text) => s_languages.GetValueOrDefault(Bare(text)) ?? text.ToLowerInvariant();

    /// <summary>A name without case, accents and all that is no letter.</summary>
    private static string Bare(string text) => string.Concat(text.ToLowerInvariant().Select(Plain).Where(char.IsAsciiLetterOrDigit));

    private static char Plain(char c) =>
        "àâäáéèêëîïíôöóùûüúçñ".IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? "aaaaeeeeiiiooouuuucn"[at] : c;

    private static Dictionary<string, string> Meanings()
    {
        Dictionary<string, string> meanings = new(StringComparer.Ordinal);
        Add("id", "id memberid userid employeeid personid identifier identifiant matricule numero");
        Add("email", "email mail emailaddress courriel adressemail adresseemail");
        Add("name", "name fullname displayname membername nom nomcomplet nometprenom prenometnom prenomnom nomprenom");
        Add("givenName", "givenname firstname prenom");
        Add("surname", "surname lastname familyname nomdefamille");
        Add("bio", "bio about aboutme description presentation profile profil apropos biographie");
        Add(
            "interests",
            "interests interest hobbies hobby topics likes "
                + "interets interet centresdinteret centresdinterets loisirs passions sujets themes"
        );
        Add("offers", "offers offer skills skill expertise canhelpwith competences competence offres offre savoirfaire jepropose");
        Add("needs", "needs need goals goal lookingfor wants wantstolearn " + "besoins besoin objectifs objectif jecherche attentes");
        Add("languages", "languages language spokenlanguages langues langue languesparlees");
        Add("timeZone", "timezone tz fuseau fuseauhoraire");
        Add(
            "joined",
            "joined joindate startdate membersince datejoined dateofjoining "
                + "inscription dateinscription datedinscription datearrivee datedarrivee membredepuis"
        );
        Add("role", "role mentoring mentorat mentoringrole");
        Add("capacity", "capacity maxmentees capacite places nombredementores");
        Add("level", "level niveau");
        Add("latitude", "latitude lat");
        Add("longitude", "longitude lon lng long");
        Add("place", "place location lieu");
        Add("blocks", "blocks blocked bloques");
        Add("hidden", "hidden masques");
        return meanings;

        void Add(string meaning, string names)
        {
            foreach (string name in names.Split(' '))
                meanings.Add(name, meaning);
        }
    }

    private static readonly Dictionary<string, string> s_languages = (
        "french fr francais fr english en anglais en german de allemand de deutsch de spanish es espagnol es espanol es italian it "
        + "italien it portuguese pt portugais pt dutch nl neerlandais nl arabic ar arabe ar chinese zh chinois zh japanese ja japonais ja "
        + "korean ko coreen ko russian ru russe ru polish pl polonais pl ukrainian uk ukrainien uk romanian ro roumain ro turkish tr "
        + "turc tr swedish sv suedois sv danish da danois da norwegian no norvegien no finnish fi finnois fi greek el grec el "
        + "hebrew he hebreu he hindi hi"
    )
        .Split(' ')
        .Chunk(2)
        .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
