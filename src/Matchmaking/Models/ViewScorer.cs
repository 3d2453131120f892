namespace Matchmaking.Models;

/// <summary>
/// Scores pairs that the view knows by what was learned, and who came or changed since by the newest thing on the same scale: nobody is
/// left out.
/// </summary>
/// <param name="view">What is known of whom.</param>
/// <param name="learned">Bound to the view.</param>
/// <param name="newest">Of the community as it is now.</param>
internal sealed class ViewScorer(ModelView view, IPairScorer learned, IPairScorer newest) : IPairScorer
{
    public PairScore Score(PairQuery query, int candidate) =>
        Knows(query, candidate) ? learned.Score(query.On(view.Index), candidate) : newest.Score(query, candidate);

    public (PairScore Score, PartScore[] Parts) Explain(PairQuery query, int candidate) =>
        Knows(query, candidate) ? learned.Explain(query.On(view.Index), candidate) : newest.Explain(query, candidate);

    private bool Knows(PairQuery query, int candidate) => view.Knows(query.Index, query.Member) && view.Knows(query.Index, candidate);
}
