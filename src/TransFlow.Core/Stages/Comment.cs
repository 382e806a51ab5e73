namespace TransFlow.Core.Stages;

/// <summary>What a person says beside a segment; it never leaves the newsroom with the text.</summary>
/// <param name="UnitId">The segment's unit.</param>
/// <param name="Index">The segment's place in it, from 0.</param>
/// <param name="Person">The person's id.</param>
/// <param name="At">When.</param>
/// <param name="Text">The words.</param>
public sealed record Comment(string UnitId, int Index, string Person, DateTimeOffset At, string Text);
