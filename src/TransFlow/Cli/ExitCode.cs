namespace TransFlow.Cli;

/// <summary>What the exit codes say.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Refused: the answer is no, with the reason on standard error.</summary>
    public const int Refused = 1;

    /// <summary>The command was not understood.</summary>
    public const int Usage = 2;

    /// <summary>Something that is needed is not there: settings, store, source folder; or another worker runs.</summary>
    public const int Unavailable = 3;
}
