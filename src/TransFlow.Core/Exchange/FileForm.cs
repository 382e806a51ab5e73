using System.Collections.Immutable;

namespace TransFlow.Core.Exchange;

/// <summary>In which form a person gets files: what the person's tool reads and shows.</summary>
/// <param name="Version">The XLIFF version: 1.2, 2.0, 2.1 or 2.2.</param>
/// <param name="IsFilled">True when targets that there are not yet begin as copies of their sources (1.2 only): for tools that show nothing else.</param>
/// <param name="HasModules">True when matches and terms stand in the file itself (2.x only).</param>
public sealed record FileForm(string Version, bool IsFilled, bool HasModules)
{
    private static readonly ImmutableSortedDictionary<string, FileForm> Forms = ImmutableSortedDictionary.CreateRange<string, FileForm>(StringComparer.Ordinal,
    [
        new("1.2", new("1.2", false, false)),
        new("1.2-filled", new("1.2", true, false)),
        new("2.0", new("2.0", false, false)),
        new("2.0-modules", new("2.0", false, true)),
        new("2.1", new("2.1", false, false)),
        new("2.1-modules", new("2.1", false, true)),
        new("2.2", new("2.2", false, false)),
        new("2.2-modules", new("2.2", false, true)),
    ]);

    /// <summary>What tools were seen, or are documented, to read and to keep.</summary>
    private static readonly ImmutableSortedDictionary<string, string> Tools = ImmutableSortedDictionary.CreateRange<string, string>(StringComparer.Ordinal,
    [
        new("lokalize", "1.2"),
        new("matecat", "2.0"),
        new("memoq", "2.0"),
        new("omegat", "1.2-filled"),
        new("phrase", "2.0"),
        new("poedit", "2.0"),
        new("swordfish", "2.0-modules"),
        new("text", "2.0"),
        new("trados", "2.0"),
        new("virtaal", "1.2"),
        new("weblate", "1.2"),
        new("wordfast", "1.2"),
    ]);

    /// <summary>The form that every tool was seen to keep best.</summary>
    public static FileForm Default { get; } = Forms["2.0"];

    /// <summary>The names of forms, in order.</summary>
    public static IEnumerable<string> Names => Forms.Keys;

    /// <summary>The names of tools, in order.</summary>
    public static IEnumerable<string> ToolNames => Tools.Keys;

    /// <summary>The form's name in the settings.</summary>
    public string Name => Version + (IsFilled ? "-filled" : HasModules ? "-modules" : "");

    /// <summary>What a file's name ends in, so that two forms of one package can lie side by side.</summary>
    public string Suffix => this == Default ? ".xlf" : $".v{Version.Replace(".", "", StringComparison.Ordinal)}{(IsFilled ? "-filled" : HasModules ? "-modules" : "")}.xlf";

    /// <summary>The form of a name.</summary>
    /// <param name="name">A name of <see cref="Names"/>.</param>
    /// <returns>The form; null when there is none of that name.</returns>
    public static FileForm? Named(string name) => Forms.GetValueOrDefault(name);

    /// <summary>The form that a tool reads best.</summary>
    /// <param name="tool">A name of <see cref="ToolNames"/>.</param>
    /// <returns>The form; null when the tool is not known.</returns>
    public static FileForm? OfTool(string tool) => Tools.TryGetValue(tool, out var name) ? Forms[name] : null;
}
