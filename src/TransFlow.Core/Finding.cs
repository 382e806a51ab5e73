namespace TransFlow.Core;

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>A person should look; the work may go on.</summary>
    Warn,

    /// <summary>The work may not leave its stage until this is mended.</summary>
    Block,
}

/// <summary>What a check or a repair has to say about a unit.</summary>
/// <param name="Check">Stable name of the check in kebab case, such as <c>code-missing</c>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="UnitId">The unit's id; empty for a finding about the whole article.</param>
/// <param name="Said">What is wrong or was repaired, and what to do, naming the unit by name and first words where it helps.</param>
public sealed record Finding(string Check, Severity Severity, string UnitId, Sentence Said)
{
    /// <summary>The same in English.</summary>
    public string Message => Said.Text;

    /// <summary>The segment's place in its unit, from 0; null for the whole unit.</summary>
    public int? Segment { get; init; }
}
