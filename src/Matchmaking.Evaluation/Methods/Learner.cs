namespace Matchmaking.Evaluation;

/// <summary>The one place where the lab lets the library learn.</summary>
internal static class Learner
{
    public static bool IsAvailable => false;

    public static void Learn(Matchmaker matchmaker, int seed, CancellationToken cancellationToken) => throw new NotSupportedException();
}
