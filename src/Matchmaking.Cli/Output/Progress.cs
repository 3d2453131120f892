using Spectre.Console;

namespace Matchmaking.Cli.Output;

/// <summary>Shows that long work goes on, on standard error, to a person alone: scripts and logs see nothing.</summary>
internal static class Progress
{
    public static Task<T> ShowAsync<T>(Terminal error, string title, Func<Task<T>> work) =>
        error.IsInteractive ? error.Console.Status().StartAsync(Markup.Escape(title), _ => Task.Run(work)) : work();

    /// <summary>Work that tells its share done, in [0, 1].</summary>
    public static Task<T> ShowShareAsync<T>(Terminal error, string title, Func<IProgress<double>?, Task<T>> work) =>
        error.IsInteractive
            ? error
                .Console.Progress()
                .AutoClear(true)
                .StartAsync(context =>
                {
                    ProgressTask task = context.AddTask(Markup.Escape(title), maxValue: 1);
                    return work(new Progress<double>(share => task.Value = share));
                })
            : work(null);

    /// <summary>Work in countable steps; it calls the given action after each, from any thread.</summary>
    public static void Show(Terminal error, string title, int steps, Action<Action> work)
    {
        if (!error.IsInteractive)
        {
            work(static () => { });
            return;
        }

        error
            .Console.Progress()
            .AutoClear(true)
            .Start(context =>
            {
                ProgressTask task = context.AddTask(Markup.Escape(title), maxValue: steps);
                work(() => task.Increment(1));
            });
    }
}
