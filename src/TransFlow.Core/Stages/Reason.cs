using System.Text;

namespace TransFlow.Core.Stages;

/// <summary>The words that have to come with some acts.</summary>
internal static class Reason
{
    /// <summary>Whether something is said: signs and characters that nobody sees are no words.</summary>
    /// <param name="words">The words.</param>
    /// <returns>True when they have a letter or a digit.</returns>
    public static bool IsGiven(string? words) => words?.EnumerateRunes().Any(Rune.IsLetterOrDigit) == true;
}
