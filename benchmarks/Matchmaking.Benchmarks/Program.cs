using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using Matchmaking.Benchmarks;

// Changes under load are no repetition of one thing, which is what BenchmarkDotNet measures.
if (args is ["live", ..])
{
    LiveRow.Run(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 100_000);
    return;
}

// Short runs unless the command line names a job: enough to see a regression, and done in minutes.
bool namesJob = args.Any(argument => argument is "--job" or "-j");
IConfig config = namesJob ? DefaultConfig.Instance : DefaultConfig.Instance.AddJob(Job.ShortRun);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
