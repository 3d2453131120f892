using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>
/// Who has had to do with whom, undirected: interactions, a yes or a meeting that came of an introduction, and small activities in common.
/// A tie's weight is the sum of what made it, decayed by time. A tie may be next to nothing: who knows whom says
/// <see cref="MemberNetwork.AreAcquainted"/>.
/// </summary>
/// <param name="ties">Member × member: the weight of the tie.</param>
/// <param name="roots">The square roots of the ties.</param>
/// <param name="strength">The sum of each member's ties.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ContactGraph(SparseRows ties, SparseRows roots, PersistentArray<double> strength)
{
    /// <summary>Member × member: the weight of the tie.</summary>
    public SparseRows Ties => ties;

    /// <summary>The square roots of the <see cref="Ties"/>.</summary>
    public SparseRows RootTies => roots;

    /// <summary>The sum of each member's ties (weighted degree).</summary>
    public PersistentArray<double> Strength => strength;

    /// <summary>One member's ties: the one function that makes them. For one thread.</summary>
    /// <param name="member">Whose.</param>
    /// <param name="community">Interactions and outcomes.</param>
    /// <param name="own">The member's visits, by activity.</param>
    /// <param name="present">Each activity's visits, by member: a span of members and one of visits.</param>
    /// <param name="decay">What time takes away.</param>
    /// <param name="acquaintance">What counts how much.</param>
    /// <param name="counts">Whether one member's word of another counts (<see cref="Vouchers"/>).</param>
    /// <param name="row">Makes the row.</param>
    internal static SparseRow Row(
        int member,
        LiveCommunity community,
        SparseRow own,
        Func<int, SparseRow> present,
        TimeDecay decay,
        Acquaintance acquaintance,
        Func<int, int, bool> counts,
        SparseRowBuilder row
    )
    {
        // However old, a tie is a tie: a weight that ran out of range still connects.
        static double Weight(double weight) => Math.Max(weight, double.Epsilon);
        for (EventLog<Interaction>.Cursor i = community.Interactions.From(member); i.MoveNext(); )
            Add(i.Current.Second, i);
        for (EventLog<Interaction>.Cursor i = community.Interactions.To(member); i.MoveNext(); )
            Add(i.Current.First, i);
        for (EventLog<Outcome>.Cursor o = community.Outcomes.From(member); o.MoveNext(); )
            AddYes(member, o.Current.Second, o.Current.Second, o);
        for (EventLog<Outcome>.Cursor o = community.Outcomes.To(member); o.MoveNext(); )
            AddYes(o.Current.First, member, o.Current.First, o);
        for (int i = 0; i < own.Length; i++)
        {
            // The tie through one activity is the smaller of the two sides' part in it.
            SparseRow others = present(own.Columns[i]);
            for (int j = 0; j < others.Length && others.Length <= acquaintance.SmallActivitySize; j++)
            {
                if (others.Columns[j] != member)
                    row.Add(others.Columns[j], Weight(Math.Min(own.Values[i], others.Values[j])), 2, own.Columns[i]);
            }
        }

        return row.Build();

        // One side's yes, too: whom somebody chose is near them, though no acquaintance.
        void AddYes(int from, int to, int other, EventLog<Outcome>.Cursor at)
        {
            Outcome outcome = at.Current.Row!;
            if (Vouchers.IsYes(outcome) && counts(from, to))
                row.Add(other, Weight(decay.Of(outcome.Time)), 1, at.Position);
        }

        void Add(int other, EventLog<Interaction>.Cursor at)
        {
            Interaction interaction = at.Current.Row!;
            if (acquaintance.ClosenessOf(interaction) is > 0 and double weight)
                row.Add(other, Weight(weight * decay.Of(interaction.Time)), 0, at.Position);
        }
    }
}
