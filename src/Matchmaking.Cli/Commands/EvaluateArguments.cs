using System.CommandLine;
using System.Globalization;
using Matchmaking.Cli.Input;
using Matchmaking.Cli.Output;
using Matchmaking.Evaluation;

namespace Matchmaking.Cli.Commands;

/// <summary>What both forms of <c>evaluate</c> take: where the data are, which methods, and what to compare with.</summary>
internal sealed class EvaluateArguments
{
    private readonly Option<string?> _data = new("--data")
    {
        Description = ToolText.Of("Data", Evaluator.DataFolderVariable),
        HelpName = "FOLDER",
    };

    private readonly Option<string[]?> _methods = new("--methods")
    {
        Description = ToolText.Of("Methods"),
        HelpName = "NAMES",
        CustomParser = result =>
            IdList.Parse(result.Tokens[0].Value) is { Length: > 0 } names
                ? names
                : result.Reject<string[]>(ToolText.Of("NoMethod", result.Tokens[0].Value)),
    };

    private readonly Option<string?> _baseline = new("--baseline") { Description = ToolText.Of("Baseline"), HelpName = "FILE" };

    private readonly Option<double> _tolerance = new("--tolerance")
    {
        Description = ToolText.Of("Tolerance"),
        HelpName = "DIFFERENCE",
        DefaultValueFactory = _ => BaselineComparison.DefaultTolerance,
        CustomParser = result =>
            double.TryParse(result.Tokens[0].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value)
            && value is >= 0 and <= 1
                ? value
                : result.Reject<double>(ToolText.Of("NotATolerance", result.Tokens[0].Value)),
    };

    private readonly Option<bool> _json = CommonOptions.Json();

    public void AddTo(Command command)
    {
        command.Add(_data);
        command.Add(_methods);
        command.Add(_baseline);
        command.Add(_tolerance);
        command.Add(_json);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_tolerance) is { Implicit: false } && result.GetResult(_baseline) is null)
                result.AddError(ToolText.Of("ToleranceAlone"));
        });
    }

    /// <summary>The baseline is read at once: a fault in it is told before an hour's work, not after.</summary>
    public EvaluateRequest Read(ParseResult parsed) =>
        new(
            parsed.GetValue(_data),
            // An option of many that is not given is an empty list, not null.
            parsed.GetValue(_methods)
                is { Length: > 0 } methods
                ? methods
                : null,
            parsed.GetValue(_baseline) is { } path ? QualityBaseline.Load(path) : null,
            parsed.GetValue(_tolerance),
            parsed.GetValue(_json)
        );
}

/// <summary>What was asked for.</summary>
internal sealed record EvaluateRequest(string? Data, string[]? Methods, QualityBaseline? Baseline, double Tolerance, bool Json)
{
    public async Task<EvaluationReport> MeasureAsync(Terminal error, string task, CancellationToken cancellationToken)
    {
        try
        {
            return await Progress
                .ShowShareAsync(error, ToolText.Of("Evaluating", task), progress =>
                    Task.Run(
                        () => Evaluator.Run(task, Data, methods: Methods, progress: progress, cancellationToken: cancellationToken),
                        cancellationToken
                    )
                )
                .ConfigureAwait(false);
        }
        catch (ArgumentException unknown) when (unknown.ParamName == "methods")
        {
            throw new InputException($"--methods: {unknown.Message}");
        }
    }

    /// <summary>The comparison goes where people read: beside JSON, that is standard error.</summary>
    public int Compare(Terminal output, Terminal error, IEnumerable<EvaluationReport> reports)
    {
        if (Baseline is null)
            return Program.Success;
        var comparison = BaselineComparison.Of(Baseline, reports, Tolerance);
        comparison.Write(Json ? error : output);
        return comparison.HasFallen ? Program.Worse : Program.Success;
    }
}
