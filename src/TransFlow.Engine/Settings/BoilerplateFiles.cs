using System.Collections.Immutable;
using TransFlow.Core.Segments;

namespace TransFlow.Engine.Settings;

/// <summary>The newsroom's standing texts: one Markdown file for each name and language.</summary>
/// <param name="folder">Their folder.</param>
internal sealed class BoilerplateFiles(string folder)
{
    public string PathOf(string name, string language) => Path.Combine(folder, $"{name}.{language}.md");

    public string? Read(string name, string language) =>
        File.Exists(PathOf(name, language)) ? File.ReadAllText(PathOf(name, language)) : null;

    /// <summary>All of them.</summary>
    public IEnumerable<string> All => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal) : [];

    /// <summary>Those of one language, by name.</summary>
    public ImmutableArray<StandingText> In(string language) => !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateFiles(folder, $"*.{language}.md").Order(StringComparer.Ordinal).Select(f => new StandingText(Path.GetFileName(f)[..^(language.Length + 4)], File.ReadAllText(f)))];
}
