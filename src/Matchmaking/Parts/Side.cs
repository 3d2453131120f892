using System.Globalization;

namespace Matchmaking.Parts;

/// <summary>A pair as one of the two sees it: who reads, and about whom.</summary>
/// <param name="Index">The community.</param>
/// <param name="Reader">Who reads.</param>
/// <param name="Other">About whom.</param>
/// <param name="Culture">In which language topics are told; null: as they are written.</param>
internal readonly record struct Side(CommunityIndex Index, int Reader, int Other, CultureInfo? Culture = null)
{
    public Member ReaderProfile => Index.Members[Reader];

    public Member OtherProfile => Index.Members[Other];

    public MemberVector ReaderVector => Index.Vectors[Reader];

    public MemberVector OtherVector => Index.Vectors[Other];

    /// <summary>A topic that one of the two has, as the reader is told of it.</summary>
    public string Told(string topic) => Culture is null ? topic : Index.Vectorizer.Topics.DisplayName(topic, Culture);

    /// <summary>Whether either of the two hides anything at all.</summary>
    public bool HidesAnything => ReaderProfile.HidesAnything || OtherProfile.HidesAnything;

    /// <summary>Whether what a part says may be told: neither of the two hides anything that it rests on.</summary>
    public bool Shows(ScoringPart part)
    {
        if (!HidesAnything)
            return true;
        if (part.RestsOn is not { } fields)
            return false;
        foreach (string field in fields)
        {
            if (!Shows(field))
                return false;
        }

        return true;
    }

    /// <summary>Whether a field may be told of: neither of the two hides it, for what is said of both tells on both.</summary>
    public bool Shows(string memberField) => !ReaderProfile.Hides(memberField) && !OtherProfile.Hides(memberField);
}
