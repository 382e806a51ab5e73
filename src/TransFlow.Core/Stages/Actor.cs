using System.Collections.Immutable;

namespace TransFlow.Core.Stages;

/// <summary>A person, and the stages the person may work in the edition's language.</summary>
/// <param name="Person">The person's id.</param>
/// <param name="Stages">Names of those stages.</param>
public sealed record Actor(string Person, ImmutableHashSet<string> Stages);
