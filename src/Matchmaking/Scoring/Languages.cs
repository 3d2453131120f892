namespace Matchmaking;

/// <summary>Languages that two members have in common, by primary language: a Canadian and a French reader of French understand each other.</summary>
internal static class Languages
{
    /// <summary>Null where one of the two tells no language.</summary>
    public static bool? InCommon(Member a, Member b)
    {
        if (a.Languages.Count == 0 || b.Languages.Count == 0)
            return null;
        foreach (string language in a.Languages)
        {
            if (Speaks(b, language))
                return true;
        }

        return false;
    }

    /// <summary>The primary languages that both speak, in the order of the first's preference.</summary>
    public static IReadOnlyList<string> Common(Member a, Member b) =>
        [.. a.Languages.Where(language => Speaks(b, language)).Select(LanguageTag.Primary).Distinct()];

    private static bool Speaks(Member member, string language)
    {
        string primary = LanguageTag.Primary(language);
        foreach (string spoken in member.Languages)
        {
            if (LanguageTag.Primary(spoken) == primary)
                return true;
        }

        return false;
    }
}
