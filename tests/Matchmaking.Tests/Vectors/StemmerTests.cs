namespace Matchmaking.Tests.Vectors;

/// <summary>
/// Words and stems as their authors publish them: of English the sample vocabulary of Porter2's page, of French the words by which search
/// engines check the light stemmer. Whole vocabularies are held to Lucene's stems in the tests of Matchmaking.Text.Lucene.
/// </summary>
public sealed class StemmerTests
{
    private const string English =
        "consign>consign consigned>consign consigning>consign consignment>consign consist>consist consisted>consist "
        + "consistency>consist consistent>consist consistently>consist consisting>consist consists>consist consolation>consol "
        + "consolations>consol consolatory>consolatori console>consol consoled>consol consoles>consol consolidate>consolid "
        + "consolidated>consolid consolidating>consolid consoling>consol consolingly>consol consols>consol consonant>conson "
        + "consort>consort consorted>consort consorting>consort conspicuous>conspicu conspicuously>conspicu "
        + "conspiracy>conspiraci conspirator>conspir conspirators>conspir conspire>conspir conspired>conspir "
        + "conspiring>conspir constable>constabl constables>constabl constance>constanc constancy>constanc constant>constant "
        + "knack>knack knackeries>knackeri knacks>knack knag>knag knave>knave knaves>knave knavish>knavish kneaded>knead "
        + "kneading>knead knee>knee kneel>kneel kneeled>kneel kneeling>kneel kneels>kneel knees>knee knell>knell knelt>knelt "
        + "knew>knew knick>knick knif>knif knife>knife knight>knight knightly>knight knights>knight knit>knit knits>knit "
        + "knitted>knit knitting>knit knives>knive knob>knob knobs>knob knock>knock knocked>knock knocker>knocker "
        + "knockers>knocker knocking>knock knocks>knock knopp>knopp knot>knot knots>knot";

    private const string French =
        "chevaux>cheval cheval>cheval hiboux>hibou hibou>hibou chantés>chant chanter>chant chante>chant chant>chant "
        + "baronnes>baron barons>baron baron>baron peaux>peau peau>peau anneaux>aneau anneau>aneau neveux>neveu neveu>neveu "
        + "affreux>afreu affreuse>afreu investissement>investi investir>investi assourdissant>asourdi assourdir>asourdi "
        + "pratiquement>pratiqu pratique>pratiqu administrativement>administratif administratif>administratif "
        + "justificatrice>justifi justificateur>justifi justifier>justifi éducatrice>eduqu éduquer>eduqu "
        + "communicateur>comuniqu communiquer>comuniqu accompagnatrice>acompagn administrateur>administr productrice>product "
        + "producteur>product acheteuse>achet acheteur>achet planteur>plant plante>plant poreuse>poreu poreux>poreu "
        + "plieuse>plieu bijoutière>bijouti bijoutier>bijouti caissière>caisi caissier>caisi abrasive>abrasif abrasif>abrasif "
        + "folle>fou fou>fou personnelle>person personne>person complète>complet aromatique>aromat faiblesse>faibl "
        + "patinage>patin sonorisation>sono";

    [Theory]
    [InlineData("en", English)]
    [InlineData("fr", French)]
    public void Published_words_have_their_published_stems(string language, string vocabulary) =>
        Assert.All(vocabulary.Split(' '), pair =>
            Assert.Equal(pair.Split('>')[1], TextAnalyzer.Default.Stem(pair.Split('>')[0], language))
        );

    [Theory]
    [InlineData("dying", "die")]
    [InlineData("skies", "sky")]
    [InlineData("news", "news")]
    [InlineData("herrings", "herring")]
    [InlineData("generate", "generat")]
    [InlineData("communism", "communism")]
    [InlineData("say", "say")]
    [InlineData("'cause", "caus")]
    [InlineData("hoping", "hope")]
    [InlineData("hopping", "hop")]
    [InlineData("ties", "tie")]
    [InlineData("cries", "cri")]
    public void English_has_its_exceptions(string word, string stem) => Assert.Equal(stem, TextAnalyzer.Default.Stem(word, "en"));

    [Fact]
    public void A_word_of_any_length_has_a_stem()
    {
        foreach (string tag in (string[])["en", "fr"])
        {
            for (int length = 1; length < 200; length += 7)
                Assert.NotEmpty(TextAnalyzer.Default.Stem(new string('b', length) + "z", tag)!);
            Assert.NotNull(TextAnalyzer.Default.Stem("", tag));
        }
    }
}
