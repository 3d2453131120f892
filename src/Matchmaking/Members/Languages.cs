using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>
/// Languages that two members have in common, by primary language: a Canadian and a French reader of French understand each other.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Languages
{
    /// <summary>Null where one of the two tells no language.</summary>
    public static bool? InCommon(Member a, Member b) => InCommon(a.Languages, b.Languages);

    /// <summary>Null where one of the two is empty.</summary>
    public static bool? InCommon(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        if (a.Count == 0 || b.Count == 0)
            return null;
        for (int i = 0; i < a.Count; i++)
        {
            if (Speaks(b, a[i]))
                return true;
        }

        return false;
    }

    /// <summary>The primary languages that both speak, in the order of the first's preference.</summary>
    internal static string[] Common(Member a, Member b)
    {
        string[] common = new string[a.Languages.Count];
        int count = 0;
        for (int i = 0; i < common.Length; i++)
        {
            string language = LanguageTag.Primary(a.Languages[i]);
            if (!common.AsSpan(0, count).Contains(language) && Speaks(b.Languages, language))
                common[count++] = language;
        }

        return count == common.Length ? common : common[..count];
    }

    /// <summary>Whether a language, or another form of it, is among some.</summary>
    internal static bool Speaks(IReadOnlyList<string> languages, string language)
    {
        string primary = LanguageTag.Primary(language);
        for (int i = 0; i < languages.Count; i++)
        {
            if (LanguageTag.Primary(languages[i]) == primary)
                return true;
        }

        return false;
    }
}
