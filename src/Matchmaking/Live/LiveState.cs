namespace Matchmaking.Live;

/// <summary>What a call sees, whole.</summary>
/// <param name="Index">The community as it is: rules go by it, and scores where nothing was learned.</param>
/// <param name="View">
/// What was learned, bound to the community as it was lately; null: nothing was. Positions are those of <paramref name="Index"/>.
/// </param>
internal sealed record LiveState(CommunityIndex Index, ModelView? View);
