using System.Collections.Immutable;

namespace TransFlow.Core.Segments;

/// <summary>
/// What front matter keys are for. A key is dotted (<c>image.alt</c>); <c>*</c> stands for one step, or the items of a list;
/// a key that no set names is kept as it is. Items of a list share the list's key.
/// </summary>
public sealed record FrontMatterRules
{
    /// <summary>Keys whose values are translated.</summary>
    public ImmutableArray<string> Translate { get; init; } = [];

    /// <summary>The preset's name when it is a preset: <c>hugo</c>, <c>jekyll</c> or <c>wordpress</c>.</summary>
    public string Name { get; init; } = "custom";

    /// <summary>The key that holds the article's language, such as <c>lang</c>; null when there is none.</summary>
    public string? LanguageKey { get; init; }

    /// <summary>Keys whose value identifies the article across languages, best first.</summary>
    public ImmutableArray<string> IdentityKeys { get; init; } = [];

    /// <summary>The key that takes the translators' names, whether it is a list, and after which keys it goes when it is new, best first; null for none.</summary>
    public CreditKey? Translators { get; init; }

    /// <summary>Likewise for the editors' names.</summary>
    public CreditKey? Editors { get; init; }
}

/// <summary>Where names of people who worked on an edition go in the front matter.</summary>
/// <param name="Key">Dotted key, such as <c>translators</c> or <c>custom_fields.translator</c>.</param>
/// <param name="IsList">True when the value is a list of names.</param>
/// <param name="After">Keys after which it is put when it is new, best first; at the end of its mapping when none is there.</param>
public sealed record CreditKey(string Key, bool IsList, ImmutableArray<string> After);

/// <summary>What a newsroom says of its front matter keys beside the preset. Keys are dotted, <c>*</c> stands for one step, or the items of a list.</summary>
public sealed record FrontMatterRoles
{
    /// <summary>The preset: <c>hugo</c>, <c>jekyll</c> or <c>wordpress</c>; null for the one that fits each article's own keys.</summary>
    public string? Preset { get; init; }

    /// <summary>Keys whose values are translated, whatever the preset says.</summary>
    public ImmutableArray<string> Translate { get; init; } = [];

    /// <summary>Keys whose values are kept, whatever the preset says; counts before <see cref="Translate"/>.</summary>
    public ImmutableArray<string> Keep { get; init; } = [];
}
