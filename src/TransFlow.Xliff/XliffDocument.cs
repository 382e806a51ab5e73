using System.Collections.Immutable;

namespace TransFlow.Xliff;

/// <summary>An XLIFF document (XLIFF 2.0, 4.2.2.1; XLIFF 1.2, 2.2).</summary>
/// <param name="Version">The version as the document states it, such as <c>2.0</c> or <c>1.2</c>.</param>
public sealed record XliffDocument(string Version)
{
    /// <summary>The source language (<c>srcLang</c>, in 1.2 the first file's <c>source-language</c>); null when not stated.</summary>
    public string? SourceLanguage { get; init; }

    /// <summary>The target language (<c>trgLang</c>, in 1.2 the first file's <c>target-language</c>); null when not stated.</summary>
    public string? TargetLanguage { get; init; }

    /// <summary>The files in order.</summary>
    public ImmutableArray<XliffFile> Files { get; init; } = [];

    /// <summary>True for the 1.x family.</summary>
    public bool IsVersion1 => Version.StartsWith("1.", StringComparison.Ordinal);
}

/// <summary>A file element: the units of one original document.</summary>
public sealed record XliffFile
{
    /// <summary>Its id (2.x only); null when not stated.</summary>
    public string? Id { get; init; }

    /// <summary>What it was made from; null when not stated.</summary>
    public string? Original { get; init; }

    /// <summary>Its units in document order, those in groups among them.</summary>
    public ImmutableArray<Unit> Units { get; init; } = [];
}

/// <summary>A note to translators, or from them.</summary>
/// <param name="Text">The note.</param>
/// <param name="Category">What it is about; null when not stated.</param>
public sealed record Note(string Text, string? Category = null)
{
    /// <summary>Its id; null when not stated.</summary>
    public string? Id { get; init; }
}
