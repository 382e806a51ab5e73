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
}

/// <summary>How a newsroom's page looks in one language: data, not code.</summary>
public sealed record HouseStyle
{
    /// <summary>How headings are set.</summary>
    public HeadingCase HeadingCase { get; init; }

    /// <summary>The credits line as Markdown with <c>{translators}</c> and <c>{editors}</c>; a sentence whose names are all withheld is left out; null for none.</summary>
    public string? Credits { get; init; }

    /// <summary>The link to the original as Markdown with <c>{source_url}</c>; null for none.</summary>
    public string? ReadIn { get; init; }

    /// <summary>How a page tells of a correction: Markdown with <c>{correction}</c> and <c>{date}</c>.</summary>
    public string Correction { get; init; } = "*{correction}*";

    /// <summary>How a page tells of an update: Markdown with <c>{update}</c> and <c>{date}</c>.</summary>
    public string Update { get; init; } = "*{update}*";

    /// <summary>What stands where an article was retracted: Markdown with <c>{date}</c>.</summary>
    public string Retraction { get; init; } = "This article has been retracted.";

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
