using System.Net;
using System.Text;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Exchange;

/// <summary>The whole article beside its edition as a page to look at: what is final, and what the recipient works on. No script, no address.</summary>
internal static class PackagePreview
{
    private const string Style = """
        body { font-family: sans-serif; line-height: 1.5; margin: 1rem auto; max-width: 72rem; padding: 0 1rem; }
        table { border-collapse: collapse; width: 100%; table-layout: fixed; }
        td, th { border-top: 1px solid #999; padding: .4rem .6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
        .Heading td { font-weight: bold; }
        .yours, mark { background: #fff6d5; }
        th:last-child, td:last-child { width: 5rem; }
        """;

    public static string Html(Package package, Extraction source, Edition edition)
    {
        var yours = package.Units.Where(u => u.OthersOf == 0).Select(u => u.Unit.Id).ToHashSet(StringComparer.Ordinal);
        var parts = package.Units.Where(u => u.OthersOf > 0).ToDictionary(u => u.Unit.Id, u => u.Segments.Select(s => s.Index).ToHashSet(), StringComparer.Ordinal);
        var work = edition.Segments.ToLookup(s => s.UnitId, StringComparer.Ordinal);
        var html = new StringBuilder()
            .Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>").Append(Encoded($"{package.Article} [{package.Language}]"))
            .Append("</title>\n<style>\n").Append(Style.ReplaceLineEndings("\n")).Append("\n</style>\n</head>\n<body>\n<h1>").Append(Encoded($"{package.Article} [{package.Language}]"))
            .Append("</h1>\n<table>\n<tr><th>Source</th><th>Edition</th><th>State</th></tr>\n");
        foreach (var unit in source.Units)
        {
            var target = string.Join(' ', work[unit.Id].OrderBy(s => s.Index).Select(s => (s.Target ?? s.Candidate)?.Text).Where(t => !string.IsNullOrEmpty(t)));
            html.Append("<tr class=\"").Append(unit.Kind).Append(yours.Contains(unit.Id) ? " yours" : "").Append("\"><td lang=\"").Append(Encoded(package.SourceLanguage)).Append("\">").Append(parts.TryGetValue(unit.Id, out var part) ? Marked(unit, part) : Encoded(unit.Text))
                .Append("</td><td lang=\"").Append(Encoded(package.Language)).Append("\">").Append(Encoded(target)).Append("</td><td>").Append(part is not null ? "partly yours" : State(work[unit.Id], edition.Route, yours.Contains(unit.Id))).Append("</td></tr>\n");
        }

        return html.Append("</table>\n</body>\n</html>\n").ToString();
    }

    /// <summary>The words of a block with the recipient's sentences marked.</summary>
    private static string Marked(Unit unit, HashSet<int> own) =>
        string.Concat(unit.Segments.Select((s, i) => (own.Contains(i) ? $"<mark>{Encoded(s.Source.Text)}</mark>" : Encoded(s.Source.Text)) + Encoded(s.SpaceAfter)));

    private static string State(IEnumerable<SegmentWork> segments, Route route, bool isYours) =>
        isYours ? "yours" : segments.All(s => s.Position(route) == route.Stages.Length) ? "final" : "with others";

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
