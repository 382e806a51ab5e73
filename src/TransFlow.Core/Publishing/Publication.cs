using System.Collections.Immutable;

namespace TransFlow.Core.Publishing;

/// <summary>A finished edition, ready for the reader.</summary>
/// <param name="Article">The article's id.</param>
/// <param name="Language">The edition's language.</param>
/// <param name="Path">Where it goes, relative to the publication folder, with <c>/</c> between folders.</param>
/// <param name="Markdown">The finished text.</param>
/// <param name="Fingerprint">The digest of the words it was made from.</param>
public sealed record Publication(string Article, string Language, string Path, string Markdown, string Fingerprint)
{
    /// <summary>
    /// Digests, hexadecimal, of the bytes that may stand there now: what is live, and what was on its way when something broke.
    /// Where anything else stands, somebody changed it.
    /// </summary>
    public ImmutableArray<string> Replaces { get; init; } = [];

    /// <summary>True when it says that an edition was retracted: what it replaces must go, whether or not there is room for it.</summary>
    public bool IsTombstone { get; init; }

    /// <summary>The page's own public address; null when none is known.</summary>
    public string? Address { get; init; }

    /// <summary>The addresses that it takes, each in the form in which it is compared; empty for a tombstone, which keeps those of its page.</summary>
    public ImmutableArray<string> Addresses { get; init; } = [];

    /// <summary>The addresses at which the original stands, in the same form.</summary>
    public ImmutableArray<string> OfOriginal { get; init; } = [];

    /// <summary>The address of the original, when the page links to it.</summary>
    public string? Original { get; init; }

    /// <summary>What was noticed on the way; never a blocking finding.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];
}
