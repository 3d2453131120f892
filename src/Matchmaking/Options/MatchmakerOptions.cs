using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Matchmaking;

/// <summary>How a <see cref="Matchmaker"/> works. The defaults suit most communities; ranges are checked where a value is set.</summary>
public sealed record MatchmakerOptions
{
    /// <summary>The clock; the system's unless told. Caps, pauses, cool-downs and mentoring periods are counted from its now.</summary>
    public TimeProvider TimeProvider
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(TimeProvider));
    } = TimeProvider.System;

    /// <summary>
    /// The seed of whatever is drawn at random (latent topics); the same seed and input give the same answers. Default 1.
    /// </summary>
    public int Seed { get; init; } = 1;

    /// <summary>How alike two members' interests are. Default: cosine of IDF-weighted topics.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of them.</exception>
    public SimilarityMeasure InterestSimilarity
    {
        get;
        init => field = Guard.Defined(value);
    } = SimilarityMeasure.Cosine;

    /// <summary>
    /// How much it takes that both gain, in [0, 0.99]: the score of a pair is this share of the harmonic mean of the two gains, and the
    /// rest of their arithmetic mean. At 0 it does not matter which of the two gains; near 1 an introduction is good only where both
    /// gain, but who helps more still comes before who helps less. Default 0.8.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside [0, 0.99] or not a number.</exception>
    public double Reciprocity
    {
        get;
        init => field = Guard.InRange(value, 0, .99);
    } = .8;

    /// <summary>
    /// What fields are used for that members hide (<see cref="Member.Hidden"/>). Default: <see cref="HiddenFields.Match"/>. What a member
    /// consents to for one field (<see cref="Member.Consent"/>) counts for less, never for more. Rules hold whatever is hidden: blocks,
    /// pauses and caps, a common language where one is required, and the least hours in common.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of them.</exception>
    public HiddenFields HiddenFields
    {
        get;
        init => field = Guard.Defined(value);
    } = HiddenFields.Match;

    /// <summary>
    /// Weights of the parts by kind of introduction, in place of <see cref="PartWeights.For"/>; kinds that are absent keep their default.
    /// </summary>
    public IReadOnlyDictionary<IntroductionKind, PartWeights> Weights
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Weights));
    } = System.Collections.ObjectModel.ReadOnlyDictionary<IntroductionKind, PartWeights>.Empty;

    /// <summary>
    /// The host's own parts of a score, each with a weight in <see cref="PartWeights.Others"/> of the kinds in which it counts. They are
    /// code, and stand in no snapshot: give them again when one is loaded. Default: none.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// A part is null, has the name of one of the library's own or none, or two have one name.
    /// </exception>
    public IReadOnlyList<IScorePart> Parts
    {
        get;
        init => field = CheckedParts(Guard.NoNulls(value));
    } = [];

    /// <summary>Topics that mean the same, one list a meaning ("js", "JavaScript", "ECMAScript"). Default: none.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Synonyms
    {
        get;
        init => field = Guard.NoNulls(value);
    } = [];

    /// <summary>
    /// Finds the words of texts, and tells which are the same. Default: <see cref="Matchmaking.TextAnalyzer.Default"/>, which stems French
    /// and English. The package Matchmaking.Text.Lucene has one for more languages.
    /// </summary>
    /// <exception cref="ArgumentException">The analyser has no name.</exception>
    public ITextAnalyzer TextAnalyzer
    {
        get;
        init =>
            field =
                value is null ? throw new ArgumentNullException(nameof(TextAnalyzer))
                : !string.IsNullOrWhiteSpace(value.Name) ? value
                : throw new ArgumentException("an analyser must have a name", nameof(TextAnalyzer));
    } = Matchmaking.TextAnalyzer.Default;

    /// <summary>
    /// Files of phrases beside the built-in English and French ones, or in their place: what is said in these languages comes out in their
    /// words. At most one a language. Not saved in snapshots: give them again. Default: none.
    /// </summary>
    /// <exception cref="ArgumentException">Two are of one language.</exception>
    public IReadOnlyList<PhraseBook> Phrases
    {
        get;
        init
        {
            field = Guard.NoNulls(value);
            Books = new PhraseShelf(field, Familiar);
        }
    } = [];

    /// <summary>
    /// Whether members are on first-name terms, so that they read « tu » where a language has such a form; false (the default): « vous ».
    /// What is said to two at once is the same.
    /// </summary>
    public bool Familiar
    {
        get;
        init
        {
            field = value;
            Books = new PhraseShelf(Phrases, value);
        }
    }

    /// <summary>
    /// Whether the first word of a <see cref="Member.Name"/> is what a member is called in sentences who tells no
    /// <see cref="Member.GivenName"/>; false (the default): the whole name, for names of many peoples begin with the family's.
    /// </summary>
    public bool FirstWordIsGivenName { get; init; }

    /// <summary>The built-in phrases and the host's.</summary>
    internal PhraseShelf Books { get; private init; } = PhraseShelf.BuiltIn;

    /// <summary>
    /// The host's embedding model, in place of the built-in latent topics, for the text part; null: none. With one, create by
    /// <see cref="Matchmaker.CreateAsync"/>.
    /// </summary>
    public IEmbeddingGenerator<string, Embedding<float>>? EmbeddingGenerator { get; init; }

    /// <summary>How many latent topics the texts are reduced to, in 2..1024; fewer where there are fewer texts. Default 64.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside 2..1024.</exception>
    public int LatentTopics
    {
        get;
        init => field = Guard.InRange(value, 2, 1024);
    } = 64;

    /// <summary>
    /// Whether texts are compared not only by the stems of their words, but also by the trigrams of the words' letters (without case and
    /// accents, half of the weight). Words with a slip, or inflected in a way that the stemmer does not know, are then still alike. Set it
    /// for communities that write fast, or in languages without a stemmer. Making a community ready then takes more time and memory. It
    /// changes nothing where an embedding generator is set. Default false.
    /// </summary>
    public bool CharacterTrigrams { get; init; }

    /// <summary>After how long an interaction or a participation counts half, more than zero. Default 60 days.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not positive.</exception>
    public TimeSpan HalfLife
    {
        get;
        init => field = value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(HalfLife), value, "must be positive");
    } = TimeSpan.FromDays(60);

    /// <summary>
    /// Up to how many participants an event is small: two of a small event may have met, the likelier the smaller it is
    /// (<see cref="AcquaintanceThreshold"/>). In 2..1000; default 20.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside 2..1000.</exception>
    public int SmallActivitySize
    {
        get;
        init => field = Guard.InRange(value, 2, 1000);
    } = 20;

    /// <summary>
    /// From how much on two know each other, so that they are not introduced (unless a call asks for those) and may be named to others as
    /// somebody both know. In (0, 1000]; default 1.
    /// </summary>
    /// <remarks>
    /// It is held against a sum. A meeting counts 2: an outcome <see cref="OutcomeKind.Met"/> or <see cref="OutcomeKind.Rated"/>, both
    /// sides' <see cref="OutcomeKind.Accepted"/> with no later no, an interaction of a kind like "meeting" or "call", or an event of up to
    /// four; of n participants 2·3/(n − 1), up to <see cref="SmallActivitySize"/>. A contact (a reply, a message) counts .4, and three
    /// times as much as far as it goes both ways. A sign of interest (a reaction, a like) counts .05, and all of them together at most half
    /// the threshold. One side's yes counts nothing. So one answered message is enough, likewise three that were not, and no number of
    /// likes.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside (0, 1000] or not a number.</exception>
    public double AcquaintanceThreshold
    {
        get;
        init => field = Guard.Positive(value, 1000);
    } = 1;

    /// <summary>
    /// After how long what makes an acquaintance counts half; two who have not been in touch for so long do not know each other any more,
    /// and may be introduced again. More than zero; <see cref="TimeSpan.MaxValue"/>: never. What has no time does not fade. Default 365
    /// days: most who met once and did not meet again within a year have nothing going on that an introduction would disturb.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not positive.</exception>
    public TimeSpan AcquaintancePeriod
    {
        get;
        init =>
            field =
                value > TimeSpan.Zero
                    ? value
                    : throw new ArgumentOutOfRangeException(nameof(AcquaintancePeriod), value, "must be positive");
    } = TimeSpan.FromDays(365);

    /// <summary>
    /// How much one interaction of a kind says of two knowing each other, in [0, 1000], by the kind's name letter by letter, in place of
    /// what <see cref="AcquaintanceThreshold"/> tells; 0: nothing at all, not even closeness. Kinds below .2 are signs of interest.
    /// Default: none; a kind is known by the words in its name, and one that is not known is a contact.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A weight is outside [0, 1000] or not a number.</exception>
    public IReadOnlyDictionary<string, double> InteractionWeights
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(InteractionWeights));
            foreach (double weight in value.Values)
                Guard.InRange(weight, 0, 1000, nameof(InteractionWeights));
            field = value;
        }
    } = System.Collections.ObjectModel.ReadOnlyDictionary<string, double>.Empty;

    /// <summary>
    /// In which local hours of the week members who tell a time zone and no hours are taken to be there, so that two zones far apart are
    /// not as good as one. It counts for practicalities alone: no rule asks it, and nobody is told of it as hours of theirs. Default
    /// <see cref="Availability.WakingHours"/>, for most communities meet in the evening, too; <see cref="Availability.WorkingHours"/> suit
    /// colleagues; empty: nothing is assumed.
    /// </summary>
    /// <exception cref="ArgumentException">A window is null.</exception>
    public IReadOnlyList<WeeklyWindow> AssumedHours
    {
        get;
        init => field = Guard.NoNulls(value);
    } = Availability.WakingHours;

    /// <summary>Whether two who both tell their languages need one in common to be introduced. Default true.</summary>
    public bool RequireCommonLanguage { get; init; } = true;

    /// <summary>
    /// How many hours a week two who both tell their hours must have in common to be introduced, in [0, 168]. Default 0: none.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside [0, 168] or not a number.</exception>
    public double MinimumCommonHours
    {
        get;
        init => field = Guard.InRange(value, 0, 168);
    }

    /// <summary>
    /// For how long two are not introduced again after an outcome, other than a no; <see cref="TimeSpan.MaxValue"/>: never. Default 90
    /// days.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public TimeSpan CoolDown
    {
        get;
        init => field = Guard.NotNegative(value);
    } = TimeSpan.FromDays(90);

    /// <summary>
    /// For how long two are not introduced again after one of them said no; <see cref="TimeSpan.MaxValue"/>: never. Default 365 days.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public TimeSpan CoolDownAfterDecline
    {
        get;
        init => field = Guard.NotNegative(value);
    } = TimeSpan.FromDays(365);

    /// <summary>
    /// For how long a mentee and a mentor of whom one said yes, and none no, or who met, are taken to be at it: the mentee takes up one of
    /// the mentor's places, and has a mentor. Default 180 days.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public TimeSpan MentoringPeriod
    {
        get;
        init => field = Guard.NotNegative(value);
    } = TimeSpan.FromDays(180);

    /// <summary>
    /// For how long after joining a member is a newcomer; afterwards a member is settled. Who does not tell when they joined is settled if
    /// they have ever done anything here, and neither if not. Default 90 days.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public TimeSpan NewcomerPeriod
    {
        get;
        init => field = Guard.NotNegative(value);
    } = TimeSpan.FromDays(90);

    /// <summary>
    /// The host's own rule for every call: given the member asked for and a candidate, whether they may be introduced; null: none: the
    /// short form of a rule. Called from several threads.
    /// </summary>
    public Func<Member, Member, bool>? Allow { get; init; }

    private static IScorePart[] CheckedParts(IReadOnlyList<IScorePart> parts)
    {
        HashSet<ScorePart> known = [default, .. ScorePart.WellKnown];
        foreach (IScorePart part in parts)
        {
            if (!known.Add(part.Part))
                throw new ArgumentException($"'{part.Part}' is no name of a host's own part, or is there twice", nameof(Parts));
        }

        return [.. parts];
    }

    /// <summary>The host's own rules for every call, each with its reason and its tiers. Default: none.</summary>
    /// <exception cref="ArgumentException">An item is null.</exception>
    public IReadOnlyList<IIntroductionRule> Rules
    {
        get;
        init => field = Guard.NoNulls(value);
    } = [];

    /// <summary>Whether the other is this very object: lists are not compared.</summary>
    /// <param name="other">Another one, or null.</param>
    public bool Equals(MatchmakerOptions? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
