using static Matchmaking.Tests.People;

namespace Matchmaking.Tests;

public class SuggestAllTests
{
    private static readonly string[] s_topics = ["chess", "golf", "jazz", "rust", "yoga"];

    [Fact]
    public void Everybody_is_answered_in_order_as_if_asked_alone()
    {
        Matchmaker matchmaker = Club(300);
        MemberIntroductions[] all =
        [
            .. matchmaker.SuggestAll(new() { Count = 4 }, cancellationToken: TestContext.Current.CancellationToken),
        ];

        Assert.Equal(matchmaker.Community.Members.Select(member => member.Id), all.Select(answer => answer.Member.Id));
        foreach (MemberIntroductions answer in all)
        {
            IReadOnlyList<Introduction> alone = matchmaker.Suggest(answer.Member.Id, new() { Count = 4 });
            Assert.Equal(alone.Select(i => (i.To.Id, i.Score, i.Because)), answer.Introductions.Select(i => (i.To.Id, i.Score, i.Because)));
        }
    }

    [Fact]
    public void What_changes_while_it_is_read_is_not_seen()
    {
        Matchmaker matchmaker = Club(300);
        int read = 0;
        foreach (MemberIntroductions answer in matchmaker.SuggestAll(cancellationToken: TestContext.Current.CancellationToken))
        {
            if (read++ == 0)
            {
                matchmaker.Remove("m299");
                matchmaker.Upsert(Person("late", likes: ["chess"]));
            }

            Assert.DoesNotContain(answer.Introductions, introduction => introduction.To.Id == "late");
        }

        Assert.Equal(300, read);
    }

    [Fact]
    public void It_tells_how_far_it_is_and_works_no_further_ahead_than_two_blocks()
    {
        int asked = 0;
        Matchmaker matchmaker = Club(1000, allow: (from, _) =>
        {
            if (from.Id == "m900")
                Interlocked.Increment(ref asked);
            return true;
        });
        var progress = new Steps();

        Assert.Equal(
            "m0",
            matchmaker.SuggestAll(progress: progress, cancellationToken: TestContext.Current.CancellationToken).First().Member.Id
        );
        Assert.Equal(0, asked);
        Assert.Single(progress.Shares);

        Assert.Equal(1000, matchmaker.SuggestAll(new() { Count = 1 }, progress, TestContext.Current.CancellationToken).Count());
        Assert.Equal(1, progress.Shares[^1]);
        Assert.Equal(progress.Shares[1..].Order(), progress.Shares[1..]);
    }

    [Fact]
    public void Cancelling_ends_it()
    {
        using var stop = new CancellationTokenSource();
        IEnumerator<MemberIntroductions> reader = Club(500).SuggestAll(cancellationToken: stop.Token).GetEnumerator();
        Assert.True(reader.MoveNext());
        stop.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            while (reader.MoveNext()) { }
        });
        reader.Dispose();
    }

    [Fact]
    public void A_hosts_rule_that_throws_is_heard_as_it_threw() =>
        Assert.Equal(
            "no",
            Assert
                .Throws<NotSupportedException>(() =>
                    Club(10, allow: (_, _) => throw new NotSupportedException("no"))
                        .SuggestAll(cancellationToken: TestContext.Current.CancellationToken)
                        .Count()
                )
                .Message
        );

    [Fact]
    public void A_community_of_nobody_has_no_answers() =>
        Assert.Empty(Club(0).SuggestAll(cancellationToken: TestContext.Current.CancellationToken));

    private static Matchmaker Club(int members, Func<Member, Member, bool>? allow = null) =>
        global::Matchmaking.Matchmaker.Create(
            new Community([.. Enumerable.Range(0, members).Select(i => Person($"m{i}", likes: [s_topics[i % 5], s_topics[i * 7 % 3]]))]),
            AtNow() with
            {
                Allow = allow,
            }
        );

    private sealed class Steps : IProgress<WorkProgress>
    {
        public List<double> Shares { get; } = [];

        public void Report(WorkProgress value) => Shares.Add(value.Share);
    }
}
