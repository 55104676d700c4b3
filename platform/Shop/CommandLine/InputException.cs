namespace Shop.CommandLine;

/// <summary>Something the person at the command line gave is wrong: its message is the one line to show, the exit code is 2.</summary>
public sealed class InputException : Exception
{
    public InputException(string message) : base(message)
    {
    }

    public InputException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
