namespace TransFlow.Engine.Jobs;

/// <summary>A segment as a person saw it: what is decided about it counts only while its words are still these.</summary>
/// <param name="UnitId">Its unit.</param>
/// <param name="Index">Its place in the unit, from 0.</param>
/// <param name="Fingerprint">Its words, as <see cref="Core.Stages.SegmentWork.Fingerprint"/> gave them.</param>
public readonly record struct SegmentPlace(string UnitId, int Index, string Fingerprint);
