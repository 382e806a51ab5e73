using System.Text;
using System.Xml.Linq;

namespace TransFlow.Xliff.Tests;

/// <summary>Whatever a tool of 1.2 writes anywhere into a file, conversion to 2.0 has it or tells of it: every attribute, word, element and comment is tried in every place.</summary>
[TestClass]
public sealed class NothingLostTests
{
    /// <summary>What is looked for again.</summary>
    private const string Mark = "ZZ9";

    private static readonly XNamespace Tool = "urn:example:tool";

    private static readonly string[] Attributes =
    [
        "resname", "restype", "extradata", "help-id", "maxwidth", "phase-name", "comment", "ts", "xid", "clone", "crc", "assoc", "equiv-text", "ctype", "from", "annotates", "priority",
        "state", "state-qualifier", "equiv-trans", "match-quality", "origin", "alttranstype", "tool-id", "product-name", "date", "category", "datatype", "original", "mtype", "coord", "id", "rid", "pos",
    ];

    private static readonly string[] Elements = ["note", "context-group", "count-group", "prop-group", "alt-trans", "bin-unit", "trans-unit", "group", "source", "seg-source", "target", "mrk", "g", "x", "ph", "bpt", "it", "tool", "phase-group", "header", "body", "file"];

    [TestMethod]
    [DataRow("everything-2.1.xlf")]
    [DataRow("profile-2.0.xlf")]
    [DataRow("everything-1.2.xlf")]
    [DataRow("profile-1.2.xlf")]
    [DataRow("tools/sdl.xlf")]
    [DataRow("tools/mq.xlf")]
    [DataRow("tools/xcode.xlf")]
    [DataRow("tools/nons.xlf")]
    public void Whatever_a_tool_writes_anywhere_is_there_or_told(string name)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Data", name));
        var document = XliffReader.Read(file);
        var text = Encoding.UTF8.GetString(XliffWriter.Write(XliffConversion.To(document, "1.2").Document));
        var lost = new SortedSet<string>(StringComparer.Ordinal);
        var places = Places(XDocument.Parse(text, LoadOptions.PreserveWhitespace)).Count;
        for (var place = 0; place < places; place++)
        {
            foreach (var (what, edit) in Edits())
            {
                var edited = XDocument.Parse(text, LoadOptions.PreserveWhitespace);
                var at = Places(edited)[place];
                if (edit(at) && !IsThere(edited, what) && !IsOfEnds(at, what))
                    lost.Add($"{what} of {string.Join('/', at.AncestorsAndSelf().Reverse().Select(e => e.Name.LocalName))}");
            }
        }

        Assert.AreEqual("", string.Join('\n', lost));
    }

    [TestMethod]
    [DataRow("everything-2.1.xlf")]
    [DataRow("profile-2.0.xlf")]
    [DataRow("everything-1.2.xlf")]
    [DataRow("tools/sdl.xlf")]
    [DataRow("tools/mq.xlf")]
    public void What_a_tool_takes_out_takes_no_other_words_with_it(string name)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Data", name));
        var text = Encoding.UTF8.GetString(XliffWriter.Write(XliffConversion.To(XliffReader.Read(file), "1.2").Document));
        var lost = new SortedSet<string>(StringComparer.Ordinal);
        var places = Places(XDocument.Parse(text, LoadOptions.PreserveWhitespace)).Count;
        for (var place = 1; place < places; place++)
        {
            // An attribute, the element, or the element but not what it holds.
            var attributes = Places(XDocument.Parse(text, LoadOptions.PreserveWhitespace))[place].Attributes().Count(a => !a.IsNamespaceDeclaration);
            for (var what = -2; what < attributes; what++)
            {
                var edited = XDocument.Parse(text, LoadOptions.PreserveWhitespace);
                var at = Places(edited)[place];
                var told = what switch { -2 => "element", -1 => "tags", _ => at.Attributes().Where(a => !a.IsNamespaceDeclaration).ElementAt(what).Name.ToString() };
                var path = string.Join('/', at.AncestorsAndSelf().Reverse().Select(e => e.Name.LocalName));
                if (what == -2)
                    at.Remove();
                else if (what == -1)
                    at.ReplaceWith(at.Nodes());
                else
                    at.Attributes().Where(a => !a.IsNamespaceDeclaration).ElementAt(what).Remove();
                foreach (var word in Lost(edited))
                    lost.Add($"'{word}' without {told} of {path}");
            }
        }

        Assert.AreEqual("", string.Join('\n', lost));
    }

    /// <summary>The words of sources, targets and notes that are neither in what a document becomes nor told.</summary>
    private static List<string> Lost(XDocument edited)
    {
        using var bytes = new MemoryStream();
        edited.Save(bytes, SaveOptions.DisableFormatting);
        bytes.Position = 0;
        var made = XliffConversion.To(XliffReader.Read(bytes), "2.0");
        var all = XDocument.Parse(Encoding.UTF8.GetString(XliffWriter.Write(made.Document)), LoadOptions.PreserveWhitespace).Root!.Value + string.Concat(made.Losses);
        return [.. Places(edited).SelectMany(e => e.Nodes().OfType<XText>()).SelectMany(t => t.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Where(t => !all.Contains(t, StringComparison.Ordinal))];
    }

    /// <summary>The elements of 1.2: what travels along is nobody's to change.</summary>
    private static List<XElement> Places(XDocument document) =>
        [.. document.Descendants().Where(e => e.AncestorsAndSelf().All(a => a.Name.Namespace == document.Root!.Name.Namespace))];

    /// <summary>How the ends of codes find one another is made anew: nobody reads it but tools of 1.2. So are the ids of characters that XML cannot hold.</summary>
    private static bool IsOfEnds(XElement at, string what) =>
        what is "attribute id" or "attribute rid" or "attribute pos" && (at.Name.LocalName is "bx" or "ex" or "bpt" or "ept" or "it" or "g" || (string?)at.Attribute("ctype") == "x-cp");

    private static bool IsThere(XDocument edited, string what)
    {
        using var bytes = new MemoryStream();
        edited.Save(bytes, SaveOptions.DisableFormatting);
        bytes.Position = 0;
        try
        {
            var made = XliffConversion.To(XliffReader.Read(bytes), "2.0");
            var written = XliffWriter.Write(made.Document);
            return Encoding.UTF8.GetString(written).Contains(Mark, StringComparison.Ordinal)
                || made.Losses.Any(l => l.Contains(Mark, StringComparison.Ordinal) || l.Contains($"'{what.Split(' ')[^1]}'", StringComparison.Ordinal));
        }
        catch (XliffException)
        {
            return true;
        }
    }

    private static IEnumerable<(string What, Func<XElement, bool> Edit)> Edits()
    {
        foreach (var name in Attributes)
        {
            yield return ("attribute " + name, e =>
            {
                e.SetAttributeValue(name, Mark);
                return true;
            }
            );
        }

        yield return ("attribute q:z", e =>
        {
            e.SetAttributeValue(XNamespace.Xmlns + "q", Tool.NamespaceName);
            e.SetAttributeValue(Tool + "z", Mark);
            return true;
        }
        );
        foreach (var name in Elements)
        {
            yield return ("element " + name, e => Put(e, new XElement(e.Name.Namespace + name, new XAttribute("id", "7"), Mark), isFirst: false));
            yield return ("first element " + name, e => Put(e, new XElement(e.Name.Namespace + name, new XAttribute("id", "7"), Mark), isFirst: true));
        }

        foreach (var isFirst in (bool[])[false, true])
        {
            var where = isFirst ? "first " : "";
            yield return (where + "words", e => Put(e, new XText(Mark), isFirst));
            yield return (where + "comment", e => Put(e, new XComment(Mark), isFirst));
            yield return (where + "instruction", e => Put(e, new XProcessingInstruction("q", Mark), isFirst));
            yield return (where + "element q:z", e => Put(e, new XElement(Tool + "z", Mark), isFirst));
            yield return (where + "attribute of an element q:z", e => Put(e, new XElement(Tool + "z", new XAttribute("a", Mark)), isFirst));
        }
    }

    private static bool Put(XElement holder, XNode node, bool isFirst)
    {
        if (isFirst)
            holder.AddFirst(node);
        else
            holder.Add(node);
        return true;
    }
}
