using System.Collections.Immutable;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Publishing;

/// <summary>How headings are set, whatever the translator typed.</summary>
public enum HeadingCase
{
    /// <summary>As the translator typed them.</summary>
    AsTyped,

    /// <summary>In capitals.</summary>
    Upper,

    /// <summary>As a sentence: a capital at the beginning and for names.</summary>
    Sentence,

    /// <summary>With capitals, but for small words inside.</summary>
    Title,
}

/// <summary>How a newsroom's page looks in one language: data, not code.</summary>
public sealed record HouseStyle
{
    /// <summary>How headings are set.</summary>
    public HeadingCase HeadingCase { get; init; }

    /// <summary>Words that are written in headings as they are written here, whatever the case.</summary>
    public ImmutableArray<string> Protected { get; init; } = [];

    /// <summary>Words without a capital inside headings in title case; empty for the language's own.</summary>
    public ImmutableArray<string> SmallWords { get; init; } = [];

    /// <summary>The quotation marks; null for those that people typed.</summary>
    public QuoteStyle? Quotes { get; init; }

    /// <summary>How days are written.</summary>
    public DateForm Date { get; init; } = DateForm.Plain;

    /// <summary>
    /// The credits line as Markdown with <c>{translators}</c>, <c>{editors}</c> and <c>{date}</c>, the article's day; a sentence whose
    /// names are all withheld, or whose day is not known, is left out; null for none.
    /// </summary>
    public string? Credits { get; init; }

    /// <summary>How several names are joined in it; null for the language's own way.</summary>
    public NameList? Names { get; init; }

    /// <summary>The line under a lead picture whose caption stands in the front matter alone: Markdown with <c>{caption}</c> and <c>{credit}</c>; null for none.</summary>
    public string? Caption { get; init; }

    /// <summary>Whose keys join a page with the same article in other languages.</summary>
    public TranslationKeyPreset TranslationKeys { get; init; }

    /// <summary>Templates of a page's own address, best first; empty for the original's as <see cref="Links"/> changes it.</summary>
    public ImmutableArray<string> Url { get; init; } = [];

    /// <summary>The link to the original as Markdown with <c>{source_url}</c>; null for none.</summary>
    public string? ReadIn { get; init; }

    /// <summary>How a page tells of a correction: Markdown with <c>{correction}</c> and <c>{date}</c>.</summary>
    public string Correction { get; init; } = "*{correction}*";

    /// <summary>How a page tells of an update: Markdown with <c>{update}</c> and <c>{date}</c>.</summary>
    public string Update { get; init; } = "*{update}*";

    /// <summary>What stands where an article was retracted: Markdown with <c>{date}</c>; null for the language's own sentence.</summary>
    public string? Retraction { get; init; }

    /// <summary>The boilerplate of this language in its order on the page.</summary>
    public ImmutableArray<Boilerplate> Boilerplate { get; init; } = [];

    /// <summary>Beginnings of link addresses and what stands for them in this language; the longest that fits counts.</summary>
    public ImmutableSortedDictionary<string, string> Links { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>For front matter keys by dotted name: beginnings of values, or whole values, and what stands for them; the longest that fits counts.</summary>
    public ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> FrontMatter { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableSortedDictionary<string, string>>(StringComparer.Ordinal);

    /// <summary>Front matter values of the newsroom's own for this language, whatever the article's are; an article without front matter has none.</summary>
    public ImmutableArray<FrontMatterEdit> Set { get; init; } = [];
}

/// <summary>Standing text of one language.</summary>
/// <param name="Name">Its name in the settings.</param>
/// <param name="Markdown">Its Markdown.</param>
public sealed record Boilerplate(string Name, string Markdown);
