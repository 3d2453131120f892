using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;

// Short runs unless the command line names a job: enough to see a regression, and done in minutes.
bool namesJob = args.Any(argument => argument is "--job" or "-j");
IConfig config = namesJob ? DefaultConfig.Instance : DefaultConfig.Instance.AddJob(Job.ShortRun);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
