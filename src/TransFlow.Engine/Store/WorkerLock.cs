namespace TransFlow.Engine.Store;

/// <summary>Keeps a second worker from the same store; the system lets go of it when the process ends, however it ends.</summary>
public sealed class WorkerLock : IDisposable
{
    private readonly FileStream _file;

    private WorkerLock(FileStream file) => _file = file;

    /// <summary>Takes the lock.</summary>
    /// <param name="store">The store's file.</param>
    /// <returns>The lock; null when another worker has it.</returns>
    public static WorkerLock? Take(string store)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(store))!);
        try
        {
            return new WorkerLock(new FileStream(store + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
