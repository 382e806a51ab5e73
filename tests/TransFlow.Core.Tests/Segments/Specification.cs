using System.Text.RegularExpressions;

namespace TransFlow.Core.Tests.Segments;

/// <summary>The examples of the specifications of Markdown, from packages that carry them; <c>tests/run</c> fetches those and says where they are.</summary>
internal static partial class Specification
{
    public const string CommonMark = "CommonMark 0.31.2";

    public const string Gfm = "GFM 0.29";

    /// <summary>The examples; the test is left out, and says so, where the specification was not fetched.</summary>
    /// <param name="name">Which specification.</param>
    public static IReadOnlyList<string> Examples(string name)
    {
        var (variable, count) = name == Gfm ? ("TRANSFLOW_GFM_SPEC", 671) : ("TRANSFLOW_COMMONMARK_SPEC", 652);
        var path = Environment.GetEnvironmentVariable(variable);
        if (string.IsNullOrEmpty(path))
            Assert.Inconclusive($"Left out: {variable} does not say where the specification {name} is. tests/run fetches it.");
        var examples = Example().Matches(File.ReadAllText(path)).Select(m => m.Groups[1].Value.Replace('→', '\t')).ToList();
        Assert.HasCount(count, examples);
        return examples;
    }

    [GeneratedRegex(@"^`{32} example(?! disabled).*?\n(.*?)^\.\n.*?^`{32}$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();
}
