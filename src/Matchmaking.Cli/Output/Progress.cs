using Spectre.Console;

namespace Matchmaking.Cli.Output;

/// <summary>Shows that long work goes on, on standard error, to a person alone: scripts and logs see nothing.</summary>
internal static class Progress
{
    public static Task<T> ShowAsync<T>(Terminal error, string title, Func<Task<T>> work) => error.IsInteractive
        ? error.Console.Status().StartAsync(Markup.Escape(title), _ => Task.Run(work))
        : work();

    /// <summary>Work in countable steps; it calls the given action after each, from any thread.</summary>
    public static void Show(Terminal error, string title, int steps, Action<Action> work)
    {
        if (!error.IsInteractive)
        {
            work(static () => { });
            return;
        }

        error.Console.Progress().AutoClear(true).Start(context =>
        {
            ProgressTask task = context.AddTask(Markup.Escape(title), maxValue: steps);
            work(() => task.Increment(1));
        });
    }
}
