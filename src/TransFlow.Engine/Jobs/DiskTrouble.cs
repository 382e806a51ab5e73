using System.Runtime.ExceptionServices;

namespace TransFlow.Engine.Jobs;

/// <summary>Lets a step go on with the other pieces when the disk fails on one, and tells of the first failure at the end: nothing is swallowed.</summary>
internal sealed class DiskTrouble
{
    private ExceptionDispatchInfo? _first;

    /// <summary>Works on one piece.</summary>
    public void Try(Action work)
    {
        try
        {
            work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _first ??= ExceptionDispatchInfo.Capture(e);
        }
    }

    /// <summary>Throws the first failure, if there was one.</summary>
    public void Report() => _first?.Throw();
}
