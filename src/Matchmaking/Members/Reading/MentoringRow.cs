namespace Matchmaking.Members;

internal sealed class MentoringRow
{
    public MentoringRole? Role { get; set; }

    public int? Capacity { get; set; }

    public List<string>? Topics { get; set; }

    public MentoringPreferences ToMentoringPreferences() =>
        new()
        {
            Role = Role ?? throw MemberRow.Missing("mentoring.role"),
            Capacity = Capacity ?? MentoringPreferences.DefaultCapacity,
            Topics = Topics ?? [],
        };

    public static MentoringRow Of(MentoringPreferences mentoring) =>
        new()
        {
            Role = mentoring.Role,
            Capacity = mentoring.Capacity,
            Topics = MemberRow.ListOrNull(mentoring.Topics),
        };
}
