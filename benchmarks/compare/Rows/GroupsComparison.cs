using System.Globalization;
using Matchmaking.Benchmarks;

namespace Matchmaking.Compare.Rows;

/// <summary>
/// From a community to groups of five: what members gain, beside groups drawn at random (whatever the rules) and the greedy groups with
/// which the search begins.
/// </summary>
internal sealed class GroupsComparison : IComparison
{
    private const int Members = 10_000,
        Size = 5;

    public string Name => "groups";

    public string Work => "groups of 5 of 10,000 members, from candidates to reasons";

    public string Workloads => "";

    public Target Asked => new(Seconds: 20);

    public int Threads => 2;

    public PythonPeer? Peer => null;

    public Func<Measurement> Prepare(string folder)
    {
        var matchmaker = Matchmaker.Create(
            new CommunityGenerator(Members).Generate(),
            new MatchmakerOptions { TimeProvider = new FixedTime(CommunityGenerator.Today) }
        );
        RoundOptions options = new() { GroupSize = Size, IncludeConnected = true };
        (double Mean, double Worst, double Least)? random = null,
            greedy = null;
        return () =>
            Measurement.Of(
                () => Plan(matchmaker, options),
                planned =>
                {
                    (Round round, string stages) = planned;
                    random ??= OfRandom(matchmaker);
                    greedy ??= Of(matchmaker.PlanRound(options with { Groups = new GroupRoundOptions { StepsPerMember = 0 } }));
                    return $"{round.Figures.Served} in {round.Groups.Count} groups; mean gain, worst member of a group on average, worst "
                        + $"of all: {Text(Of(round))}; greedy {Text(greedy.Value)}; random {Text(random.Value)}; {stages}";
                }
            );
    }

    private static (Round Round, string Stages) Plan(Matchmaker matchmaker, RoundOptions options)
    {
        var stages = new Stages();
        return (matchmaker.PlanRound(options, stages), stages.Text());
    }

    private static (double Mean, double Worst, double Least) Of(Round round) =>
        (
            round.Groups.SelectMany(group => group.Benefits).Average(),
            round.Groups.Average(group => group.WorstBenefit),
            round.Groups.Min(group => group.WorstBenefit)
        );

    private static (double Mean, double Worst, double Least) OfRandom(Matchmaker matchmaker)
    {
        string[] ids = [.. matchmaker.Community.Members.Select(member => member.Id)];
        new Random(1).Shuffle(ids);
        double[][] gains =
        [
            .. ids.Chunk(Size)
                .Select(group =>
                    group.Select(from => group.Where(to => to != from).Average(to => matchmaker.Score(from, to).Forward)).ToArray()
                ),
        ];
        return (gains.SelectMany(group => group).Average(), gains.Average(group => group.Min()), gains.Min(group => group.Min()));
    }

    private static string Text((double Mean, double Worst, double Least) gain) =>
        string.Create(CultureInfo.InvariantCulture, $"{gain.Mean:0.000}, {gain.Worst:0.000}, {gain.Least:0.000}");
}
