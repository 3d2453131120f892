namespace Matchmaking.Learning;

/// <summary>
/// Whose effects a model knows, by code. The one thing of a learned model that changes in place: members who leave are forgotten, and none
/// is ever added. For any number of threads: each id is replaced at once, and whoever reads sees a member as known or as forgotten; what
/// was bound before goes on as it was bound.
/// </summary>
/// <param name="ids">The ids, by code; empty where they are forgotten. Owned by this object from now on.</param>
internal sealed class KnownMembers(string[] ids)
{
    private const int Maximum = 10_000_000;
    private const string Forgotten = "";

    /// <summary>The codes of those who are known now, by id.</summary>
    public Dictionary<string, int> Codes()
    {
        Dictionary<string, int> codes = new(StringComparer.Ordinal);
        for (int i = 0; i < ids.Length; i++)
            codes[Volatile.Read(ref ids[i])] = i;
        codes.Remove(Forgotten);
        return codes;
    }

    /// <summary>Whether somebody's effects are known.</summary>
    public bool Knows(string id) => id.Length > 0 && Array.IndexOf(ids, id) >= 0;

    /// <summary>Forgets whose some effects are: who comes back under the id is somebody new to every binding from now on.</summary>
    public void Forget(string id)
    {
        int at = Array.IndexOf(ids, id);
        if (at >= 0)
            Volatile.Write(ref ids[at], Forgotten);
    }

    /// <summary>Forgets all who are not in a community.</summary>
    public void KeepOnly(LiveCommunity community)
    {
        for (int i = 0; i < ids.Length; i++)
        {
            if (!community.TryIndexOf(ids[i], out _))
                Volatile.Write(ref ids[i], Forgotten);
        }
    }

    public void Write(BinaryWriter writer) => writer.WriteStrings(ids);

    public static KnownMembers Read(BinaryReader reader) => new(reader.ReadStrings(Maximum));
}
