using System.Data.Common;
using TransFlow.Core;

namespace TransFlow.Engine.Jobs;

/// <summary>
/// A file or edition on which the program itself fails: a defect, not a mistake of a person's. It is set aside like bad input,
/// so that it cannot keep the rest of the newsroom from its work.
/// </summary>
public static class Poison
{
    /// <summary>Whether a failure is the piece's own, and not one of disk, database or a stop, which would meet the next piece too.</summary>
    public static bool Is(Exception e) => e is not (IOException or UnauthorizedAccessException or DbException or OperationCanceledException or OutOfMemoryException);

    /// <summary>The failure as a reason.</summary>
    public static Refusal Reason(Exception e) =>
        new("program-failed", $"TransFlow failed on it ({e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}).", "The log has the details; please report it. Nothing of it was lost.");
}
