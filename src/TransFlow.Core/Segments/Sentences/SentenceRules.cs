namespace TransFlow.Core.Segments.Sentences;

/// <summary>What one language makes of the places where a sentence may end. Rules hold no state: one object serves everyone.</summary>
internal abstract class SentenceRules
{
    /// <summary>Whether a closed pair is one thing to these rules, whatever stops it holds.</summary>
    /// <param name="kind">The pair.</param>
    /// <returns>True to jump over it.</returns>
    public abstract bool Jumps(MarkKind kind);

    /// <summary>Whether a sentence ends at a candidate.</summary>
    /// <param name="candidate">The place.</param>
    /// <param name="memory">What these rules saw in this text before.</param>
    /// <returns>True for a boundary.</returns>
    public abstract bool Ends(in Candidate candidate, ref WalkMemory memory);
}
