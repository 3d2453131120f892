using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>
/// Whose word counts: an account to which others turn, by what they do to it or by answering an introduction to it. What it does itself
/// proves nothing, or ten accounts made for the purpose could praise an eleventh. Only where most of those who say yes are such: in a
/// community that tells no more than who chose whom, everybody's word counts.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Vouchers
{
    /// <summary>Nobody turned to the account.</summary>
    internal const int Nobody = 0;

    /// <summary>Two others or more did.</summary>
    internal const int Several = 1;

    /// <summary>One did: who, by position.</summary>
    private const int First = 2;

    /// <summary>Whether somebody answered an introduction, with a yes or a no: neither comes to who was never met.</summary>
    private static bool IsAnswer(Outcome outcome) => IsYes(outcome) || outcome.Kind == OutcomeKind.Declined;

    /// <summary>Whether a number is a code of a community of so many.</summary>
    internal static bool IsCode(int voucher, int members) => voucher >= Nobody && voucher < First + members;

    /// <summary>Which rows count as a word in somebody's favour.</summary>
    internal static bool IsYes(Outcome outcome) => outcome.Kind is OutcomeKind.Accepted or OutcomeKind.Met or OutcomeKind.Rated;

    /// <summary>Whether an account's word of another counts: somebody else than that one has turned to it.</summary>
    internal static bool Count(int voucher, int other) => voucher == Several || (voucher >= First && voucher - First != other);

    /// <summary>Who turned to one member: a code that only <see cref="Count"/> reads.</summary>
    internal static int Of(int member, LiveCommunity community)
    {
        int voucher = Nobody;
        for (EventLog<Interaction>.Cursor i = community.Interactions.To(member); voucher != Several && i.MoveNext(); )
            voucher = With(voucher, i.Current.First, member);
        for (EventLog<Outcome>.Cursor o = community.Outcomes.To(member); voucher != Several && o.MoveNext(); )
            voucher = IsAnswer(o.Current.Row!) ? With(voucher, o.Current.First, member) : voucher;
        return voucher;
    }

    /// <summary>As <see cref="Of(int, LiveCommunity)"/>, of all members.</summary>
    internal static int[] Of(LiveCommunity community)
    {
        int[] vouchers = new int[community.Members.Count];
        Parallel.For(0, vouchers.Length, ParallelWork.Here(), member => vouchers[member] = Of(member, community));
        return vouchers;
    }

    /// <summary>Whether accounts that others turn to are the rule: most of those who said yes to somebody are.</summary>
    internal static bool AreUsual(Community community) => UsualOf(community) is not null;

    /// <summary>
    /// By position: the accounts whose outcomes count wherever they come from; null where those of all do. An account to which one member
    /// alone has turned counts but for that one.
    /// </summary>
    public static Func<int, int, bool>? Counting(Community community) =>
        UsualOf(community) is { } vouchers ? (from, to) => Count(vouchers[from], to) : null;

    private static int[]? UsualOf(Community community)
    {
        int[] vouchers = new int[community.Members.Count];
        foreach (Interaction row in community.Interactions)
            Add(row.FromId, row.ToId);
        foreach (Outcome row in community.Outcomes.Where(IsAnswer))
            Add(row.FromId, row.ToId);
        (int From, int To)[] yes =
        [
            .. community
                .Outcomes.Where(IsYes)
                .Select(row => (From: community.IndexOf(row.FromId), To: community.IndexOf(row.ToId)))
                .GroupBy(row => row.From)
                .Select(own => own.FirstOrDefault(row => Count(vouchers[row.From], row.To), own.First())),
        ];
        return yes.Length > 0 && yes.Count(row => Count(vouchers[row.From], row.To)) * 2 > yes.Length ? vouchers : null;

        void Add(string fromId, string toId)
        {
            int to = community.IndexOf(toId);
            vouchers[to] = With(vouchers[to], community.IndexOf(fromId), to);
        }
    }

    private static int With(int voucher, int other, int member) =>
        other == member || voucher == Several || voucher == First + other ? voucher
        : voucher == Nobody ? First + other
        : Several;
}
