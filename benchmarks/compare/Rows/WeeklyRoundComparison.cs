using System.Globalization;
using Matchmaking.Benchmarks;

namespace Matchmaking.Compare.Rows;

/// <summary>A weekly round of pairs, from candidates to reasons.</summary>
internal sealed class WeeklyRoundComparison(int members, double? seconds) : IComparison
{
    public string Name => string.Create(CultureInfo.InvariantCulture, $"round{members}");

    public string Work =>
        string.Create(CultureInfo.InvariantCulture, $"a weekly round of pairs, {members:N0} members, from candidates to reasons");

    public string Workloads => "";

    public Target Asked => seconds is { } limit ? new(Seconds: limit) : Target.None;

    public int Threads => 2;

    public PythonPeer? Peer => null;

    public Func<Measurement> Prepare(string folder)
    {
        var matchmaker = Matchmaker.Create(
            new CommunityGenerator(members).Generate(),
            new MatchmakerOptions { TimeProvider = new FixedTime(CommunityGenerator.Today) }
        );
        return () =>
            Measurement.Of(
                () => Plan(matchmaker),
                planned =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{planned.Round.Figures.Served:N0} served of {planned.Round.Figures.Participants:N0}, mean score "
                            + $"{planned.Round.Figures.MeanScore:0.000}, of {planned.Round.Figures.CandidatePairs:N0} candidate pairs; "
                            + $"{planned.Stages}"
                    )
            );
    }

    private static (Round Round, string Stages) Plan(Matchmaker matchmaker)
    {
        var stages = new Stages();
        return (matchmaker.PlanRound(progress: stages), stages.Text());
    }
}
