namespace TransFlow.Core.Exchange;

/// <summary>Language tags as tools write them.</summary>
internal static class Languages
{
    /// <summary>Whether two tags name one language, whatever region they add.</summary>
    public static bool AreSame(string one, string other) =>
        string.Equals(one.Split('-', '_')[0], other.Split('-', '_')[0], StringComparison.OrdinalIgnoreCase);
}
