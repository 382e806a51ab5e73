using System.Collections.Immutable;
using TransFlow.Core.Segments.Heads;
using TransFlow.Core.Segments.Parsing;
using TransFlow.Core.Segments.Units;

namespace TransFlow.Core.Segments;

/// <summary>
/// A source article taken apart: its own text as the skeleton, and the units whose words stand in it.
/// Weaving puts other words in the same places and leaves every other character as it is.
/// </summary>
public sealed record Extraction
{
    /// <summary>Made by <see cref="MarkdownExtractor"/>.</summary>
    internal Extraction()
    {
    }

    /// <summary>The article as decoded, byte order mark and line ends included.</summary>
    public required string Text { get; init; }

    /// <summary>The source language as a BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>The front matter's scalar values by dotted key, in document order; empty when there is none.</summary>
    public required ImmutableArray<KeyValuePair<string, string>> FrontMatter { get; init; }

    /// <summary>The units in document order.</summary>
    public required ImmutableArray<Unit> Units { get; init; }

    /// <summary>The units' ids, and those of their codes, as <see cref="ExtractionOptions.UnitIds"/> takes them.</summary>
    public ImmutableArray<string> UnitIds => [.. Units.Select(UnitNaming.Written)];

    /// <summary>The front matter keys of an article's title, the first that has words counts.</summary>
    private static readonly string[] TitleKeys = ["title", "post_title"];

    /// <summary>The article's title: the front matter's, else the first heading; null when it has neither.</summary>
    public string? Title => (TitleKeys.Select(Value).FirstOrDefault(t => !string.IsNullOrWhiteSpace(t)) ?? Units.FirstOrDefault(u => u.Kind == UnitKind.Heading)?.Text) is { } title && !string.IsNullOrWhiteSpace(title) ? title.Trim() : null;

    /// <summary>The unit that is the title; null when there is none, or when it is not translated.</summary>
    public Unit? TitleUnit => TitleKeys.FirstOrDefault(k => !string.IsNullOrWhiteSpace(Value(k))) is { } key
        ? Units.FirstOrDefault(u => u.Kind == UnitKind.FrontMatter && u.Key == key)
        : Units.FirstOrDefault(u => u.Kind == UnitKind.Heading);

    /// <summary>The top-level blocks of the body in document order.</summary>
    public required ImmutableArray<Block> Blocks { get; init; }

    /// <summary>What the extraction noticed and a person may want to know.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>What the front matter's keys are for.</summary>
    public required FrontMatterRules Rules { get; init; }

    /// <summary>The pictures of the body in document order.</summary>
    public ImmutableArray<Picture> Pictures => [.. Body.Pictures.OrderBy(p => p.Start).Select(p => new Picture(p.Address, UnitAt(p)))];

    /// <summary>The front matter as it stands.</summary>
    internal Head Head { get; init; } = Head.None(0);

    /// <summary>The body as it was parsed.</summary>
    internal Article Body { get; init; } = Article.Empty;

    /// <summary>Where each unit stands, in the order of <see cref="Units"/>.</summary>
    internal ImmutableArray<UnitPlace> Places { get; init; } = [];

    /// <summary>The unit of a picture's own words, else the first that stands after it.</summary>
    private string? UnitAt(PictureMark picture)
    {
        for (var i = 0; i < Places.Length; i++)
        {
            if (Places[i].Scalar is null && Places[i].Start >= picture.Start && (Places[i].Inset is not null || Places[i].Start >= picture.End))
                return Units[i].Id;
        }

        return null;
    }

    /// <summary>The first value of a front matter key; null when there is none.</summary>
    /// <param name="key">Dotted key, such as <c>params.caption</c>.</param>
    /// <returns>The value as text.</returns>
    public string? Value(string key)
    {
        foreach (var (name, value) in FrontMatter)
        {
            if (name == key)
                return value;
        }

        return null;
    }

    /// <summary>Whether a front matter key is there with a value: templates of articles have keys for somebody to fill in.</summary>
    internal bool Says(string key) => Value(key) is not (null or "" or "~" or "null");
}

/// <summary>A picture that an article shows.</summary>
/// <param name="Address">Where it is, as the article says it.</param>
/// <param name="UnitId">The unit of its alternative text, else the first unit after it; null when none comes after it.</param>
public sealed record Picture(string Address, string? UnitId);
