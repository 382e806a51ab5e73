using System.Collections.Immutable;

namespace TransFlow.Engine;

/// <summary>What became of a restored newsroom.</summary>
/// <param name="Kept">The backup of what was there before.</param>
/// <param name="LostGates">What kept pages from readers and does so no more, since it was set after the backup that was restored.</param>
public sealed record Restored(string Kept, ImmutableArray<(string Article, string Language, string Gate)> LostGates);
