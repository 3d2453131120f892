using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using Matchmaking.Testing;

namespace Matchmaking.Tests;

public class ParallelWorkTests
{
    [Fact]
    public async Task What_is_built_on_one_thread_takes_no_other()
    {
        Community community = CommunityGenerator.Generate(new() { Members = 400 }, 3);
        using var loops = new Loops();
        var pair = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, 1);
        int scheduler = pair.ConcurrentScheduler.Id;
        await Task.Factory.StartNew(
            () => global::Matchmaking.Matchmaker.Create(community, People.AtNow()),
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            pair.ConcurrentScheduler
        );

        int[] begun = [.. loops.Begun.Where(loop => loop.Value == scheduler).Select(loop => loop.Key)];
        Assert.NotEmpty(begun);
        Assert.All(loops.Forks.Where(fork => begun.Contains(fork.Loop)), fork => Assert.Equal(scheduler, fork.Scheduler));
    }

    /// <summary>All parallel loops of the process and the schedulers on which their parts run, as the runtime tells.</summary>
    private sealed class Loops : EventListener
    {
        private const int LoopBegin = 1,
            InvokeBegin = 3,
            Fork = 5;

        /// <summary>By loop: the scheduler of whoever began it.</summary>
        public ConcurrentDictionary<int, int> Begun { get; } = [];

        public ConcurrentQueue<(int Loop, int Scheduler)> Forks { get; } = [];

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "System.Threading.Tasks.Parallel.EventSource")
                EnableEvents(eventSource, EventLevel.Verbose, EventKeywords.All);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (eventData.EventId is not (LoopBegin or InvokeBegin or Fork))
                return;
            (int scheduler, int loop) = ((int)eventData.Payload![0]!, (int)eventData.Payload[2]!);
            if (eventData.EventId == Fork)
                Forks.Enqueue((loop, scheduler));
            else
                Begun[loop] = scheduler;
        }
    }
}
