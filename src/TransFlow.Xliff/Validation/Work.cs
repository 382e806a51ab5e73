namespace TransFlow.Xliff.Validation;

/// <summary>How much of what a document asks for is done: rules for texts times units, sizes of spans that overlap.</summary>
internal sealed class Work
{
    /// <summary>Comparisons of short texts; some seconds.</summary>
    private const long Most = 100_000_000;

    /// <summary>What one sentence of what was found costs, in comparisons.</summary>
    public const long OfTelling = 5_000;

    private long _done;

    /// <summary>Whether so much more is done; the first time that it is not is told.</summary>
    /// <param name="cost">How much.</param>
    /// <param name="rule">The rule that it is for.</param>
    /// <param name="at">The element that it is for.</param>
    /// <param name="report">Where it is told.</param>
    public bool Allows(long cost, string rule, Node at, Report report)
    {
        if (_done > Most)
            return false;
        _done += cost;
        if (_done > Most)
            report.Warn(rule, at, "The document asks for more checks of its texts than are made of one; those from here on are left out. Cut it into several, or take rules and restrictions out.");
        return _done <= Most;
    }
}
