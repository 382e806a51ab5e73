namespace TransFlow.Core.Segments.Weaves;

/// <summary>Whether an article's site reads what stands between two dollar signs as a formula, so that sums of money would become one.</summary>
internal static class FormulaSigns
{
    /// <summary>Keys by which themes of Hugo, Jekyll, Hexo and others load what draws formulas.</summary>
    private static readonly HashSet<string> Keys = new(StringComparer.OrdinalIgnoreCase)
    {
        "math", "mathjax", "katex", "latex", "mathml", "use_math", "use_mathjax", "use_katex", "usemath", "usemathjax", "usekatex", "has_math", "enablemath", "enablemathjax", "enablekatex",
    };

    private static readonly HashSet<string> No = new(StringComparer.OrdinalIgnoreCase) { "", "false", "no", "off", "0", "null", "~", "none" };

    /// <summary>Whether it does: it has formulas, its author took care that a dollar sign begins none, or its front matter asks for them.</summary>
    /// <param name="source">The article.</param>
    public static bool AreRead(Extraction source) => source.Body.HasFormulas || source.Text.Contains("\\$", StringComparison.Ordinal) || source.FrontMatter.Any(v => IsKey(v.Key) && !No.Contains(v.Value));

    /// <summary>Whether a key says so by its last name, or as what is enabled: <c>params.math</c>, <c>math.enable</c>.</summary>
    private static bool IsKey(string key)
    {
        var names = key.Split('.');
        return Keys.Contains(names[^1]) || (names.Length > 1 && names[^1] is "enable" or "enabled" && Keys.Contains(names[^2]));
    }
}
