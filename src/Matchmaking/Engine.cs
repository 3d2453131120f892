using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>What packages of Matchmaking ask of a matchmaker beside its public calls. There is no promise of compatibility.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Engine
{
    /// <summary>The community as it is now, and what was learned of it; null: nothing.</summary>
    public static (CommunityIndex Index, IModel? Model) State(Matchmaker matchmaker) => matchmaker.State;

    /// <summary>The community as learning may see it now, with the network fitted to it as it would be if it were built now.</summary>
    public static CommunityIndex FittedIndex(Matchmaker matchmaker)
    {
        CommunityIndex index = matchmaker.State.Index;
        return (index.Changes > 0 ? index.Rebuilt(null) : index).ForLearning;
    }

    /// <summary>Puts a model in use. It is told of whoever leaves from now on, while it is learned or read.</summary>
    /// <param name="matchmaker">The matchmaker.</param>
    /// <param name="learn">Learns or reads the model; null: none came of it, and what is in use stays.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Whether there was one.</returns>
    public static bool Adopt(Matchmaker matchmaker, Func<IModel?> learn, CancellationToken cancellationToken) =>
        matchmaker.Adopt(learn, cancellationToken);
}
