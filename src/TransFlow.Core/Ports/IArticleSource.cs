using System.Collections.Immutable;

namespace TransFlow.Core.Ports;

/// <summary>A place from which articles come.</summary>
public interface IArticleSource
{
    /// <summary>The files that may have changed since an earlier look.</summary>
    /// <param name="cursor">What the earlier look answered; null for the first. A source that always shows all it has may ignore it.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    /// <returns>The files, in an order that stays the same.</returns>
    /// <exception cref="IOException">The place cannot be looked at.</exception>
    Task<SourceLook> ChangedSince(string? cursor, CancellationToken cancellationToken);
}

/// <summary>What a look at a source showed.</summary>
/// <param name="Files">The files in order.</param>
/// <param name="Cursor">What to ask with the next time; null when the source has no use for it.</param>
/// <param name="IsWhole">True when these are all files there are, so that one that is not among them is gone.</param>
public sealed record SourceLook(ImmutableArray<SourceFile> Files, string? Cursor, bool IsWhole);

/// <summary>A file of a source.</summary>
/// <param name="Path">Its path in the source, with <c>/</c>.</param>
/// <param name="Bytes">Its bytes; empty when it could not be read.</param>
public sealed record SourceFile(string Path, byte[] Bytes)
{
    /// <summary>Why it could not be read; null when it could.</summary>
    public Refusal? Unreadable { get; init; }
}
