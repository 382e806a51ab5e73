using TransFlow.Core;
using TransFlow.Core.Articles;
using TransFlow.Engine;

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
        foreach (var said in inputs)
        {
            var input = said == Standard ? said : verb.Terminal.Full(said);
            if (said == Standard && _paths.Contains(Standard))
                Code = Math.Max(Code, verb.Refuse(new Refusal("standard-input-twice", "Standard input is one article, and is named twice.", "Name it once.")));
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
            {
                verb.Terminal.Error.WriteLine($"{said}: no article is in it; articles are files that end with .md or .mdx.");
                Code = Math.Max(Code, ExitCode.Usage);
            }
        }
    }

    /// <summary>The articles' paths, each once, their names as they lie in their folders, and the folders in which they were found; null for those that were named themselves.</summary>
    public List<(string Path, string Name, string? Folder)> Files { get; } = [];

    /// <summary>Refused when a folder could not be read; not understood when one has no articles.</summary>
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
            foreach (var file in folder.EnumerateFiles().Where(f => ArticleIdentity.IsArticle(f.FullName) && !f.Name.StartsWith('.')))
            {
                if ((file.LinkTarget is null && file.Length > 0) || !Newsroom.IsNoFile(file.FullName))
                    articles.Add(file.FullName);
                else
                    _verb.Terminal.Error.WriteLine($"{_verb.Terminal.Shown(file.FullName)}: passed over; it is a pipe or a device and no file.");
            }

            foreach (var sub in folder.GetDirectories().Where(d => !d.Name.StartsWith('.') && d.LinkTarget is null))
                In(sub, articles);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Code = Math.Max(Code, ExitCode.Refused);
            _verb.Refuse(new Refusal("not-read", e.Message, "Mend that, then run the command again; the others were done.") { File = folder.FullName });
        }
    }
}
