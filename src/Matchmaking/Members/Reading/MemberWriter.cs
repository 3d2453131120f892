using System.Text.Encodings.Web;
using System.Text.Json;

namespace Matchmaking;

/// <summary>A member as a line of <c>members.jsonl</c>.</summary>
internal static class MemberWriter
{
    // Accents stay as they are: the files are UTF-8 and never part of a web page.
    private static readonly MemberJson s_json = new(
        new JsonSerializerOptions(MemberJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
    );

    public static string Write(Member member) => JsonSerializer.Serialize(member, s_json.Member);
}
