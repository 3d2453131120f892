using System.Collections.Frozen;

namespace Matchmaking.Learning;

/// <summary>What a model rests on, in words: columns are named for those who work on the models.</summary>
internal static class FeatureWords
{
    private const string Asker = "of who asks",
        Suggested = "of who is suggested";

    private static readonly FrozenDictionary<string, string> s_words = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        // Of a member or an activity (MemberTrails, PlaceFacts).
        ["visits-short"] = "visits in the last weeks",
        ["visits"] = "visits in the last months",
        ["visits-long"] = "visits in the last half year",
        ["days-since-last"] = "days since the last doing",
        ["days-since-first"] = "days since the first doing",
        ["places"] = "different activities",
        ["places-joined-lately"] = "activities joined lately",
        ["people-met"] = "people met",
        ["ties-lately"] = "people met lately",
        ["share-small"] = "share of small company",
        ["small-share"] = "share of small company",
        ["interactions"] = "interactions",
        ["joiners-lately"] = "people who joined lately",
        ["visitors"] = "different people who come",
        ["occasions-short"] = "occasions in the last weeks",
        ["occasions"] = "occasions in the last months",
        ["occasions-long"] = "occasions in the last half year",
        ["trend"] = "whether more come, or fewer",
        ["new-share"] = "share of people who are new",

        // Of two members (NetworkFeatures, ForecastFeatures).
        ["expected-together-short"] = "expected at the same occasions, by the last weeks",
        ["expected-together"] = "expected at the same occasions, by the last months",
        ["expected-together-long"] = "expected at the same occasions, by the last half year",
        ["expected-in-series"] = "expected at the same weekday and hour",
        ["expected-under-title"] = "expected at occasions of the same title",
        ["attended-by-new"] = "the one comes where the other is new",
        ["new-by-new"] = "both are new at the same activities",
        ["shared-places"] = "activities in common",
        ["places-jaccard"] = "share of activities in common",
        ["places-cosine"] = "likeness of activities",
        ["places-idf-cosine"] = "likeness of activities, rare ones more",
        ["rarest-shared-place"] = "the rarest activity in common",
        ["walk-through-places"] = "a random walk through activities",
        ["shared-occasions"] = "occasions in common",
        ["acquaintances"] = "acquaintances in common",
        ["acquaintances-root"] = "acquaintances in common, few more",
        ["acquaintances-linear"] = "acquaintances in common, many more",
        ["adamic-adar"] = "acquaintances in common, rare ones more",
        ["walk"] = "a random walk through acquaintances",
        ["tie"] = "what there is between the two already",
        ["closeness"] = "closeness in the network",
        ["factor-cosine"] = "likeness in the patterns of who comes where",
        ["text-cosine"] = "likeness of the texts of their activities",
        ["forecast-together"] = "forecast at the same occasions",
        ["forecast-attended-by-new"] = "the one is forecast where the other is new",
        ["forecast-best-place"] = "the activity where both are most expected",

        // Of a member and an activity (ActivityFeatures).
        ["similar-short"] = "visits of those who are alike, in the last weeks",
        ["similar"] = "visits of those who are alike, in the last months",
        ["similar-long"] = "visits of those who are alike, in the last half year",
        ["most-similar"] = "likeness to the activity most alike",
        ["also-there"] = "people met elsewhere who come",
        ["acquaintances-who-come"] = "share of acquaintances who come",
        ["closest-acquaintance"] = "the closest acquaintance who comes",
        ["interests-named"] = "interests that it names",
        ["profile-text"] = "likeness to what the member writes",
        ["rules"] = "the rules' score",

        // Of a group and a member (GroupFeatureQuery).
        ["series"] = "who comes to the same series",
        ["places-long"] = "who comes to the same activities, by the last half year",
        ["titles"] = "who comes to occasions of the same title",
        ["hours"] = "who comes at the same weekday and hour",
        ["places-wide"] = "who comes to the same activities, loosely",
        ["close-mean"] = "closeness to the group on average",
        ["close-most"] = "closeness to the closest of the group",
        ["close-least"] = "closeness to the least close of the group",
        ["common"] = "acquaintances in common with the group",
        ["joint"] = "company kept with the group",
        ["direct"] = "what there is between the member and the group already",
        ["forecast"] = "forecast at the group's occasions",
        ["known-share"] = "share of the group that the member knows",
        ["met-most"] = "how often the member met the one met most",
        ["profile"] = "likeness of profiles",
        ["group-size"] = "size of the group",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_uses = FrozenSet.Create(
        StringComparer.Ordinal,
        "Introductions",
        "Bridges",
        "Activities",
        "Groups"
    );

    /// <summary>
    /// A name as <see cref="FeatureImportance.Name"/> has it; a host's own attributes, which are the profile, stay as they are called.
    /// </summary>
    public static string Of(string name, ScorePart part)
    {
        (string use, string column) = Split(name);
        if (s_uses.Contains(use))
            return $"{use}: {OfColumn(column, part)}";

        // Of outcomes a name is that of a thing, most of which need no words, and has no use before it.
        return name.Contains('-', StringComparison.Ordinal) ? OfColumn(name, part) : name;
    }

    private static string OfColumn(string name, ScorePart part)
    {
        if (part == ScorePart.Profile)
            return OfSide(name);
        if (s_words.TryGetValue(name, out string? words))
            return words;
        foreach (
            (string prefix, string side) in (ReadOnlySpan<(string, string)>)
                [("from-", Asker), ("to-", Suggested), ("member: ", "of the member"), ("activity: ", "of the activity")]
        )
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal) && s_words.TryGetValue(name[prefix.Length..], out words))
                return $"{words} {side}";
        }

        (string thing, string rest) = Split(name);
        if (thing == "rules" && rest == "score")
            return "the rules' score";
        if (thing == "rules" && Split(rest) is var (ruled, whom) && (whom is "for from" or "for to"))
            return $"the rules' {ruled} {(whom == "for from" ? "for who asks" : "for who is suggested")}";
        return OfSide(name);
    }

    /// <summary>What is one side's of a thing.</summary>
    private static string OfSide(string name)
    {
        (string thing, string rest) = Split(name);
        return rest switch
        {
            "from" => $"{thing} {Asker}",
            "to" => $"{thing} {Suggested}",
            _ when rest.StartsWith("from = ", StringComparison.Ordinal) => $"{thing} {Asker} = {rest["from = ".Length..]}",
            _ when rest.StartsWith("to = ", StringComparison.Ordinal) => $"{thing} {Suggested} = {rest["to = ".Length..]}",
            _ => name,
        };
    }

    private static (string Head, string Tail) Split(string name) =>
        name.IndexOf(": ", StringComparison.Ordinal) is > 0 and var end ? (name[..end], name[(end + 2)..]) : ("", name);
}
