using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Matchmaking.Members;

/// <summary>
/// What is sound in a member that is not sound as a whole. On lenient reading a value at fault is left out; on tolerant reading a property
/// that nobody knows becomes an attribute. What is left is found by trying: with or without a value the member can be read, or not.
/// </summary>
internal sealed class MemberRepair(string file, RowFaults faults)
{
    private static readonly string[] s_known = [.. CommunityJson.Default.MemberRow.Properties.Select(property => property.Name)];

    // By name: how many members have it, and whether it became an attribute of any.
    private readonly SortedDictionary<string, (int Members, bool Kept)> _unknown = new(StringComparer.Ordinal);

    private string _id = "";
    private long _line;

    /// <summary>The member without what is at fault; false where it cannot be read even so, or nothing may be left out.</summary>
    public bool TryRepair(ReadOnlySpan<byte> json, long line, [NotNullWhen(true)] out Member? member)
    {
        member = null;
        if ((!faults.Lenient && !faults.Tolerant) || JsonFault.FindId(json) is not { } id)
            return false;
        (_id, _line) = (JsonSerializer.Serialize(id, CommunityJson.Default.String), line);
        try
        {
            using JsonDocument whole = JsonDocument.Parse(json.ToArray());
            return whole.RootElement.ValueKind == JsonValueKind.Object
                && (TryRead(whole.RootElement, trusting: true, out member) || TryRead(whole.RootElement, trusting: false, out member));
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Names the properties that were not known, once each.</summary>
    public void TellUnknown()
    {
        foreach ((string name, (int members, bool kept)) in _unknown)
            faults.Note(
                file,
                0,
                FormattableString.Invariant(
                    $"unknown property '{name}' of {members} member(s): {(kept ? "kept as an attribute" : "passed over")}"
                )
            );
        _unknown.Clear();
    }

    /// <param name="whole">The member.</param>
    /// <param name="trusting">Whether all that is known is taken for sound, as it is where something unknown is all that is wrong.</param>
    /// <param name="member">What was read.</param>
    private bool TryRead(JsonElement whole, bool trusting, [NotNullWhen(true)] out Member? member)
    {
        Dictionary<string, bool> unknown = new(StringComparer.Ordinal);
        if (!MemberParser.TryParse(Encoding.UTF8.GetBytes(Sound(whole, trusting, unknown)), out member, out _))
            return false;
        foreach ((string name, bool kept) in unknown)
        {
            (int members, bool any) = _unknown.GetValueOrDefault(name);
            _unknown[name] = (members + 1, any || kept);
        }

        return true;
    }

    private string Sound(JsonElement member, bool trusting, Dictionary<string, bool> names)
    {
        Dictionary<string, string> parts = new(StringComparer.Ordinal) { ["id"] = _id };
        List<(string Name, JsonElement Value)> unknown = [];
        // Who has two ids is nobody known.
        if (member.EnumerateObject().Count(property => property.Name == "id") > 1)
            return "";
        foreach (JsonProperty property in member.EnumerateObject())
        {
            if (property.Name == "id")
                continue;
            if (Array.IndexOf(s_known, property.Name) < 0 && faults.Tolerant)
                unknown.Add((property.Name, property.Value));
            else if (parts.ContainsKey(property.Name) && trusting)
                return "";
            else if (parts.ContainsKey(property.Name))
                LeaveOut($"the property '{property.Name}' stands twice");
            else if (trusting)
                parts.Add(property.Name, property.Value.GetRawText());
            else if (Sound(property.Value, value => Fault(property.Name, value)) is { } sound)
                parts.Add(property.Name, sound);
        }

        AddAttributes(parts, unknown, names);
        return Joined(parts);
    }

    /// <summary>What is left of a value that can be read; null where nothing is.</summary>
    private string? Sound(JsonElement value, Func<string, string?> fault)
    {
        string raw = value.GetRawText();
        if (fault(raw) is not { } wrong)
            return raw;
        if (value.ValueKind == JsonValueKind.Array)
        {
            string?[] elements = [.. value.EnumerateArray().Select((element, i) => Sound(element, text => At(fault($"[{text}]"), i)))];
            return $"[{string.Join(',', elements.OfType<string>())}]";
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            (string Name, string Text)[] properties = [.. value.EnumerateObject().Select(p => (p.Name, p.Value.GetRawText()))];
            // All but one, or those that are sound alone.
            IEnumerable<(string, string)[]> tries = properties
                .Select(without => properties.Where(property => property != without).ToArray())
                .Append([.. properties.Where(property => fault(Joined([property])) is null)]);
            foreach ((string, string)[] left in tries)
            {
                string text = Joined(left);
                if (left.Length == 0 || fault(text) is not null)
                    continue;
                LeaveOut(wrong);
                return text;
            }
        }

        LeaveOut(wrong);
        return null;
    }

    // The element was tried alone, as the first.
    private static string? At(string? fault, int index) =>
        fault is not null && fault.IndexOf("[0]", StringComparison.Ordinal) is >= 0 and var first
            ? string.Create(CultureInfo.InvariantCulture, $"{fault[..first]}[{index}]{fault[(first + 3)..]}")
            : fault;

    /// <summary>Tells what is left out.</summary>
    /// <exception cref="CommunityFormatException">It may not be left out.</exception>
    private void LeaveOut(string wrong)
    {
        // What nobody knows is at fault for the strict alone.
        if (!faults.Lenient && wrong.Contains("unknown property", StringComparison.Ordinal))
            faults.Note(file, _line, wrong);
        else
            faults.Add(file, _line, wrong);
    }

    private string? Fault(string name, string value) =>
        MemberParser.TryParse(Encoding.UTF8.GetBytes(Joined([("id", _id), (name, value)])), out _, out RowFault? fault)
            ? null
            : fault.Message;

    private void AddAttributes(
        Dictionary<string, string> parts,
        List<(string Name, JsonElement Value)> unknown,
        Dictionary<string, bool> names
    )
    {
        if (unknown.Count == 0)
            return;
        Dictionary<string, string> attributes = new(StringComparer.Ordinal);
        if (parts.TryGetValue("attributes", out string? own) && own != "null")
        {
            using JsonDocument known = JsonDocument.Parse(own);
            foreach (JsonProperty attribute in known.RootElement.EnumerateObject())
                attributes[attribute.Name] = attribute.Value.GetRawText();
        }

        foreach ((string name, JsonElement value) in unknown)
        {
            string text = value.ValueKind switch
            {
                JsonValueKind.True => "\"true\"",
                JsonValueKind.False => "\"false\"",
                _ => value.GetRawText(),
            };
            bool kept =
                value.ValueKind != JsonValueKind.Null
                && Fault("attributes", Joined([(name, text)])) is null
                && attributes.TryAdd(name, text);
            names[name] = kept;
        }

        if (attributes.Count > 0)
            parts["attributes"] = Joined(attributes);
    }

    private static string Joined(IEnumerable<KeyValuePair<string, string>> properties) =>
        Joined(properties.Select(property => (property.Key, property.Value)));

    private static string Joined(IEnumerable<(string Name, string Value)> properties) =>
        $"{{{string.Join(',', properties.Select(p => $"{JsonSerializer.Serialize(p.Name, CommunityJson.Default.String)}:{p.Value}"))}}}";
}
