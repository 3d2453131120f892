namespace Matchmaking.Parts;

/// <summary>A pair as one of the two sees it: who reads, and about whom.</summary>
internal readonly record struct Side(CommunityIndex Index, int Reader, int Other)
{
    public Member ReaderProfile => Index.Members[Reader];

    public Member OtherProfile => Index.Members[Other];

    public MemberVector ReaderVector => Index.Vectors[Reader];

    public MemberVector OtherVector => Index.Vectors[Other];

    /// <summary>Whether a field may be told of: neither of the two hides it, for what is said of both tells on both.</summary>
    public bool Shows(string memberField) => !ReaderProfile.Hides(memberField) && !OtherProfile.Hides(memberField);
}
