namespace TransFlow.Engine.Files;

/// <summary>Finds files that nobody is writing any more: size and time are the same in two looks.</summary>
/// <param name="clock">The clock.</param>
internal sealed class SettledFiles(TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    /// <summary>Those of the files that did not change between two looks, in the order given.</summary>
    public async Task<List<string>> Of(IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        if (files.Count == 0)
            return [];
        var first = files.Select(Look).ToList();
        await Task.Delay(Pause, clock, cancellationToken).ConfigureAwait(false);
        return [.. files.Where((f, i) => first[i] is { } seen && Look(f) == seen)];
    }

    private static (long Length, DateTime Time)? Look(string file)
    {
        var info = new FileInfo(file);
        return info.Exists ? (info.Length, info.LastWriteTimeUtc) : null;
    }
}
