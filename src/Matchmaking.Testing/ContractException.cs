namespace Matchmaking.Testing;

/// <summary>An implementation does not keep to its contract.</summary>
public sealed class ContractException : Exception
{
    /// <summary>Without a reason.</summary>
    public ContractException() { }

    /// <summary>With a reason.</summary>
    /// <param name="message">The reason.</param>
    public ContractException(string message)
        : base(message) { }

    /// <summary>With a reason and a cause.</summary>
    /// <param name="message">The reason.</param>
    /// <param name="innerException">The cause.</param>
    public ContractException(string message, Exception innerException)
        : base(message, innerException) { }

    internal static void ThrowUnless(bool holds, string message)
    {
        if (!holds)
            throw new ContractException(message);
    }
}
