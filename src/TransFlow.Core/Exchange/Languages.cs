namespace TransFlow.Core.Exchange;

/// <summary>Language tags as tools write them.</summary>
public static class Languages
{
    /// <summary>Whether two tags name one language, whatever region they add.</summary>
    /// <param name="one">A tag.</param>
    /// <param name="other">Another.</param>
    /// <returns>True when their first parts are the same.</returns>
    public static bool AreSame(string one, string other) =>
        string.Equals(one.Split('-', '_')[0], other.Split('-', '_')[0], StringComparison.OrdinalIgnoreCase);
}
