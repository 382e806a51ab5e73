namespace TransFlow.Core.Stages;

/// <summary>A term that a person would have in the termbase.</summary>
/// <param name="Source">The term of the source language.</param>
/// <param name="Target">The term of the edition's language.</param>
/// <param name="Person">Who proposes it.</param>
public sealed record TermProposal(string Source, string Target, string Person);
