using System.Collections.Frozen;

namespace Matchmaking.Network;

/// <summary>
/// How much one interaction says of two knowing each other, by its kind: a host's own word. A like is a sign of interest and no contact; a
/// meeting speaks for itself; all else (a reply, a mention, a message, whatever is not known here) is a contact.
/// </summary>
internal static class InteractionKinds
{
    /// <summary>A like, a reaction, a follow, a view: somebody noticed something.</summary>
    public const double Interest = .05;

    /// <summary>A reply, a mention, a message: somebody turned to somebody.</summary>
    public const double Contact = .4;

    /// <summary>A meeting, a call: the two had to do with each other.</summary>
    public const double Meeting = 2;

    /// <summary>Kinds that weigh less are signs of interest, of which any number makes no contact.</summary>
    public const double LeastContact = Contact / 2;

    private static readonly FrozenSet<string> s_interest = FrozenSet.Create(
        StringComparer.Ordinal,
        "reaction",
        "react",
        "reacted",
        "emoji",
        "like",
        "liked",
        "upvote",
        "downvote",
        "vote",
        "kudos",
        "clap",
        "applause",
        "star",
        "heart",
        "thumbsup",
        "favourite",
        "favorite",
        "bookmark",
        "view",
        "viewed",
        "visit",
        "read",
        "seen",
        "follow",
        "followed",
        "subscribe",
        "share",
        "repost",
        "boost",
        "retweet",
        "aime",
        "vue",
        "suivi"
    );

    private static readonly FrozenSet<string> s_meeting = FrozenSet.Create(
        StringComparer.Ordinal,
        "met",
        "meet",
        "meeting",
        "meetup",
        "call",
        "coffee",
        "lunch",
        "rencontre",
        "appel",
        "reunion"
    );

    /// <summary>The weight of a kind: the host's, or by the words that its name is made of.</summary>
    public static double WeightOf(string kind, IReadOnlyDictionary<string, double> own)
    {
        if (own.TryGetValue(kind, out double weight))
            return weight;
        double found = Contact;
        foreach (string word in WordsOf(kind))
        {
            // A reaction to a message, or to a meeting, is a reaction.
            if (s_interest.Contains(word))
                return Interest;
            if (s_meeting.Contains(word))
                found = Meeting;
        }

        return found;
    }

    /// <summary>"threadReplies", "thread_reply" and "Thread Reply" are words in small letters, without accents and a plural's s.</summary>
    private static List<string> WordsOf(string kind)
    {
        List<string> words = [];
        int start = 0;
        for (int i = 0; i <= kind.Length; i++)
        {
            bool ends = i == kind.Length || !char.IsLetter(kind[i]),
                begins = !ends && i > start && char.IsUpper(kind[i]) && char.IsLower(kind[i - 1]);
            if (!ends && !begins)
                continue;
            if (i > start)
                words.Add(Singular(CharacterFolding.Fold(kind[start..i])));
            start = begins ? i : i + 1;
        }

        return words;
    }

    private static string Singular(string word) => word.Length > 3 && word[^1] == 's' && word != "kudos" ? word[..^1] : word;
}
