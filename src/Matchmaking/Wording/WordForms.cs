using System.Globalization;

namespace Matchmaking.Wording;

/// <summary>Words to put into a phrase one after the other: "a, b and c". What stands around each is the phrase's to say.</summary>
internal sealed record WordList(Phrases Phrases, IReadOnlyList<string> Words)
{
    public override string ToString() => Phrases.List(Words);
}

/// <summary>
/// Puts words into phrases. A phrase may say what stands around each word: in "{0:« … »}" the ellipsis is the word, and in "{0:de …|d’…}"
/// the second form is for words before which French elides.
/// </summary>
internal sealed class WordFormat(CultureInfo numbers) : IFormatProvider, ICustomFormatter
{
    public const char Word = '…';

    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : numbers.GetFormat(formatType);

    public string Format(string? format, object? arg, IFormatProvider? formatProvider) =>
        arg switch
        {
            string word => Form(word, format),
            WordList list when !IsForm(format) => list.ToString(),
            WordList list => list.Phrases.List([.. list.Words.Select(word => Form(word, format))]),
            IFormattable value => value.ToString(IsForm(format) ? null : format, numbers),
            _ => arg?.ToString() ?? "",
        };

    /// <summary>Whether what stands in a placeholder is a form of words, and not of a number.</summary>
    public static bool IsForm(string? format) => format?.Contains(Word, StringComparison.Ordinal) == true;

    private static string Form(string word, string? format)
    {
        if (!IsForm(format))
            return word;
        int bar = format!.IndexOf('|', StringComparison.Ordinal);
        string form =
            bar < 0 ? format
            : FrenchElision.IsBefore(word) ? format[(bar + 1)..]
            : format[..bar];
        return form.Replace(Word.ToString(), word, StringComparison.Ordinal);
    }
}

/// <summary>
/// Before which words French elides: « d’Awa », « l’haltérophilie », but « de Hamza », « de hockey ». By the first letter; whether an h is
/// mute no rule tells: of words the aspirated ones are listed, and of names the mute ones.
/// </summary>
internal static class FrenchElision
{
    // Words in h aspiré by their beginnings, without accents (Grevisse and Goosse, Le bon usage, § 48). "=" ends one that is a whole word.
    private static readonly string[] s_aspirated = Split(
        """
        ha= habl hach hack haddock hagard hai haka halag halal halbr hale= haler= halet hall= halle= halls= hallebard hallstatt halo=
        halogene= halt= halte= haltes= hamac hamburger hameau hammam hammer hamster hanap hanch hand hangar hanneton hans=
        hansard hant haoussa hap= hapkido happ haquen haranguer harangu haras harass harcel hard harem hareng hargn haricot
        harki harnach harnais haro= harp hasard haschisch hase= hashtag hatha hativ hate= hater= hauban haubert hausse hauss
        haut havan have= havr haye= headhunt headless heaum heavy heler hello henn hennir heraut here= heriss herni heron=
        herons= heros= hersch herse hertz= hetr heurt hi-fi hi-han hibou hic= hickory hideu hierarch high hijab hindi hip=
        hip-hop hippie= hippies= hippy= hipster hiss hit= hits= hobb hoch hockey hold holding hole holland home= homes= homard
        homebrew homescho hongr hongkong honni honnir hont hoodie hoop hop= hoquet horde horion hormis hors= hors- hot= hot-dog
        hotlin hots hotte hottes hottentot houblon houe= houes= houill houl houmous houp hourd hourra hous houss houx hover hub=
        hubs= hublot huche huee huer= huguenot huit= huit- huitaine huitieme hula hull hulott hululer humer= hun= huns= hune=
        hupp hure= hurl huron hurricane husk hussard hutte hygge
        """
    );

    // Names in a mute h, as French writes them; before others that begin with a capital H it does not elide (Hamza, Hiroshi).
    private static readonly string[] s_muteNames = Split(
        """
        hadrien hannah harmonie hebrides hebreu helen heli= helia helie helier helios heloise helsinki henri= henriette herault
        herbert herbier herboris hercule heritage hermanc hermelin hermes hermin hermion herode herodote herve= herveline hestia
        heure hilaire hilarion hildegard himalaya hippocrat hippolyt hispan histoire homere homme honfleur honorat honore
        honorin horace hortens hortic hopital hotel hubert hugo hugolin hugues huguett huile humanit humour hyacinth hydro
        hyeres hygie hygin hymne hyper hypno haiti halloween haltero harmoni helvet
        """
    );

    /// <summary>Whether « de », « le » and « que » are shortened before a word.</summary>
    public static bool IsBefore(string word)
    {
        int start = 0;
        while (start < word.Length && !char.IsLetterOrDigit(word[start]))
            start++;
        if (start == word.Length)
            return false;
        string folded = CharacterFolding.Fold(word[start..]);
        char second = folded.Length > 1 ? folded[1] : ' ';
        return folded[0] switch
        {
            'a' or 'e' or 'i' => true,
            'u' => !Is(folded, "uhlan", "ululer", "ululement"),
            'o' => !Is(folded, "onz", "oui=", "ouistiti"),
            // « d’Yves », but « de yoga », « de Yasmine »: before a vowel a y is none.
            'y' => IsSpoken(word, start)
                && (
                    char.IsAsciiLetter(second) && second is not ('a' or 'e' or 'i' or 'o' or 'u')
                    || Is(folded, "yonne", "york", "yeux", "yeuse")
                ),
            'h' => IsSpoken(word, start) && (char.IsUpper(word[start]) ? Is(folded, s_muteNames) : !Is(folded, s_aspirated)),
            _ => false,
        };
    }

    /// <summary>Whether a word is spoken as one, and not letter by letter as an acronym (HTML) is.</summary>
    private static bool IsSpoken(string word, int start) => start + 1 < word.Length && !char.IsUpper(word[start + 1]);

    private static bool Is(string folded, params ReadOnlySpan<string> beginnings)
    {
        foreach (string beginning in beginnings)
        {
            bool isWhole = beginning[^1] == '=';
            ReadOnlySpan<char> letters = isWhole ? beginning.AsSpan(0, beginning.Length - 1) : beginning;
            if (
                folded.AsSpan().StartsWith(letters, StringComparison.Ordinal)
                && (!isWhole || folded.Length == letters.Length || !char.IsLetterOrDigit(folded[letters.Length]))
            )
                return true;
        }

        return false;
    }

    private static string[] Split(string list) => list.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
