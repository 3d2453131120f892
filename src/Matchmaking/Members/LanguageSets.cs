namespace Matchmaking.Members;

/// <summary>Members' languages as bits, as many as there are languages: whether all of a group share one is a few operations.</summary>
internal sealed class LanguageSets
{
    private const int WordBits = 64;

    private readonly ulong[] _sets;
    private readonly int _words;

    /// <param name="members">Who tells no language speaks all.</param>
    public LanguageSets(IReadOnlyList<Member> members)
    {
        Dictionary<string, int> bits = new(StringComparer.Ordinal);
        foreach (Member member in members)
        {
            foreach (string language in member.Languages)
                bits.TryAdd(LanguageTag.Primary(language), bits.Count);
        }

        _words = (bits.Count + WordBits - 1) / WordBits;
        _sets = new ulong[(long)members.Count * _words];
        for (int i = 0; i < members.Count; i++)
        {
            Span<ulong> own = _sets.AsSpan(i * _words, _words);
            if (members[i].Languages.Count == 0)
                own.Fill(ulong.MaxValue);
            foreach (string language in members[i].Languages)
            {
                int bit = bits[LanguageTag.Primary(language)];
                own[bit / WordBits] |= 1UL << (bit % WordBits);
            }
        }
    }

    /// <summary>Whether there is a language that all of these speak.</summary>
    public bool ShareOne(ReadOnlySpan<int> members)
    {
        if (_words == 0)
            return true;
        for (int word = 0; word < _words; word++)
        {
            ulong shared = ulong.MaxValue;
            foreach (int member in members)
                shared &= _sets[(member * _words) + word];
            if (shared != 0)
                return true;
        }

        return false;
    }
}
