namespace Matchmaking.Rounds;

/// <summary>Turns each stage's own share into a share of the whole, which never falls.</summary>
internal sealed class RoundProgressReporter(IProgress<WorkProgress>? progress)
{
    private readonly Lock _lock = new();
    private string _stage = "";
    private double _from;
    private double _to;
    private double _told = -1;

    /// <summary>Begins a stage that takes the whole from one share to another.</summary>
    public void Begin(string stage, double from, double to)
    {
        (_stage, _from, _to) = (stage, from, to);
        Report(0);
    }

    /// <summary>The share of the stage that is done.</summary>
    public void Report(double share)
    {
        if (progress is null)
            return;
        lock (_lock)
        {
            double whole = _from + ((_to - _from) * Math.Clamp(share, 0, 1));
            if (whole < _told || (whole < _told + 0.005 && share is > 0 and < 1))
                return;
            _told = whole;
            progress.Report(new WorkProgress { Stage = _stage, Share = whole });
        }
    }
}
