using System.Globalization;

namespace Matchmaking.Tests.Wording;

public sealed class FrenchElisionTests
{
    // As dictionaries have them; the library's own list is of beginnings, so that none of these stands in it as it is here.
    private static readonly string[] s_mute =
    [
        "habitat",
        "habillement",
        "hagiographie",
        "haleine",
        "halieutique",
        "hallucination",
        "haltérophilie",
        "hameçon",
        "haptonomie",
        "harmonica",
        "harmonie",
        "hébreu",
        "hectare",
        "hélicoptère",
        "héliciculture",
        "hémisphère",
        "héraldique",
        "herbier",
        "herboristerie",
        "hérédité",
        "héritage",
        "héroïsme",
        "herpétologie",
        "heure",
        "hibernation",
        "hippisme",
        "hippologie",
        "hirondelle",
        "histoire",
        "histologie",
        "holographie",
        "homéopathie",
        "hommage",
        "homonymie",
        "honnêteté",
        "honneur",
        "horizon",
        "horlogerie",
        "horoscope",
        "horreur",
        "horticulture",
        "hospitalité",
        "hôtellerie",
        "huile",
        "huître",
        "humanité",
        "humour",
        "humus",
        "hydravion",
        "hydroponie",
        "hygiène",
        "hymne",
        "hypnose",
        "hypothèse",
    ];

    private static readonly string[] s_aspirated =
    [
        "hache",
        "hackathon",
        "haie",
        "haine",
        "haka",
        "halage",
        "halle",
        "halo",
        "halte",
        "hamac",
        "hamburger",
        "hameau",
        "hamster",
        "handball",
        "handicap",
        "handisport",
        "hangar",
        "haras",
        "harcèlement",
        "hardware",
        "hareng",
        "haricot",
        "harnais",
        "harpe",
        "hasard",
        "hatha yoga",
        "haute couture",
        "hauteur",
        "havre",
        "heavy metal",
        "hennissement",
        "hérisson",
        "hernie",
        "héron",
        "héros",
        "herse",
        "hêtre",
        "heurt",
        "hibou",
        "hiérarchie",
        "hijab",
        "hindi",
        "hip-hop",
        "hippie",
        "hobby",
        "hockey",
        "homard",
        "home studio",
        "hongrois",
        "honte",
        "horde",
        "hors-piste",
        "hot-dog",
        "hotte",
        "houblon",
        "houle",
        "housse",
        "houx",
        "huée",
        "huit",
        "huitième",
        "hurlement",
        "hussard",
        "hutte",
    ];

    private static readonly string[] s_muteNames =
    [
        "Hélène",
        "Héloïse",
        "Henri",
        "Henriette",
        "Hervé",
        "Hippolyte",
        "Honoré",
        "Hortense",
        "Hubert",
        "Hugues",
        "Hadrien",
        "Hyacinthe",
    ];

    private static readonly string[] s_aspiratedNames =
    [
        "Hamza",
        "Hassan",
        "Hans",
        "Harry",
        "Heidi",
        "Helga",
        "Hiroshi",
        "Hoang",
        "Huang",
        "Hussein",
        "Hakim",
        "Halima",
    ];

    /// <summary>Names and topics whose first sound is known by construction.</summary>
    private static IEnumerable<(string Word, bool Elides)> Words()
    {
        string[] endings = ["a", "ie", "ine", "o", "ette", "ard", "isme", "ure"];
        string[] middles = ["b", "l", "m", "n", "r", "d", "tr"];
        foreach (string ending in endings)
        {
            foreach (string middle in middles)
            {
                foreach (
                    string first in (string[])["a", "e", "é", "è", "ê", "i", "î", "o", "ô", "u", "œ", "æ", "â", "y", "É", "A", "Y", "O"]
                )
                    yield return (first + middle + ending, true);
                foreach (
                    string first in (string[])["b", "c", "d", "f", "g", "j", "k", "l", "m", "p", "q", "s", "t", "v", "w", "z", "ç", "ñ"]
                )
                    yield return (first + "a" + middle + ending, false);
                // Before a vowel a y is none: « de yoga ».
                yield return ("yo" + middle + ending, false);
                yield return ("Ya" + middle + ending, false);
            }
        }

        foreach (string tail in (string[])["", " de Lyon", " (débutants)"])
        {
            foreach (string word in s_mute.Concat(s_muteNames))
                yield return (word + tail, true);
            foreach (string word in s_aspirated.Concat(s_aspiratedNames))
                yield return (word + tail, false);
        }

        foreach (
            string word in (string[])["onze heures", "oui", "ouistiti", "3D", "8 heures", "#général", "HTML", "SQL", "музыка", "音楽", "…"]
        )
            yield return (word, false);
        foreach (string word in (string[])["« opéra »", "(escalade)", "IA", "UX", "Yves", "York", "œnologie", "#escalade", "'agilité"])
            yield return (word, true);
    }

    [Fact]
    public void French_elides_before_2000_names_and_topics_as_their_first_sound_says()
    {
        (string Word, bool Elides)[] words = [.. Words()];
        Assert.True(words.Length >= 2000, $"only {words.Length} words");
        var phrases = Phrases.For(PhraseShelf.BuiltIn, CultureInfo.GetCultureInfo("fr"));
        string[] wrong =
        [
            .. words
                .Select(word =>
                    (
                        Said: phrases.Format("GroupFits", word.Word),
                        Right: $"Le profil {(word.Elides ? "d’" : "de ")}{word.Word} convient au groupe."
                    )
                )
                .Where(pair => pair.Said != pair.Right)
                .Select(pair => pair.Said),
        ];
        Assert.True(wrong.Length == 0, $"{wrong.Length} of {words.Length}: {string.Join("; ", wrong.Take(40))}");
    }

    [Fact]
    public void Each_word_of_a_list_is_elided_by_itself()
    {
        var phrases = Phrases.For(PhraseShelf.BuiltIn, CultureInfo.GetCultureInfo("fr"));
        Assert.Equal(
            "Vous pourrez parler d’escalade, de hockey et d’histoire, des centres d’intérêt que vous partagez.",
            phrases.FormatOf(3, "SharedInterests", phrases.Words(["escalade", "hockey", "histoire"]))
        );
        Assert.Equal(
            "Vous avez des langues en commun, l’anglais et le hongrois.",
            phrases.FormatOf(2, "CommonLanguages", phrases.Words(["anglais", "hongrois"]))
        );
    }
}
