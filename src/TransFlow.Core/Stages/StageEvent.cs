using TransFlow.Core.Segments;

namespace TransFlow.Core.Stages;

/// <summary>What a person may do to a segment at a stage.</summary>
/// <param name="Stage">The stage's name.</param>
public abstract record StageEvent(string Stage);

/// <summary>The person hands in a target and is done with the segment.</summary>
/// <param name="Stage">The stage's name.</param>
/// <param name="Target">The target words.</param>
public sealed record Deliver(string Stage, Content Target) : StageEvent(Stage);

/// <summary>The person changes the target and is not done yet.</summary>
/// <param name="Stage">The stage's name.</param>
/// <param name="Target">The target words.</param>
public sealed record Edit(string Stage, Content Target) : StageEvent(Stage);

/// <summary>The person approves the target as it is.</summary>
/// <param name="Stage">The stage's name.</param>
public sealed record Accept(string Stage) : StageEvent(Stage);

/// <summary>The person sends the segment back to be written again.</summary>
/// <param name="Stage">The stage's name.</param>
/// <param name="Reason">Why; compulsory.</param>
public sealed record SendBack(string Stage, string Reason) : StageEvent(Stage);

/// <summary>The person opens a segment again that was approved at a stage, so that it can be changed and approved anew.</summary>
/// <param name="Stage">The stage's name.</param>
/// <param name="Reason">Why; compulsory.</param>
public sealed record Reopen(string Stage, string Reason) : StageEvent(Stage);
