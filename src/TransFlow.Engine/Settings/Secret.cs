using System.Collections;
using TransFlow.Core;

namespace TransFlow.Engine.Settings;

/// <summary>Something that must not stand in the settings: they name the environment variable or the file that has it. It is read when it is used, and never shown.</summary>
public sealed class Secret
{
    private readonly Func<string?> _read;
    private readonly string _place;

    private Secret(string place, Func<string?> read) => (_place, _read) = (place, read);

    /// <summary>Where a secret is.</summary>
    /// <param name="text">What the settings say: <c>env:NAME</c> or <c>file:path</c>.</param>
    /// <param name="environment">The environment's variables.</param>
    /// <param name="folder">The folder from which files are named.</param>
    /// <returns>The secret; null when the text names no place.</returns>
    internal static Secret? At(string text, IDictionary environment, string folder) => text.Split(':', 2) switch
    {
        ["env", { Length: > 0 } name] => new Secret($"the environment variable {name}", () => environment[name] as string),
        ["file", { Length: > 0 } path] => new Secret($"the file {path}", () => File.Exists(Path.Combine(folder, path)) ? File.ReadAllText(Path.Combine(folder, path)).Trim() : null),
        _ => null,
    };

    /// <summary>A text that is no secret.</summary>
    internal static Secret Open(string text) => new("the settings", () => text);

    /// <summary>Reads it.</summary>
    /// <returns>The secret; refused when it is not where the settings say.</returns>
    public Outcome<string> Read()
    {
        try
        {
            return _read() is { Length: > 0 } value ? value : Missing("it is not there, or empty");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Missing("it cannot be read");
        }
    }

    private Refusal Missing(string why) => new("no-secret", $"A secret should be in {_place}, but {why}.", "Put it there; it is read anew at every attempt.");

    /// <summary>Where it is, never what it is.</summary>
    public override string ToString() => _place;
}
