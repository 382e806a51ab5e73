using System.Text.RegularExpressions;

namespace TransFlow.Core.Tests.Segments;

/// <summary>The examples of the CommonMark specification, as its npm package has them; <c>tests/run</c> fetches it and says where it is.</summary>
internal static partial class Specification
{
    private const string Variable = "TRANSFLOW_COMMONMARK_SPEC";

    /// <summary>The examples; the test is left out, and says so, where the specification was not fetched.</summary>
    public static IReadOnlyList<string> Examples()
    {
        var path = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(path))
            Assert.Inconclusive($"Left out: {Variable} does not say where the CommonMark specification is. tests/run fetches it.");
        var examples = Example().Matches(File.ReadAllText(path)).Select(m => m.Groups[1].Value.Replace('→', '\t')).ToList();
        Assert.HasCount(652, examples);
        return examples;
    }

    [GeneratedRegex(@"^`{32} example.*?\n(.*?)^\.\n.*?^`{32}$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();
}
