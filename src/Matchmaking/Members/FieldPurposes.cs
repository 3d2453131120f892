using System.Text.Json.Serialization;

namespace Matchmaking;

/// <summary>What a member's field may be used for.</summary>
[Flags]
[JsonConverter(typeof(CommunityJsonConverter))]
public enum FieldPurposes
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>To be shown to others, in answers and their reasons.</summary>
    Shown = 1,

    /// <summary>To find whom the member should meet: scores, order and lists may depend on it.</summary>
    Matching = 2,

    /// <summary>To learn from: models and their reports may depend on it.</summary>
    Learning = 4,

    /// <summary>All of them.</summary>
    All = Shown | Matching | Learning,
}
