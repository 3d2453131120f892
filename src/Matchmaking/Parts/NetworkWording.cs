namespace Matchmaking.Parts;

/// <summary>Names of the people and activities that two have in common, as far as nobody hides or blocks anything.</summary>
internal static class NetworkWording
{
    private const int AtMost = 3;

    // More are asked for than are named, for some may not be named.
    private const int Asked = 10;

    public static string[] CommonAcquaintances(PairQuery query, int candidate, int reader)
    {
        int[] people = query.Network.CommonAcquaintances(candidate, query.Now, Asked);
        people = Array.FindAll(people, person =>
            !query.Index.Blocks.Contains(person, reader) && !query.Index.Members[person].Hides(MemberField.Activities)
        );
        return Array.ConvertAll(people.Length > AtMost ? people[..AtMost] : people, person => query.Index.Members[person].Name);
    }

    public static string[] CommonActivities(PairQuery query, int candidate) =>
        Array.ConvertAll(query.Network.CommonActivities(candidate, AtMost), activity => query.Index.Live.Tree.Activities[activity].Name);
}
