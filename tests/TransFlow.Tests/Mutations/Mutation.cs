namespace TransFlow.Tests.Mutations;

/// <summary>What becomes of a file after a mutation.</summary>
internal enum Fate
{
    /// <summary>Taken as if nothing had happened, and nothing said.</summary>
    Accepted,

    /// <summary>Taken; every word is there, or what is said to be gone is; a finding names what to look at.</summary>
    Reviewed,

    /// <summary>Taken as if nothing had happened, but for the units that the mutation touched: those stay as they were.</summary>
    LeftOut,

    /// <summary>The touched units are refused by name, each with a reason; the others are taken.</summary>
    UnitRefused,

    /// <summary>Nothing is taken, with a reason.</summary>
    FileRefused,
}

/// <summary>One thing that tools and people do to a file between hand-out and return.</summary>
/// <param name="Number">Its number in the catalogue, from 1 to 100.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Fate">What becomes of the file.</param>
/// <param name="Code">The finding or refusal that says it; empty when nothing has to be said.</param>
/// <param name="Change">What happens.</param>
internal sealed record Mutation(int Number, string Name, Fate Fate, string Code, Func<Draft, byte[]> Change)
{
    /// <summary>True when it happens to the 1.2 version of the file.</summary>
    public bool IsVersion12 { get; init; }

    /// <summary>The whole catalogue.</summary>
    public static IReadOnlyList<Mutation> All { get; } =
    [
        .. FormMutations.All, .. FileMutations.All, .. SegmentMutations.All, .. TextMutations.All, .. StateMutations.All, .. CodeMutations.All, .. ToolMutations.All,
    ];

    public override string ToString() => $"{Number} {Name}";
}
