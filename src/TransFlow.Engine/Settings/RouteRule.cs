using System.Collections.Immutable;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Engine.Settings;

/// <summary>Sends some articles along another route than their language's. All that it names has to fit.</summary>
/// <param name="Route">The route.</param>
public sealed record RouteRule(Route Route)
{
    /// <summary>How the article's path in the source folder begins; null for any.</summary>
    public string? Path { get; init; }

    /// <summary>A dotted front matter key; null for none.</summary>
    public string? Key { get; init; }

    /// <summary>A value that the key has, or one of its values; null for any.</summary>
    public string? Value { get; init; }

    /// <summary>The languages for which it counts; empty for all.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>Whether an edition goes along it.</summary>
    /// <param name="language">The edition's language.</param>
    /// <param name="path">The article's path in the source folder, with <c>/</c>.</param>
    /// <param name="article">The article.</param>
    /// <returns>True when all that the rule names fits.</returns>
    public bool Fits(string language, string path, Extraction article) =>
        (Languages.IsEmpty || Languages.Contains(language))
        && (Path is null || path.StartsWith(Path, StringComparison.Ordinal))
        && (Key is null || article.FrontMatter.Any(v => v.Key == Key && (Value is null || v.Value == Value)));

    /// <summary>Reads rules.</summary>
    /// <param name="rules">The objects, in the order in which they are asked.</param>
    /// <param name="routes">The routes by name.</param>
    internal static ImmutableArray<RouteRule> Read(IEnumerable<SettingReader> rules, Dictionary<string, Route> routes)
    {
        var read = ImmutableArray.CreateBuilder<RouteRule>();
        foreach (var rule in rules)
        {
            var name = rule.Text("route", "")!;
            if (!routes.TryGetValue(name, out var route))
                rule.Problem("route", "no-such-route", name.Length == 0 ? "The rule names no route." : $"There is no route '{name}'.", $"Known routes: {string.Join(", ", routes.Keys.Order(StringComparer.Ordinal))}.");
            var one = new RouteRule(route ?? routes["default"]) { Path = rule.Text("path"), Key = rule.Text("key"), Value = rule.Text("value"), Languages = [.. rule.Texts("languages")] };
            if (one is { Path: null, Key: null })
                rule.Problem("route", "rule-for-all", "The rule fits every article.", "Name a path or a front matter key; the route of a whole language stands at the language.");
            rule.Done();
            read.Add(one);
        }

        return read.ToImmutable();
    }
}
