using System.Collections.Frozen;

namespace TransFlow.Core.Segments.Sentences;

/// <summary>
/// A word list embedded in the assembly: sections in square brackets, words set apart by white space, comments after <c>#</c>.
/// </summary>
internal sealed class WordFile
{
    private readonly Dictionary<string, FrozenSet<string>> _sections;

    private WordFile(Dictionary<string, FrozenSet<string>> sections) => _sections = sections;

    /// <summary>The words of a section.</summary>
    /// <param name="section">The section's name.</param>
    public WordSet this[string section] => new(_sections[section]);

    /// <summary>Reads a list.</summary>
    /// <param name="name">The file's name without its extension, such as <c>korean</c>.</param>
    /// <returns>The list.</returns>
    public static WordFile Load(string name)
    {
        using var stream = typeof(WordFile).Assembly.GetManifestResourceStream($"TransFlow.Core.Segments.Sentences.Words.{name}.txt")
            ?? throw new InvalidOperationException($"The word list {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        var sections = new Dictionary<string, HashSet<string>>();
        HashSet<string>? words = null;
        while (reader.ReadLine() is { } line)
        {
            var text = line.Split('#')[0].Trim();
            if (text.StartsWith('['))
                words = sections[text.Trim('[', ']')] = new HashSet<string>(StringComparer.Ordinal);
            else
                words?.UnionWith(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }

        return new WordFile(sections.ToDictionary(s => s.Key, s => s.Value.ToFrozenSet(StringComparer.Ordinal)));
    }
}
