using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace TransFlow.Tests.Mutations;

/// <summary>A translator's file that something happens to: its text, its elements, and chance from a seed.</summary>
internal sealed class Draft(byte[] bytes, int seed)
{
    private static readonly XNamespace Xliff2 = "urn:oasis:names:tc:xliff:document:2.0";

    private readonly Random _random = new(seed);

    private XDocument? _document;

    /// <summary>The file as text.</summary>
    public string Text { get; } = Encoding.UTF8.GetString(bytes);

    /// <summary>The file as elements; <see cref="Saved"/> writes what was changed in them.</summary>
    public XDocument Document => _document ??= XDocument.Parse(Text, LoadOptions.PreserveWhitespace);

    /// <summary>Names of the units that the mutation touched; all of them when it did not say.</summary>
    public HashSet<string> Touched { get; } = [];

    /// <summary>What touched units say afterwards, by unit id, as tagged text; what is not here says what it said.</summary>
    public Dictionary<string, string> Expected { get; } = [];

    public XNamespace Space => Document.Root!.Name.Namespace;

    public IEnumerable<XElement> Units => [.. Document.Descendants().Where(e => e.Name.LocalName is "unit" or "trans-unit")];

    public IEnumerable<XElement> Targets => [.. Document.Descendants(Space + "target")];

    /// <summary>Elements of the file by local name.</summary>
    public IEnumerable<XElement> Every(string name) => [.. Document.Descendants(Space + name)];

    /// <summary>Any of those that fit, at least one, each noted as touched.</summary>
    public IReadOnlyList<XElement> Some(Func<XElement, bool> fits)
    {
        var fitting = Units.Where(fits).ToList();
        Assert.IsNotEmpty(fitting, "no unit of the article fits the mutation");
        var chosen = fitting.Where(_ => _random.Next(3) == 0).ToList();
        if (chosen.Count == 0)
            chosen.Add(fitting[_random.Next(fitting.Count)]);
        Touched.UnionWith(chosen.Select(u => u.Attribute("id")!.Value));
        return chosen;
    }

    /// <summary>One of those that fit, noted as touched.</summary>
    public XElement One(Func<XElement, bool> fits)
    {
        var fitting = Units.Where(fits).ToList();
        Assert.IsNotEmpty(fitting, "no unit of the article fits the mutation");
        var chosen = fitting[_random.Next(fitting.Count)];
        Touched.Add(chosen.Attribute("id")!.Value);
        return chosen;
    }

    /// <summary>A number from 0 to one less than a limit.</summary>
    public int Next(int limit) => _random.Next(limit);

    public byte[] Saved()
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.None }))
            Document.Save(writer);
        return stream.ToArray();
    }

    /// <summary>The file with a change of its text.</summary>
    public byte[] Replaced(string pattern, string replacement) => Utf8(Regex.Replace(Text, pattern, replacement, RegexOptions.Singleline));

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static XElement Core(string name, params object?[] content) => new(Xliff2 + name, content);

    public static bool IsCode(XElement e) => e.Name.LocalName is "pc" or "ph" or "g" or "x";

    public static IEnumerable<XElement> In(XElement unit, string name) => [.. unit.Descendants(unit.Name.Namespace + name)];

    public static string SourceOf(XElement unit) => string.Concat(In(unit, "source").Select(s => s.Value));

    public static string TargetOf(XElement unit) => string.Join(' ', In(unit, "target").Select(s => s.Value).Where(t => t.Length > 0));

    public static bool HasHangul(string text) => text.Any(c => c is >= '가' and <= '힣');
}
