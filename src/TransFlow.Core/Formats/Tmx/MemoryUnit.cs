using System.Collections.Immutable;

namespace TransFlow.Core.Formats.Tmx;

/// <summary>What a translation memory says of itself.</summary>
public sealed record MemoryHeader
{
    /// <summary>The language of the sources, or <c>*all*</c> when each unit may be read any way.</summary>
    public string SourceLanguage { get; init; } = "*all*";

    /// <summary>The other attributes of the header, in order.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Attributes { get; init; } = [];

    /// <summary>Properties, in order.</summary>
    public ImmutableArray<MemoryProperty> Properties { get; init; } = [];

    /// <summary>Notes, in order.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Encodings that the tool has made for itself (<c>ude</c>), in order.</summary>
    public ImmutableArray<MemoryEncoding> Encodings { get; init; } = [];
}

/// <summary>An encoding of a tool's own, and what its characters stand for; kept as it is.</summary>
/// <param name="Attributes">Its attributes, in order.</param>
/// <param name="Maps">The attributes of each character (<c>map</c>), in order.</param>
public sealed record MemoryEncoding(ImmutableArray<KeyValuePair<string, string>> Attributes, ImmutableArray<ImmutableArray<KeyValuePair<string, string>>> Maps)
{
    /// <inheritdoc/>
    public bool Equals(MemoryEncoding? other) => other is not null && Attributes.SequenceEqual(other.Attributes) && Maps.Length == other.Maps.Length && Maps.Zip(other.Maps).All(m => m.First.SequenceEqual(m.Second));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Attributes.Length, Maps.Length);
}

/// <summary>The same words in several languages (<c>tu</c>).</summary>
/// <param name="Variants">The words, a language each; in order.</param>
public sealed record MemoryUnit(ImmutableArray<MemoryVariant> Variants)
{
    /// <summary>Its id; null when it has none.</summary>
    public string? Id { get; init; }

    /// <summary>Its own source language; null when it is the header's.</summary>
    public string? SourceLanguage { get; init; }

    /// <summary>The other attributes, in order.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Attributes { get; init; } = [];

    /// <summary>Properties, in order.</summary>
    public ImmutableArray<MemoryProperty> Properties { get; init; } = [];

    /// <summary>Notes, in order.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>The first variant of a language; null when there is none.</summary>
    /// <param name="language">The language; a region may be left out on either side.</param>
    public MemoryVariant? In(string language) =>
        Variants.FirstOrDefault(v => string.Equals(v.Language, language, StringComparison.OrdinalIgnoreCase))
        ?? Variants.FirstOrDefault(v => Exchange.Languages.AreSame(v.Language, language));
}

/// <summary>The words of one language (<c>tuv</c>).</summary>
/// <param name="Language">The language as a tag.</param>
/// <param name="Content">The words and codes.</param>
public sealed record MemoryVariant(string Language, ImmutableArray<MemoryInline> Content)
{
    /// <summary>The other attributes, in order.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Attributes { get; init; } = [];

    /// <summary>Properties, in order.</summary>
    public ImmutableArray<MemoryProperty> Properties { get; init; } = [];

    /// <summary>Notes, in order.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>The words alone.</summary>
    public string Text => MemoryInline.TextOf(Content);
}

/// <summary>A property (<c>prop</c>).</summary>
/// <param name="Type">Its type.</param>
/// <param name="Value">Its value.</param>
public sealed record MemoryProperty(string Type, string Value);

/// <summary>A run of words, or an inline element.</summary>
public abstract record MemoryInline
{
    private protected MemoryInline()
    {
    }

    /// <summary>The words of a content: those that codes stand for are markup, those that are highlighted are words.</summary>
    /// <param name="content">The content.</param>
    public static string TextOf(IEnumerable<MemoryInline> content) => string.Concat(content.Select(i => i switch
    {
        MemoryText text => text.Text,
        MemoryCode { Element: "hi" } mark => TextOf(mark.Content),
        _ => "",
    }));
}

/// <summary>Words.</summary>
/// <param name="Text">The words.</param>
public sealed record MemoryText(string Text) : MemoryInline;

/// <summary>An inline element: <c>bpt</c>, <c>ept</c>, <c>it</c>, <c>ph</c>, <c>hi</c>, <c>sub</c>, or <c>ut</c> of old.</summary>
/// <param name="Element">Its name.</param>
public sealed record MemoryCode(string Element) : MemoryInline
{
    /// <summary>Its attributes, in order.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Attributes { get; init; } = [];

    /// <summary>What stands in it: markup as words, and elements.</summary>
    public ImmutableArray<MemoryInline> Content { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(MemoryCode? other) => other is not null && Element == other.Element && Attributes.SequenceEqual(other.Attributes) && Content.SequenceEqual(other.Content);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Element, Attributes.Length, Content.Length);
}
