using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Tests.Segments;

/// <summary>Texts that show each construct of Markdown and its dialects, the ways in which the same text may be written down, and words that look like markup.</summary>
internal static partial class ProvingGround
{
    /// <summary>Words that would be markup where they stand, were they not kept plain.</summary>
    public static readonly string[] Hazards =
    [
        "word", "1. word", "2) word", "# word", "- word", "+ word", "> word", "=== ", "---", "***", "* * *", "~~~", "```", "a | b", "| a |", "*a* _b_ **c**", "<b>x</b>", "<!-- c -->", "<?x?>",
        "&amp; &lt; &copy;", "[x]: y", "[x](y)", "![x](y)", "[^1]", "a`b`c", "\\ \\* a\\", "    indented", "https://a.b", "a@b.c", "{{< x >}}", "{% x %}", "{{ x }}", "{#id}", "$a$ $$b$$", ":::", "/// a", ": word",
        "\"q\" 'q'", "snake_case_word", "a*b*c", "2*3*4", "_x", "x_", "!", "word!", "a\tb", "~~s~~", "==m==", "^s^", "~s~", ":smile:", "- [ ] t", "\\", "#", "1986\\. x", "🚌 שלום", "He said: \"no\" # really",
        "it's", "null", "true", "2024-01-01", "%x", "@x", "a: b", "x #y", "-", "[a, b]", "{a: b}", "'", "가나다.", "あ。", "[b]x[/b]", "[b x=\"y\"]", "[box id=12 /]", "[gallery]",
    ];

    public static IReadOnlyList<string> Constructs { get; } = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "constructs.md")).Split("\n%%%%\n");

    /// <summary>The ways to write a text down that change no word of it.</summary>
    public static IReadOnlyList<(string Name, Func<string, string> Write)> Ways { get; } =
    [
        ("as it is", s => s),
        ("CRLF", s => s.Replace("\n", "\r\n", StringComparison.Ordinal)),
        ("mixed line ends", s => { var n = 0; return LineEnd().Replace(s, _ => n++ % 2 == 0 ? "\r\n" : "\n"); }),
        ("byte order mark", s => "\uFEFF" + s),
        ("no final line end", s => s.TrimEnd('\n')),
        ("final line ends", s => s + "\n\n\n"),
        ("decomposed Hangul", s => s.Normalize(NormalizationForm.FormD)),
        ("trailing blanks", s => s.Replace("\n", " \n", StringComparison.Ordinal)),
        ("in a quotation", s => IsHead(s) ? s : string.Concat(s.TrimEnd('\n').Split('\n').Select(l => $"> {l}\n"))),
        ("in a list", s => IsHead(s) ? s : "- 앞\n\n" + string.Concat(s.TrimEnd('\n').Split('\n').Select(l => $"  {l}\n"))),
        ("after front matter", s => IsHead(s) ? s : "---\ntitle: 제목\n---\n" + s),
    ];

    /// <summary>Takes a text apart; null when there is nothing to translate in it.</summary>
    public static Extraction? Extract(string text)
    {
        var outcome = MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(text), "x.md", new ExtractionOptions("ko"));
        if (outcome.Try(out var extraction, out var refusal))
            return extraction;
        Assert.AreEqual("empty-article", refusal.Code, $"{refusal}\n{text}");
        return null;
    }

    /// <summary>Weaves other words into every place of a text, its codes where they were.</summary>
    public static Weaving Weave(Extraction source, Func<string, string> words) => MarkdownWeaver.Weave(
        source,
        source.Units.ToDictionary(u => u.Id, u => u.Segments.Select(s => (Content?)new Content(s.Source.Parts.Select(p => p.Kind == InlineKind.Text && p.Value.Trim().Length > 0 ? p with { Value = words(p.Value) } : p))).ToImmutableArray()),
        new WeaveOptions("en"));

    private static bool IsHead(string text) => text.StartsWith("---\n", StringComparison.Ordinal) || text.StartsWith("+++\n", StringComparison.Ordinal) || text.StartsWith('{');

    [GeneratedRegex("\n")]
    private static partial Regex LineEnd();
}
