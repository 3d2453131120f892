namespace Matchmaking.Testing;

/// <summary>
/// One thing that an implementation must keep to. A test framework runs each as a test of its own: in xunit as a theory over the names.
/// </summary>
public sealed class ContractCheck
{
    private readonly Action _run;

    internal ContractCheck(string name, Action run) => (Name, _run) = (name, run);

    /// <summary>What must hold, as a sentence.</summary>
    public string Name { get; }

    /// <summary>Checks it.</summary>
    /// <exception cref="ContractException">It does not hold; the message tells why.</exception>
    public void Run() => _run();

    /// <inheritdoc/>
    public override string ToString() => Name;
}
