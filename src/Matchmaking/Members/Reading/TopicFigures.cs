namespace Matchmaking.Members;

/// <summary>What may stand beside a topic.</summary>
[Flags]
internal enum TopicFigures
{
    None = 0,
    Topic = 1,
    Weight = 2,
    Level = 4,
    Importance = 8,
}
