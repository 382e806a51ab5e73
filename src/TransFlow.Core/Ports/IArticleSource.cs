using System.Collections.Immutable;

namespace TransFlow.Core.Ports;

/// <summary>A place from which articles come.</summary>
public interface IArticleSource
{
    /// <summary>All the files that are there now, so that one that is not among them is gone.</summary>
    /// <param name="cancellationToken">Stops the look.</param>
    /// <returns>The files, in an order that stays the same.</returns>
    /// <exception cref="IOException">The place cannot be looked at.</exception>
    Task<ImmutableArray<SourceFile>> Files(CancellationToken cancellationToken);
}

/// <summary>A file of a source.</summary>
/// <param name="Path">Its path in the source, with <c>/</c>.</param>
/// <param name="Bytes">Its bytes; empty when it could not be read.</param>
public sealed record SourceFile(string Path, byte[] Bytes)
{
    /// <summary>Why it could not be read; null when it could.</summary>
    public Refusal? Unreadable { get; init; }
}
