namespace Matchmaking.Members;

/// <summary>
/// What the rows of a community have to do with each other: every id that a row names must exist. Each check answers with what is wrong, or
/// null; whoever asks knows where the row came from.
/// </summary>
internal sealed class CommunityCheck(IReadOnlyDictionary<string, int> members, IReadOnlyDictionary<string, int> activities)
{
    public string? Fault(Participation row) =>
        !members.ContainsKey(row.MemberId) ? Nobody("member", row.MemberId)
        : !activities.ContainsKey(row.ActivityId) ? $"activity names '{row.ActivityId}', which is not among the activities"
        : null;

    public string? Fault(Interaction row) => Pair(row.FromId, row.ToId);

    public string? Fault(Outcome row) =>
        Pair(row.FromId, row.ToId)
        ?? (
            row is { Kind: OutcomeKind.Rated, Rating: null }
                ? $"'{row.FromId}' rated '{row.ToId}', but the rating (1 to 5) is missing"
                : null
        );

    private string? Pair(string from, string to) =>
        !members.ContainsKey(from) ? Nobody("from", from)
        : !members.ContainsKey(to) ? Nobody("to", to)
        : string.Equals(from, to, StringComparison.Ordinal) ? $"from and to are the same member, '{from}'"
        : null;

    private static string Nobody(string field, string id) => $"{field} names '{id}', who is not among the members";
}
