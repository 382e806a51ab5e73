using System.Collections.Immutable;
using System.Text.Json;
using TransFlow.Core.Exchange;

namespace TransFlow.Core.Publishing;

/// <summary>What pages need of a language where the newsroom says nothing of its own: <c>Words/languages.json</c>.</summary>
public sealed record PageLanguage
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, ReadCommentHandling = JsonCommentHandling.Skip };
    private static readonly Data All = Load();

    /// <summary>Words that have no capital inside a heading in title case; empty where we have no list.</summary>
    public ImmutableArray<string> SmallWords { get; init; } = [];

    /// <summary>The twelve months; empty where we do not know them.</summary>
    public ImmutableArray<string> Months { get; init; } = [];

    /// <summary>The twelve months as they are shortened before a day.</summary>
    public ImmutableArray<string> ShortMonths { get; init; } = [];

    /// <summary>The sentence that stands where an article was retracted; null where we have none.</summary>
    public string? Retraction { get; init; }

    /// <summary>A credits line; null where we have none.</summary>
    public string? Credits { get; init; }

    /// <summary>How names are joined, by examples; empty where we do not know it.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>The words of a link to the original, by its language.</summary>
    public ImmutableSortedDictionary<string, string> ReadIn { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>What we know of a language.</summary>
    /// <param name="tag">Its tag; script and region may make a difference.</param>
    /// <returns>What we know; nothing for a language that is not among them.</returns>
    public static PageLanguage Of(string tag)
    {
        var parts = Languages.Short(tag).Split('-');
        var isTraditional = parts[0] == "zh" && parts.Skip(1).Any(p => p is "Hant" or "TW" or "HK" or "MO");
        return All.Languages.GetValueOrDefault(isTraditional ? "zh-Hant" : parts[0]) ?? new PageLanguage();
    }

    /// <summary>Whether a language is written with capitals.</summary>
    /// <param name="tag">Its tag.</param>
    /// <returns>True when it is.</returns>
    public static bool HasCase(string tag)
    {
        var parts = Languages.Short(tag).Split('-');
        return parts.Skip(1).Any(p => p is "Latn" or "Cyrl" or "Grek") || !All.Caseless.Contains(parts[0]);
    }

    /// <summary>The direction in which a language is written, as HTML has it.</summary>
    /// <param name="tag">Its tag; a script in it counts.</param>
    /// <returns><c>rtl</c> or <c>ltr</c>.</returns>
    public static string DirectionOf(string tag)
    {
        var parts = Languages.Short(tag).Split('-');
        var script = parts.Skip(1).FirstOrDefault(p => p.Length == 4 && char.IsAsciiLetter(p[0]));
        return (script is null ? All.FromRight.Contains(parts[0]) : All.ScriptsFromRight.Contains(script)) ? "rtl" : "ltr";
    }

    private static Data Load()
    {
        using var stream = typeof(PageLanguage).Assembly.GetManifestResourceStream("TransFlow.Core.Publishing.Words.languages.json")!;
        return JsonSerializer.Deserialize<Data>(stream, Json)!;
    }

    private sealed record Data(ImmutableArray<string> Caseless, ImmutableArray<string> FromRight, ImmutableArray<string> ScriptsFromRight, ImmutableDictionary<string, PageLanguage> Languages);
}
