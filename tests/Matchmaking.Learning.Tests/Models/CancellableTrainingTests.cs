namespace Matchmaking.Tests.Learning.Models;

public sealed class CancellableTrainingTests
{
    [Fact]
    public async Task Whoever_cancels_is_free_while_the_training_still_runs()
    {
        using var source = new CancellationTokenSource();
        using ManualResetEventSlim begun = new(),
            end = new();
        Task<int> caller = Task.Run(
            () =>
                CancellableTraining.Run(
                    () =>
                    {
                        begun.Set();
                        end.Wait(TestContext.Current.CancellationToken);
                        return 1;
                    },
                    source.Token
                ),
            TestContext.Current.CancellationToken
        );
        begun.Wait(TestContext.Current.CancellationToken);
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => caller);
        Assert.False(end.IsSet);
        end.Set();
    }

    [Fact]
    public void A_training_that_fails_tells_why()
    {
        using var source = new CancellationTokenSource();

        Assert.Throws<InvalidDataException>(() => CancellableTraining.Run<int>(() => throw new InvalidDataException(), source.Token));
    }

    [Fact]
    public void Nothing_begins_once_it_is_cancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() =>
            CancellableTraining.Run<int>(() => throw new InvalidDataException(), source.Token)
        );
    }
}
