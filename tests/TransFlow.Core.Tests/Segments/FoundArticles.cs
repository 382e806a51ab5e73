using System.Text;

namespace TransFlow.Core.Tests.Segments;

/// <summary>Korean Markdown that people wrote for their readers, from packages that carry it; <c>tests/run</c> fetches those and says where they are.</summary>
internal static class FoundArticles
{
    /// <summary>The texts by their files' names, in order; the test is left out, and says so, where they were not fetched.</summary>
    public static IReadOnlyList<(string Name, string Text)> All()
    {
        var folder = Environment.GetEnvironmentVariable("TRANSFLOW_KOREAN_MARKDOWN");
        if (string.IsNullOrEmpty(folder))
            Assert.Inconclusive("Left out: TRANSFLOW_KOREAN_MARKDOWN does not say where Korean Markdown is. tests/run fetches some.");
        var files = Directory.GetFiles(folder, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        Assert.IsGreaterThan(250, files.Count);
        return [.. files.Select(f => (Path.GetRelativePath(folder, f), File.ReadAllText(f, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))))];
    }
}
