using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Matchmaking.Parts;

/// <summary>
/// For how many in a community something holds that may be said of two, so that what holds for nearly everybody is not said: the
/// information of it, −ln of the share of the others for whom it holds (Shannon 1948), as a share of what would single out one member.
/// Counted of what members show, in flat tables for the index that was built whole and of who changed since beside them.
/// </summary>
internal sealed class Commonness
{
    /// <summary>What holds for more of the others than this says nothing.</summary>
    private const double NearlyAll = .7;

    // Cells of half a degree and of a twentieth: some 50 km and 5 km.
    private const double WideCell = .5,
        NarrowCell = .05;

    private readonly CommunityIndex _index;
    private readonly Tally _tally;

    // Which spellings are near to each other: of words alone, and so kept for all indexes that come of one.
    private readonly ConcurrentDictionary<(string, string), bool> _near;

    // Who shows their activities, and by activity how many of its members do not; null: all show them.
    private readonly Func<int, bool>? _shows;
    private readonly Lazy<int[]>? _hiddenAt;
    private ActivePart? _active;

    private Commonness(CommunityIndex index)
    {
        _index = index;
        if (ReferenceEquals(index, index.Base))
            (_tally, _near) = (Tally.Of(index), []);
        else
        {
            Commonness whole = Of(index.Base);
            (_tally, _near) = (Tally.Changed(index, whole._tally), whole._near);
        }

        if (_tally.HidingActivities > 0)
        {
            _shows = member => !_tally.Hides(member);
            _hiddenAt = new(CountHidden);
        }
    }

    public static Commonness Of(CommunityIndex index) => index.Derived.Get(static of => new Commonness(of));

    /// <summary>How much it says that two have a topic in common, in [0, 1]; 0: nothing.</summary>
    public double OfTopic(int topic)
    {
        // ln((1 + members) / (1 + members who name it)) + 1; one that nobody named tells how many members there were.
        TopicVocabulary topics = _index.Vectorizer.Topics;
        double members = Math.Exp(topics.Idf(int.MaxValue) - 1) - 1;
        return Information(((1 + members) / Math.Exp(topics.Idf(topic) - 1)) - 1, members);
    }

    /// <summary>How much it says that two speak a language.</summary>
    public double OfLanguage(string language) => Information(_tally.Language(language), _tally.Speakers);

    /// <summary>How much it says that two take part in an activity.</summary>
    public double OfActivity(int activity)
    {
        int having = _index.Network.TakenBy.Columns(activity).Length - (_hiddenAt?.Value[activity] ?? 0);
        return Information(having, Members - _tally.HidingActivities);
    }

    /// <summary>How much it says that two know somebody.</summary>
    public double OfAcquaintance(int person, DateTimeOffset now) =>
        Information(_index.Network.CountAcquaintances(person, now, _shows), Members - _tally.HidingActivities);

    /// <summary>How much it says that two live near to each other.</summary>
    /// <param name="here">Where the one lives.</param>
    /// <param name="same">Whether it is the same place, or some kilometres from it.</param>
    public double OfPlace(Location here, bool same)
    {
        int having = 0;
        for (int north = -1; north <= 1; north++)
        {
            for (int east = -1; east <= 1; east++)
                having += _tally.Place(Cell(here, same, north, east));
        }

        return Information(having, _tally.Located);
    }

    /// <summary>How much it says of somebody that they take an active part, on the day of a moment; counted once a day.</summary>
    public double OfActivePart(DateTimeOffset now)
    {
        DateTimeOffset day = new(now.UtcDateTime.Date, TimeSpan.Zero);
        if (_active is { } known && known.Day == day)
            return known.Information;
        int having = _index.Network.CountActive(day, _index.Members.Count, _shows);
        double information = Information(having, Members - _tally.HidingActivities);
        _active = new(day, information);
        return information;
    }

    /// <summary>How the community spells a topic, of the spellings near to one of it: the commonest, or else that one.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="own">How somebody spells it.</param>
    /// <param name="isName">Whether it is written as a name is, where else topics are written small.</param>
    public string Spelling(int topic, string own, out bool isName)
    {
        string best = own;
        int most = _tally.Wording(own),
            large = 0,
            small = 0;
        for (Tally? tally = _tally; tally is not null; tally = tally.Before)
        {
            foreach (string wording in tally.Spellings(topic))
            {
                int count = _tally.Wording(wording);
                if (count <= 0 || (tally.Before is not null && tally.Before.Spellings(topic).Contains(wording)))
                    continue;
                if (
                    !string.Equals(wording, own, StringComparison.OrdinalIgnoreCase)
                    && !_near.GetOrAdd((wording, own), static pair => IsNear(pair.Item1, pair.Item2))
                )
                    continue;
                (large, small) = char.IsUpper(wording[0]) ? (large + count, small) : (large, small + count);
                if (count > most || (count == most && best != own && string.CompareOrdinal(wording, best) < 0))
                    (best, most) = (wording, count);
            }
        }

        isName = large >= 3 && large >= 5 * small && _tally.Small > _tally.Large;
        return best;
    }

    private int[] CountHidden()
    {
        int[] hidden = new int[_index.Live.Tree.Activities.Count];
        foreach (int member in _tally.Hiders())
        {
            foreach (int activity in _index.Network.Takes.Columns(member))
                hidden[activity]++;
        }

        return hidden;
    }

    private int Members => _index.Members.Count - _index.Live.Removed;

    /// <summary>Of the others: neither of the two counts.</summary>
    private static double Information(double having, double of)
    {
        double share = Math.Max(.5, having - 1) / Math.Max(1, of);
        return share > NearlyAll ? 0 : Math.Min(1, -Math.Log(share) / Math.Log(1 + Math.Max(2, of)));
    }

    private static bool IsNear(string wording, string own)
    {
        TopicKey one = TopicKey.Of(wording),
            other = TopicKey.Of(own);
        return one.Text == other.Text || SpellingSlip.IsBetween(one, other);
    }

    private static (int North, int East, bool Same) Cell(Location here, bool same, int north = 0, int east = 0)
    {
        double size = same ? NarrowCell : WideCell;
        return ((int)Math.Floor(here.Latitude / size) + north, (int)Math.Floor(here.Longitude / size) + east, same);
    }

    private sealed record ActivePart(DateTimeOffset Day, double Information);

    /// <summary>What members show, counted; of some, beside a table of others.</summary>
    private sealed class Tally(Tally? before)
    {
        private static readonly List<string> s_none = [];

        private readonly Dictionary<string, int> _languages = new(StringComparer.Ordinal),
            _wordings = new(StringComparer.Ordinal);

        // By position: who hides their activities; of those who changed, one more or one less.
        private readonly Dictionary<int, int> _hiders = [];
        private readonly Dictionary<(int North, int East, bool Same), int> _places = [];
        private readonly Dictionary<int, List<string>> _spellings = [];

        public Tally? Before => before;

        public int Speakers { get; private set; } = before?.Speakers ?? 0;

        public int Located { get; private set; } = before?.Located ?? 0;

        public int HidingActivities { get; private set; } = before?.HidingActivities ?? 0;

        /// <summary>How often topics are written with a small letter first.</summary>
        public int Small { get; private set; } = before?.Small ?? 0;

        /// <summary>How often with a capital.</summary>
        public int Large { get; private set; } = before?.Large ?? 0;

        public static Tally Of(CommunityIndex index)
        {
            var tally = new Tally(before: null);
            for (int member = 0; member < index.Members.Count; member++)
                tally.Add(index, member, 1);
            return tally;
        }

        public static Tally Changed(CommunityIndex index, Tally before)
        {
            var tally = new Tally(before);
            ReadOnlySpan<int> laidOut = index.Delta is { } delta ? delta.Positions : [];
            foreach (int member in laidOut)
                tally.Replace(index, member);
            foreach (int member in index.Recent)
            {
                if (laidOut.BinarySearch(member) < 0)
                    tally.Replace(index, member);
            }

            return tally;
        }

        public int Language(string language) => _languages.GetValueOrDefault(language) + (before?.Language(language) ?? 0);

        public int Place((int North, int East, bool Same) cell) => _places.GetValueOrDefault(cell) + (before?.Place(cell) ?? 0);

        public int Wording(string wording) => _wordings.GetValueOrDefault(wording) + (before?.Wording(wording) ?? 0);

        public List<string> Spellings(int topic) => _spellings.TryGetValue(topic, out List<string>? known) ? known : s_none;

        public bool Hides(int position) => _hiders.GetValueOrDefault(position) + (before?._hiders.GetValueOrDefault(position) ?? 0) > 0;

        public IEnumerable<int> Hiders() => _hiders.Keys.Union(before?._hiders.Keys.AsEnumerable() ?? []).Where(Hides);

        private void Replace(CommunityIndex index, int member)
        {
            if (member < index.Base.Members.Count)
                Add(index.Base, member, -1);
            Add(index, member, 1);
        }

        private void Add(CommunityIndex index, int position, int times)
        {
            if (index.IsRemoved(position))
                return;
            Member member = index.Members[position];
            IReadOnlyList<string> languages = member.ShownLanguages;
            Speakers += languages.Count > 0 ? times : 0;
            for (int i = 0; i < languages.Count; i++)
            {
                string language = LanguageTag.Primary(languages[i]);
                if (!Told(languages, i, language))
                    CollectionsMarshal.GetValueRefOrAddDefault(_languages, language, out _) += times;
            }

            if (member.Location is { } here && !member.Hides(MemberField.Location))
            {
                Located += times;
                CollectionsMarshal.GetValueRefOrAddDefault(_places, Cell(here, same: false), out _) += times;
                CollectionsMarshal.GetValueRefOrAddDefault(_places, Cell(here, same: true), out _) += times;
            }

            if (member.Hides(MemberField.Activities))
            {
                HidingActivities += times;
                CollectionsMarshal.GetValueRefOrAddDefault(_hiders, position, out _) += times;
            }

            AddTopics(index, member, times);
        }

        private void AddTopics(CommunityIndex index, Member member, int times)
        {
            if (!member.Hides(MemberField.Interests))
            {
                for (int i = 0; i < member.Interests.Count; i++)
                    AddTopic(index, member.Interests[i].Topic, times);
            }

            if (!member.Hides(MemberField.Offers))
            {
                for (int i = 0; i < member.Offers.Count; i++)
                    AddTopic(index, member.Offers[i].Topic, times);
            }

            if (!member.Hides(MemberField.Needs))
            {
                for (int i = 0; i < member.Needs.Count; i++)
                    AddTopic(index, member.Needs[i].Topic, times);
            }

            if (member.Mentoring is { } mentoring && !member.Hides(MemberField.Mentoring))
            {
                for (int i = 0; i < mentoring.Topics.Count; i++)
                    AddTopic(index, mentoring.Topics[i], times);
            }
        }

        private void AddTopic(CommunityIndex index, string wording, int times)
        {
            if (char.IsUpper(wording[0]))
                Large += times;
            else
                Small += times;
            ref int count = ref CollectionsMarshal.GetValueRefOrAddDefault(_wordings, wording, out bool known);
            count += times;
            if (known)
                return;
            int topic = index.Vectorizer.Topics.IdOf(wording);
            if (!_spellings.TryGetValue(topic, out List<string>? spellings))
                _spellings.Add(topic, spellings = new List<string>(1));
            spellings.Add(wording);
        }

        private static bool Told(IReadOnlyList<string> languages, int before, string language)
        {
            for (int i = 0; i < before; i++)
            {
                if (LanguageTag.Primary(languages[i]) == language)
                    return true;
            }

            return false;
        }
    }
}
