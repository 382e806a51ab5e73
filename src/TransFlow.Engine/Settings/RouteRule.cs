using System.Collections.Immutable;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Engine.Settings;

/// <summary>
/// Sends some articles along another route than their language's; or, when it names sentences or sections, those of their segments
/// along another route or to other people. All that it names has to fit.
/// </summary>
public sealed record RouteRule
{
    private static readonly (string Name, SentencePart Part)[] Parts =
        [("all", SentencePart.All), ("quotations", SentencePart.Quotations), ("block-quotes", SentencePart.BlockQuotes), ("direct-speech", SentencePart.DirectSpeech)];

    /// <summary>The route; null when only people are named.</summary>
    public Route? Route { get; init; }

    /// <summary>What it does to some of an article's segments; null when it is about whole articles.</summary>
    public StrandRule? Strand { get; init; }

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

    /// <summary>The rule in words, as it stands in the settings.</summary>
    public string Words => string.Join(", ", new[]
    {
        Strand is { Part: not SentencePart.All } part ? Array.Find(Parts, p => p.Part == part.Part).Name : null,
        Strand is { Sections.IsEmpty: false } named ? $"section {string.Join(" or ", named.Sections)}" : null,
        Path is null ? null : $"path {Path}",
        Key is null ? null : Value is null ? $"key {Key}" : $"{Key} is {Value}",
        Languages.IsEmpty ? null : string.Join(" and ", Languages),
    }.OfType<string>());

    /// <summary>Reads rules.</summary>
    /// <param name="rules">The objects, in the order in which they are asked.</param>
    /// <param name="routes">The routes by name.</param>
    /// <param name="ids">The ids of people that are known so far.</param>
    internal static ImmutableArray<RouteRule> Read(IEnumerable<SettingReader> rules, Dictionary<string, Route> routes, PersonIds ids)
    {
        var read = ImmutableArray.CreateBuilder<RouteRule>();
        foreach (var rule in rules)
        {
            var name = rule.Text("route");
            var route = name is null ? null : routes.GetValueOrDefault(name);
            if (name is not null && route is null)
                rule.Problem("route", "no-such-route", $"There is no route '{name}'.", $"Known routes: {string.Join(", ", routes.Keys.Order(StringComparer.Ordinal))}.");
            var part = Array.Find(Parts, p => p.Name == rule.Choice("part", [.. Parts.Select(p => p.Name)])).Part;
            ImmutableArray<string> sections = [.. rule.Texts("section")];
            var people = People(rule.Object("people"), ids);
            var called = rule.Text("name");
            var one = new RouteRule { Route = route, Path = rule.Text("path"), Key = rule.Text("key"), Value = rule.Text("value"), Languages = [.. rule.Texts("languages")] };
            if (rule.Has("part") || rule.Has("section"))
                one = one with { Strand = Strands(rule, called ?? (part == SentencePart.All ? $"section-{read.Count(r => r.Strand is not null) + 1}" : Array.Find(Parts, p => p.Part == part).Name), part, sections, people, route, name is not null, routes, read) };
            else
                Whole(rule, one, name is not null, people);
            rule.Done();
            read.Add(one);
        }

        return read.ToImmutable();
    }

    /// <summary>A rule about whole articles says which, and along which route.</summary>
    private static void Whole(SettingReader rule, RouteRule one, bool hasRoute, ImmutableSortedDictionary<string, ImmutableArray<string>> people)
    {
        if (!hasRoute)
            rule.Problem("route", "no-such-route", "The rule names no route.", "Name one; a rule that sends some segments elsewhere names a 'part' or a 'section' too.");
        if (!people.IsEmpty)
            rule.Problem("people", "people-of-all", "The rule gives whole articles to people of their own.", "Name the 'part' or 'section' that they get.");
        if (one is { Path: null, Key: null })
            rule.Problem("route", "rule-for-all", "The rule fits every article.", "Name a path or a front matter key, a part or a section; the route of a whole language stands at the language.");
    }

    private static StrandRule Strands(SettingReader rule, string name, SentencePart part, ImmutableArray<string> sections, ImmutableSortedDictionary<string, ImmutableArray<string>> people, Route? route, bool hasRoute, Dictionary<string, Route> routes, ImmutableArray<RouteRule>.Builder others)
    {
        if (name.Length is 0 or > 40 || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            rule.Problem("name", "setting-value", $"'{name}' cannot be in the name of a file.", "Name the rule with small letters, digits and hyphens.");
        if (others.Any(r => r.Strand?.Strand.Name == name))
            rule.Problem("name", "name-twice", $"Two rules are called '{name}'.", "Give each its own 'name': files and assignments go by it.");
        if (people.IsEmpty && !hasRoute)
            rule.Problem("part", "rule-without-effect", "The rule sends its segments to nobody else and along no other route.", "Name 'people' or a 'route'.");
        if (route is not null && routes.Values.FirstOrDefault(r => !r.Agrees(route)) is { } contrary)
            rule.Problem("route", "routes-disagree", $"The routes '{route.Name}' and '{contrary.Name}' have their stages in another order, so that no article can go along both.", "Put them in one order.");
        return new StrandRule(new Strand(name, people)) { Part = part, Sections = sections, Route = route };
    }

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> People(SettingReader people, PersonIds ids)
    {
        var read = Route.StageNames.Select(s => KeyValuePair.Create(s, people.Texts(s).ToImmutableArray())).Where(s => !s.Value.IsEmpty).ToImmutableSortedDictionary(StringComparer.Ordinal);
        foreach (var (stage, named) in read)
            ids.Add(people, stage, named);
        people.Done();
        return read;
    }
}
