namespace Matchmaking;

/// <summary>Names of the people and activities that two have in common, as far as nobody hides or blocks anything.</summary>
internal static class NetworkWording
{
    private const int AtMost = 3;

    // More are asked for than are named, for some may not be named.
    private const int Asked = 10;

    public static IReadOnlyList<string> CommonAcquaintances(PairQuery query, int candidate, int reader) =>
        [.. query.Network.CommonAcquaintances(candidate, Asked)
            .Where(person => !query.Index.Blocks.Contains(person, reader) && !query.Index.Members[person].Hides(MemberField.Activities))
            .Take(AtMost)
            .Select(person => query.Index.Members[person].Name)];

    public static IReadOnlyList<string> CommonActivities(PairQuery query, int candidate) =>
        [.. query.Network.CommonActivities(candidate, AtMost).Select(activity => query.Index.Live.Tree.Activities[activity].Name)];
}
