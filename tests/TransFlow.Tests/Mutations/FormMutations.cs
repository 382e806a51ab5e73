using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TransFlow.Tests.Mutations;

/// <summary>A. Bytes and XML form.</summary>
internal static class FormMutations
{
    public static IEnumerable<Mutation> All { get; } =
    [
        new(1, "bom", Fate.Accepted, "", d => [0xEF, 0xBB, 0xBF, .. Draft.Utf8(d.Text)]),
        new(2, "utf16", Fate.Accepted, "", d => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(d.Text.Replace("UTF-8", "UTF-16", StringComparison.Ordinal))]),
        new(2, "utf16-big-endian", Fate.Accepted, "", d => [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(d.Text.Replace("UTF-8", "UTF-16", StringComparison.Ordinal))]),
        new(3, "decl-dropped", Fate.Accepted, "", d => Draft.Utf8(d.Text[(d.Text.IndexOf("?>", StringComparison.Ordinal) + 3)..].TrimEnd())),
        new(3, "decl-no-encoding", Fate.Accepted, "", d => d.Replaced(" encoding=\"[^\"]*\"", "")),
        new(4, "wrong-encoding-949", Fate.FileRefused, "not-xliff", d => In(949, d.Text)),
        new(4, "wrong-encoding-latin1", Fate.FileRefused, "not-xliff", d => Encoding.Latin1.GetBytes(Regex.Replace(d.Text, "[가-힣]", "é"))),
        new(5, "crlf", Fate.Accepted, "", d => d.Replaced("\n", "\r\n")),
        new(5, "crlf-mixed", Fate.Accepted, "", d => Draft.Utf8(string.Concat(d.Text.Split('\n').Select(l => l + (d.Next(2) == 0 ? "\n" : "\r\n"))))),
        new(6, "cr-charref", Fate.Accepted, "", d => d.Replaced(@"<target>([^<]*\S) (\S[^<]*)</target>", "<target>$1&#13;&#10;$2&#13;</target>")),
        new(7, "one-line", Fate.Accepted, "", d => d.Replaced(@">\n\s*<", "><")),
        new(8, "pretty-print", Fate.Accepted, "", d => d.Replaced(@"(?<=<(source|target)>[^\n]*)(<(?:pc|ph|/pc)[^>]*>)", "\n          $2")),
        new(8, "pretty-print-hard", Fate.Accepted, "", d => d.Replaced(@"<(source|target)>(.+?)</\1>", "<$1>\n            $2\n          </$1>")),
        new(8, "pretty-print-words", Fate.Reviewed, "white-space", d =>
        {
            var unit = d.One(u => Draft.SourceOf(u).Contains(' ', StringComparison.Ordinal) && Draft.In(u, "pc").Any());
            foreach (var text in Draft.In(unit, "source").SelectMany(s => s.DescendantNodes().OfType<System.Xml.Linq.XText>()).ToList())
                text.Value = Regex.Replace(text.Value, " ", d.Next(2) == 0 ? "\n   " : "  \n ") + "\n \t";
            return d.Saved();
        }),
        new(9, "attr-shuffle", Fate.Accepted, "", d =>
        {
            foreach (var element in d.Document.Descendants())
            {
                element.ReplaceAttributes(element.Attributes().OrderBy(a => a.IsNamespaceDeclaration ? -1 : d.Next(100)).ToList());
                if (element.IsEmpty)
                    element.Value = "";
            }

            return Draft.Utf8(Regex.Replace(Encoding.UTF8.GetString(d.Saved()), "(?<=<[^<>']*)\"", "'"));
        }),
        new(10, "ns-prefix", Fate.Accepted, "", d => Draft.Utf8(Regex.Replace(d.Text, @"<(/?)(?![?!])", "<$1xlf:").Replace("xmlns=", "xmlns:xlf=", StringComparison.Ordinal))),
        new(11, "prefix-rebound", Fate.Accepted, "", d => Draft.Utf8(d.Text.Replace("<xliff ", "<xliff xmlns:mtc=\"https://www.matecat.com\" xmlns:mda=\"urn:x\" ", StringComparison.Ordinal).Replace("<unit ", "<unit mtc:segment-id=\"7\" mda:x=\"y\" ", StringComparison.Ordinal))),
        new(12, "ns-undeclared", Fate.Accepted, "", d => Draft.Utf8(d.Text.Replace("<unit ", "<unit tflow:hash=\"abc\" ", StringComparison.Ordinal))),
        new(12, "ns-undeclared-two", Fate.Accepted, "", d => Draft.Utf8(d.Text.Replace("<unit ", "<unit sdl:a=\"1\" mq:b=\"2\" ", StringComparison.Ordinal))),
        new(13, "not-wellformed", Fate.FileRefused, "not-xliff", d => Draft.Utf8(d.Text.Remove(d.Text.LastIndexOf("</segment>", StringComparison.Ordinal), "</segment>".Length))),
        new(13, "truncated-file", Fate.FileRefused, "cut-off", d => Draft.Utf8(d.Text[..(d.Text.Length / 4 + d.Next(d.Text.Length / 2))])),
        new(13, "empty-file", Fate.FileRefused, "cut-off", _ => []),
        new(14, "cdata", Fate.Accepted, "", d => d.Replaced("<target>([^<&]+)</target>", "<target><![CDATA[$1]]></target>")),
        new(15, "charrefs", Fate.Accepted, "", d => Draft.Utf8(string.Concat(d.Text.EnumerateRunes().Select(r => r.Value > 0x7F && d.Next(2) == 0 ? string.Create(CultureInfo.InvariantCulture, $"&#{r.Value};") : r.ToString())))),
        new(16, "doctype", Fate.FileRefused, "not-xliff", d => Draft.Utf8(d.Text.Replace("<xliff", "<!DOCTYPE xliff [<!ENTITY a \"b\">]><xliff", StringComparison.Ordinal))),
        new(16, "doctype-external-entity", Fate.FileRefused, "not-xliff", d => Draft.Utf8(d.Text.Replace("<xliff", "<!DOCTYPE xliff [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><xliff", StringComparison.Ordinal).Replace("<target>", "<target>&a;", StringComparison.Ordinal))),
        new(16, "doctype-plain", Fate.Accepted, "", d => Draft.Utf8(d.Text.Replace("<xliff", "<!DOCTYPE xliff><xliff", StringComparison.Ordinal))),
        new(16, "doctype-system", Fate.Accepted, "", d => Draft.Utf8(d.Text.Replace("<xliff", "<!DOCTYPE xliff PUBLIC \"-//XLIFF//DTD XLIFF//EN\"\n \"http://127.0.0.1:9/xliff.dtd\">\n<xliff", StringComparison.Ordinal))),
        new(17, "control-char", Fate.FileRefused, "not-xliff", d => Draft.Utf8(d.Text.Replace("<target>", "<target>&#x8;", StringComparison.Ordinal))),
        new(17, "control-char-cp", Fate.Reviewed, "control-characters", d =>
        {
            foreach (var target in d.Some(u => Draft.TargetOf(u).Length > 0).SelectMany(u => Draft.In(u, "target")))
                target.AddFirst(Draft.Core("cp", new System.Xml.Linq.XAttribute("hex", "0008")));
            return d.Saved();
        }),
    ];

    private static byte[] In(int codePage, string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(codePage).GetBytes(text);
    }
}
