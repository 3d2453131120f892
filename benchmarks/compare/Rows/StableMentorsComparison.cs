using Matchmaking.Optimization;

namespace Matchmaking.Compare.Rows;

/// <summary>From the two sides' lists to a stable matching.</summary>
internal sealed class StableMentorsComparison : IComparison
{
    public string Name => "hr";

    public string Work => "stable mentors, 10,000 mentees × 50, 2,000 mentors of 5";

    public string Workloads => "D";

    public Target Asked => new(Seconds: 0.015);

    public int Threads => 1;

    public PythonPeer? Peer => new("deferred acceptance in Python", "deferred_acceptance.py", [], ["numpy"]) { IsOurs = true };

    public Func<Measurement> Prepare(string folder)
    {
        int[] mentees = BinaryFile.Read<int>(folder, "hr_mentee_prefs.i32");
        int[] mentors = BinaryFile.Read<int>(folder, "hr_mentor_prefs.indices.i32");
        int[] mentorStarts = Array.ConvertAll(BinaryFile.Read<long>(folder, "hr_mentor_prefs.indptr.i64"), start => (int)start);
        const int Listed = 50;
        int[] menteeStarts = [.. Enumerable.Range(0, (mentees.Length / Listed) + 1).Select(i => i * Listed)];
        int[] one = [.. Enumerable.Repeat(1, mentees.Length / Listed)];
        int[] five = [.. Enumerable.Repeat(5, mentorStarts.Length - 1)];
        return () =>
            Measurement.Of(
                () =>
                {
                    PreferenceLists lists = PreferenceLists.FromRows(menteeStarts, mentees, mentorStarts, mentors, one, five);
                    return (Lists: lists, StableMatching.Solve(lists).Pairs);
                },
                solved => $"{solved.Pairs.Length} matched, {StableMatching.BlockingPairs(solved.Lists, solved.Pairs).Count} blocking pairs"
            );
    }
}
