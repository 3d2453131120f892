namespace Matchmaking.Learning;

/// <summary>By what the two sides of introductions are told apart.</summary>
internal enum RoleMark
{
    Value,
    Mentoring,
    Telling,
}
