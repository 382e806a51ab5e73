namespace TransFlow.Xliff.Validation;

/// <summary>The module Format Style (XLIFF 2.1, 5.3).</summary>
internal static class FormatRules
{
    private static readonly HashSet<string> Empty = new(StringComparer.Ordinal)
    {
        "area", "base", "basefont", "br", "col", "command", "embed", "frame", "hr", "img", "input", "isindex", "keygen", "link", "meta", "param", "source", "track", "wbr",
    };

    /// <summary>In what elements of HTML stand that stand nowhere else.</summary>
    private static readonly Dictionary<string, string[]> Parents = new(StringComparer.Ordinal)
    {
        ["body"] = ["html"],
        ["head"] = ["html"],
        ["frameset"] = ["html", "frameset"],
        ["frame"] = ["frameset"],
        ["caption"] = ["table"],
        ["colgroup"] = ["table"],
        ["thead"] = ["table"],
        ["tbody"] = ["table"],
        ["tfoot"] = ["table"],
        ["col"] = ["colgroup", "table"],
        ["tr"] = ["table", "thead", "tbody", "tfoot"],
        ["td"] = ["tr"],
        ["th"] = ["tr"],
        ["dd"] = ["dl", "div"],
        ["dt"] = ["dl", "div"],
        ["li"] = ["ol", "ul", "menu", "dir"],
        ["optgroup"] = ["select"],
        ["option"] = ["select", "optgroup", "datalist"],
        ["legend"] = ["fieldset"],
        ["figcaption"] = ["figure"],
        ["summary"] = ["details"],
        ["param"] = ["object", "applet"],
        ["track"] = ["audio", "video"],
        ["rb"] = ["ruby"],
        ["rp"] = ["ruby", "rtc"],
        ["rt"] = ["ruby", "rtc"],
        ["rtc"] = ["ruby"],
    };

    public static void Check(Survey survey, Report report)
    {
        foreach (var node in survey.WithFormat)
        {
            One(node, report);
            Tree(node, report);
        }
    }

    /// <summary>The fragments of HTML that a document makes are trees that HTML can have.</summary>
    private static void Tree(Node node, Report report)
    {
        if (node.Of(Vocabulary.Formats, "fs") is not { } name)
            return;
        var around = node.Outwards().Skip(1).Select(n => n.Of(Vocabulary.Formats, "fs")).FirstOrDefault(f => f is not null);
        if (around is not null && Parents.TryGetValue(name, out var parents) && !parents.Contains(around))
            report.Warn("F06", node, $"'{name}' stands in '{around}', and HTML has it only in {string.Join(", ", parents)}; put it in one, or change 'fs'.");
        if (node.Is("pc") && Empty.Contains(name) && (node.Children.Count > 0 || node.HasCharacters))
            report.Warn("F06", node, $"'{name}' holds something, and in HTML it is empty; use 'ph' for it.");
    }

    private static void One(Node node, Report report)
    {
        var (format, more) = (node.Of(Vocabulary.Formats, "fs"), node.Of(Vocabulary.Formats, "subFs"));
        if (more is not null && format is null)
            report.Error("F02", node, "'subFs' needs 'fs'; add it.");
        if ((format ?? more) is not null && node.Is("ec") && node["isolated"] != "yes")
            report.Error("F03", node, "Only an isolated 'ec' has 'fs' or 'subFs'; take them out.");
    }
}
