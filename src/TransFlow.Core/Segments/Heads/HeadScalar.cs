using YamlDotNet.Core;

namespace TransFlow.Core.Segments.Heads;

/// <summary>One scalar value of a front matter.</summary>
/// <param name="Key">Dotted key; items of a list share the list's key.</param>
/// <param name="Value">The value.</param>
/// <param name="Start">Offset in the article's text.</param>
/// <param name="Length">Length there, quotes and block header included.</param>
/// <param name="Style">How it is written.</param>
/// <param name="InFlow">True inside a flow list or mapping.</param>
internal sealed record HeadScalar(string Key, string Value, int Start, int Length, ScalarStyle Style, bool InFlow)
{
    /// <summary>True in TOML, which quotes in its own way.</summary>
    public bool IsToml { get; init; }

    /// <summary>Whether its key has no value: nothing stands there, or a word for nothing.</summary>
    public bool IsNothing => !IsToml && Style == ScalarStyle.Plain && Value is "" or "~" or "null" or "Null" or "NULL";

    /// <summary>Whether its lines may end where somebody has wrapped them, so that a line break alone says nothing.</summary>
    public bool MayBeWrapped => IsToml || Style == ScalarStyle.Literal;
}

/// <summary>A value of YAML that only names an anchor.</summary>
/// <param name="Key">Dotted key.</param>
/// <param name="Anchor">The anchor's name.</param>
/// <param name="From">The first of the scalars that stand under the anchor.</param>
/// <param name="To">The number after the last of them.</param>
/// <param name="Source">The anchor's own dotted key, with which theirs begin.</param>
internal sealed record HeadAlias(string Key, string Anchor, int From, int To, string Source);

/// <summary>One entry of a mapping, for putting another after it.</summary>
/// <param name="Key">Dotted key.</param>
/// <param name="Start">Offset of the key.</param>
/// <param name="End">Offset after the value, without the line end.</param>
/// <param name="Indent">Columns before the key.</param>
/// <param name="IsList">True when the value is a list.</param>
/// <param name="IsFlow">True when the value is a flow list or mapping.</param>
internal sealed record HeadEntry(string Key, int Start, int End, int Indent, bool IsList, bool IsFlow);
