using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments;

/// <summary>What a text says but for its numbers.</summary>
internal static partial class NumberFrame
{
    /// <summary>A text with the same sign for each of its numbers; the very text where it has none.</summary>
    public static string Of(string text) => Number().Replace(text, "0");

    /// <summary>Whether one text is another in which one number is another.</summary>
    public static bool IsOneNumberOff(string one, string other) =>
        Number().Matches(one).Select(n => n.Value).Zip(Number().Matches(other).Select(n => n.Value)).Count(n => n.First != n.Second) == 1 && Of(one) == Of(other);

    [GeneratedRegex(@"[0-9]+(?:[.,][0-9]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
