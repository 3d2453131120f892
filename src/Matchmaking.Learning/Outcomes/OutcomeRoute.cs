namespace Matchmaking.Learning;

/// <summary>The trees for rows of which one and the same history is known. All read full rows.</summary>
/// <param name="Known">What is known.</param>
/// <param name="Trees">One model a role.</param>
/// <param name="Joint">The model of both sides; null where only one side answers.</param>
internal sealed record OutcomeRoute(KnownHistory Known, CompiledModel[] Trees, CompiledModel? Joint)
{
    /// <summary>The route that uses most of what is known of a row, and nothing that is not.</summary>
    public static OutcomeRoute For(IReadOnlyList<OutcomeRoute> routes, KnownHistory known)
    {
        OutcomeRoute best = routes[0];
        int most = -1;
        foreach (OutcomeRoute route in routes)
        {
            int used = System.Numerics.BitOperations.PopCount((uint)route.Known);
            if ((route.Known & ~known) == 0 && used > most)
                (best, most) = (route, used);
        }

        return best;
    }
}
