using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>Words in formulas, which stay: letters of another script than those of the Latin and the Greek alphabet, of which variables and functions have their names.</summary>
internal static partial class FormulaWords
{
    /// <summary>The last letter of Greek: up to it there is nothing to look for.</summary>
    private const char LastOfGreek = '\u03FF';

    /// <summary>The words, in the order of the article, each once.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="article">The same, parsed.</param>
    /// <param name="formulas">Where its formulas begin and end.</param>
    public static IEnumerable<string> Of(string text, Article article, IEnumerable<(int Start, int End)> formulas)
    {
        var found = new List<(int At, string Words)>();
        foreach (var (start, end) in formulas)
        {
            if (text.AsSpan(start..end).ContainsAnyExceptInRange('\0', LastOfGreek))
                found.AddRange(Words().Matches(text[start..end]).Where(m => m.Groups["words"].Success).Select(m => (start + m.Index, m.Groups["words"].Value)));
        }

        if (found.Count > 0)
            KeptInTags.RemoveUnseen(found, article, KeptInTags.Comments(text));
        return found.Select(f => f.Words).Distinct(StringComparer.Ordinal);
    }

    /// <summary>Words from the first such letter to the last; what no reader sees, names and comments, is passed over.</summary>
    [GeneratedRegex(@"\\(?:label|(?:eq)?ref|cite)\s*\{[^}]*\}|(?<!\\)%[^\n]*|(?<words>[\p{L}-[\0-\u03FF\u1D00-\u1FFF\u2071-\u2184\uFF21-\uFF5A]](?:[\p{L}\p{M}\p{Nd} ·-]*[\p{L}-[\0-\u03FF\u1D00-\u1FFF\u2071-\u2184\uFF21-\uFF5A]])?)", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
