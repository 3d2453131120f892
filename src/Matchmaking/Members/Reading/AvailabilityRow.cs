namespace Matchmaking.Members;

internal sealed class AvailabilityRow
{
    public List<WindowRow?>? Windows { get; set; }

    public DateTimeOffset? PausedUntil { get; set; }

    public int? IntroductionsPerMonth { get; set; }

    public Availability ToAvailability() =>
        new()
        {
            Windows = Windows is null ? [] : Windows.ConvertAll(static w => w?.ToWindow()!),
            PausedUntil = PausedUntil,
            IntroductionsPerMonth = IntroductionsPerMonth,
        };

    public static AvailabilityRow Of(Availability availability) =>
        new()
        {
            Windows = MemberRow.ListOrNull<WindowRow?>(availability.Windows.Select(WindowRow.Of)),
            PausedUntil = availability.PausedUntil,
            IntroductionsPerMonth = availability.IntroductionsPerMonth,
        };
}
