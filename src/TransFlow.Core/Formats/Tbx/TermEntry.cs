using System.Collections.Immutable;

namespace TransFlow.Core.Formats.Tbx;

/// <summary>One concept and its terms in all languages.</summary>
/// <param name="Id">Its id; empty when it has none.</param>
/// <param name="Languages">Its languages, in order.</param>
public sealed record TermEntry(string Id, ImmutableArray<TermLanguage> Languages)
{
    /// <summary>What is said of the concept, in order.</summary>
    public ImmutableArray<TermField> Fields { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(TermEntry? other) => other is not null && Id == other.Id && Languages.SequenceEqual(other.Languages) && Fields.SequenceEqual(other.Fields);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Languages.Length, Fields.Length);
}

/// <summary>The terms of one language.</summary>
/// <param name="Language">The language as a tag.</param>
/// <param name="Terms">The terms, in order.</param>
public sealed record TermLanguage(string Language, ImmutableArray<TermForm> Terms)
{
    /// <summary>What is said of the language as a whole, in order.</summary>
    public ImmutableArray<TermField> Fields { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(TermLanguage? other) => other is not null && Language == other.Language && Terms.SequenceEqual(other.Terms) && Fields.SequenceEqual(other.Fields);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Language, Terms.Length, Fields.Length);
}

/// <summary>How a newsroom stands to a term.</summary>
public enum TermStatus
{
    /// <summary>Nothing is said.</summary>
    Unsaid,

    /// <summary>The term to use.</summary>
    Preferred,

    /// <summary>May be used.</summary>
    Admitted,

    /// <summary>Must not be used.</summary>
    Forbidden,
}

/// <summary>One term.</summary>
/// <param name="Text">The term.</param>
public sealed record TermForm(string Text)
{
    /// <summary>How the newsroom stands to it.</summary>
    public TermStatus Status { get; init; }

    /// <summary>What else is said of it, in order.</summary>
    public ImmutableArray<TermField> Fields { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(TermForm? other) => other is not null && Text == other.Text && Status == other.Status && Fields.SequenceEqual(other.Fields);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Text, Status, Fields.Length);
}

/// <summary>Something that is said of a concept, a language or a term.</summary>
/// <param name="Element">The kind, by TBX's element: <c>descrip</c>, <c>admin</c>, <c>termNote</c>, <c>note</c>, <c>transac</c>, <c>transacNote</c>, <c>date</c>, <c>ref</c>, <c>xref</c>, <c>adminNote</c>, <c>descripNote</c>, <c>termCompList</c> …</param>
/// <param name="Type">The data category, such as <c>definition</c> or <c>partOfSpeech</c>; empty for <c>note</c> and <c>date</c>.</param>
/// <param name="Value">What is said.</param>
public sealed record TermField(string Element, string Type, string Value)
{
    /// <summary>What it points at; null for nothing.</summary>
    public string? Target { get; init; }

    /// <summary>What is said of this, when both stand in a group.</summary>
    public ImmutableArray<TermField> About { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(TermField? other) => other is not null && Element == other.Element && Type == other.Type && Value == other.Value && Target == other.Target && About.SequenceEqual(other.About);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Element, Type, Value, Target, About.Length);
}
