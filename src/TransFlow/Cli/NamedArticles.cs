using TransFlow.Core;
using TransFlow.Core.Articles;

namespace TransFlow.Cli;

/// <summary>
/// The articles that a command line names: files, and those in folders. What is hidden, as <c>.git</c>, is not gone into, and no folder that is a link.
/// </summary>
internal sealed class NamedArticles
{
    /// <summary>Standard input as an article, standard output as a file.</summary>
    public const string Standard = "-";

    private readonly Verb _verb;
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);

    /// <summary>Looks for them, and says which folders have none or cannot be read.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="inputs">Files, folders and standard input.</param>
    public NamedArticles(Verb verb, IEnumerable<string> inputs)
    {
        _verb = verb;
        foreach (var input in inputs.Select(i => i == Standard ? i : verb.Terminal.Full(i)))
        {
            if (!Directory.Exists(input))
            {
                Add(input, Path.GetFileName(input), null);
                continue;
            }

            var inside = new List<string>();
            In(new DirectoryInfo(input), inside);
            foreach (var file in inside.Order(StringComparer.Ordinal))
                Add(file, Path.GetRelativePath(input, file), input);
            if (inside.Count == 0)
                verb.Terminal.Error.WriteLine($"{input}: no article is in it; articles are files that end with .md or .mdx.");
        }
    }

    /// <summary>The articles' paths, each once, their names as they lie in their folders, and the folders in which they were found; null for those that were named themselves.</summary>
    public List<(string Path, string Name, string? Folder)> Files { get; } = [];

    /// <summary>Refused when a folder could not be read.</summary>
    public int Code { get; private set; } = ExitCode.Done;

    private void Add(string path, string name, string? folder)
    {
        if (_paths.Add(path))
            Files.Add((path, name, folder));
    }

    private void In(DirectoryInfo folder, List<string> articles)
    {
        try
        {
            articles.AddRange(folder.EnumerateFiles().Select(f => f.FullName).Where(f => ArticleIdentity.IsArticle(f) && !Path.GetFileName(f).StartsWith('.')));
            foreach (var sub in folder.GetDirectories().Where(d => !d.Name.StartsWith('.') && d.LinkTarget is null))
                In(sub, articles);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Code = _verb.Refuse(new Refusal("not-read", e.Message, "Mend that, then run the command again; the others were done.") { File = folder.FullName });
        }
    }
}
