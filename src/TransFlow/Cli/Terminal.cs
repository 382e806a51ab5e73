namespace TransFlow.Cli;

/// <summary>What a command works with: its streams, its surroundings and its clock.</summary>
/// <param name="Out">Answers.</param>
/// <param name="Error">Problems.</param>
/// <param name="In">Standard input.</param>
/// <param name="Folder">The current folder.</param>
/// <param name="Environment">The environment's variables.</param>
/// <param name="Clock">The clock.</param>
public sealed record Terminal(TextWriter Out, TextWriter Error, TextReader In, string Folder, System.Collections.IDictionary Environment, TimeProvider Clock)
{
    /// <summary>A path as the person typed it, made absolute.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The absolute path.</returns>
    public string Full(string path) => Path.GetFullPath(path, Folder);

    /// <summary>A path as it is told: from the current folder on, and from the root on where it is outside of that.</summary>
    /// <param name="full">The absolute path.</param>
    /// <returns>The path to show.</returns>
    public string Shown(string full) =>
        Path.GetRelativePath(Folder, full) is var relative && relative != ".." && !relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? relative : full;

    /// <summary>Standard input byte by byte, in whatever encoding it is; where a reader of text stands in for it, that text in UTF-8.</summary>
    /// <returns>What is still to be read of it.</returns>
    public Stream Input() => ReferenceEquals(In, Console.In) ? Console.OpenStandardInput() : new MemoryStream(System.Text.Encoding.UTF8.GetBytes(In.ReadToEnd()));
}
