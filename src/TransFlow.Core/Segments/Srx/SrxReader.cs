using System.Collections.Immutable;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using TransFlow.Core.Segments.Sentences;

namespace TransFlow.Core.Segments.Srx;

/// <summary>Reads SRX 2.0.</summary>
internal static class SrxReader
{
    private const string Namespace = "http://www.lisa.org/srx20";

    public static Outcome<SrxRules> Read(byte[] file, string name)
    {
        try
        {
            // A document type says nothing that we need; what it names is not opened, and entities of its own are unknown ones.
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = 16 << 20 };
            using var xml = XmlReader.Create(new MemoryStream(file), settings);
            return Rules(XDocument.Load(xml, LoadOptions.SetLineInfo).Root!);
        }
        catch (XmlException e)
        {
            return new Refusal("srx-broken", e.Message, "Mend that line; the file has to be XML without entities of its own.") { File = name, Line = e.LineNumber == 0 ? null : e.LineNumber };
        }
        catch (SrxException e)
        {
            return new Refusal("srx-broken", e.Message, e.Remedy) { File = name, Line = e.Line };
        }
    }

    private static SrxRules Rules(XElement root)
    {
        // Many tools write version 2.0 without its namespace, and mean the same.
        if (root.Name.LocalName != "srx" || root.Name.NamespaceName is not ("" or Namespace))
            throw new SrxException(root, $"It begins with <{root.Name.LocalName}> of '{root.Name.NamespaceName}', not with <srx> of '{Namespace}'.", "Save the rules as SRX 2.0.");
        if (root.Attribute("version")?.Value is var version and not "2.0")
            throw new SrxException(root, $"It is SRX {version ?? "of no version"}.", "Save the rules as SRX 2.0.");
        Only(root, "header", "body");
        var header = Child(root, "header") ?? throw new SrxException(root, "It has no <header>.", "Save the rules as SRX 2.0.");
        var body = Child(root, "body") ?? throw new SrxException(root, "It has no <body>.", "Save the rules as SRX 2.0.");
        Header(header);
        Only(body, "languagerules", "maprules");
        var lists = Lists(body);
        var maps = Children(Child(body, "maprules"), "languagemap").Select(m => Map(m, lists)).ToImmutableArray();
        if (maps.IsEmpty)
            throw new SrxException(body, "It has no <languagemap>: its rules are for no language.", "Add <maprules> with a <languagemap> for each language.");
        return new SrxRules(maps, lists, YesOrNo(header, "cascade", Needed(header, "cascade")));
    }

    /// <summary>What tells how codes at the edge of a sentence are shared out changes nothing here, but has to be what SRX knows.</summary>
    private static void Header(XElement header)
    {
        if (header.Attribute("segmentsubflows")?.Value is { } subflows)
            YesOrNo(header, "segmentsubflows", subflows);
        Only(header, "formathandle");
        foreach (var handle in Children(header, "formathandle"))
        {
            YesOrNo(handle, "include", Needed(handle, "include"));
            if (Needed(handle, "type") is var type and not ("start" or "end" or "isolated"))
                throw new SrxException(handle, $"<formathandle> is for '{type}'.", "Write start, end or isolated.");
        }
    }

    /// <summary>Children in the file's own namespace have to be the known ones; those of another are for other programs. Comes before they are read.</summary>
    private static void Only(XElement element, params ReadOnlySpan<string> known)
    {
        foreach (var child in element.Elements())
        {
            if (child.Name.Namespace == element.Name.Namespace && !known.Contains(child.Name.LocalName))
                throw new SrxException(child, $"<{element.Name.LocalName}> holds <{child.Name.LocalName}>, which SRX does not know there.", "Remove it, or mend its name.");
        }
    }

    private static bool YesOrNo(XElement element, string attribute, string value) => value switch
    {
        "yes" => true,
        "no" => false,
        _ => throw new SrxException(element, $"{attribute}=\"{value}\" says neither yes nor no.", "Write yes or no."),
    };

    private static ImmutableDictionary<string, ImmutableArray<SrxRule>> Lists(XElement body)
    {
        var lists = ImmutableDictionary.CreateBuilder<string, ImmutableArray<SrxRule>>(StringComparer.Ordinal);
        foreach (var group in Children(body, "languagerules"))
            Only(group, "languagerule");
        foreach (var group in Children(body, "maprules"))
            Only(group, "languagemap");
        foreach (var list in Children(Child(body, "languagerules"), "languagerule"))
        {
            Only(list, "rule");
            var name = Needed(list, "languagerulename");
            if (!lists.TryAdd(name, [.. Children(list, "rule").Select(Rule)]))
                throw new SrxException(list, $"The rules '{name}' are there twice.", "Give them different names.");
        }

        return lists.ToImmutable();
    }

    private static LanguageMap Map(XElement map, ImmutableDictionary<string, ImmutableArray<SrxRule>> lists)
    {
        var name = Needed(map, "languagerulename");
        if (!lists.ContainsKey(name))
            throw new SrxException(map, $"There are no rules '{name}'.", "Name one of the <languagerule>.");
        return new LanguageMap(Compiled(map, $"\\A(?:{SrxPattern.Of(map, Needed(map, "languagepattern")).Made})\\z", Needed(map, "languagepattern"), RegexOptions.IgnoreCase), name);
    }

    private static SrxRule Rule(XElement rule)
    {
        var breaks = YesOrNo(rule, "break", rule.Attribute("break")?.Value ?? "yes");
        Only(rule, "beforebreak", "afterbreak");
        if (Children(rule, "beforebreak").Skip(1).Concat(Children(rule, "afterbreak").Skip(1)).FirstOrDefault() is { } second)
            throw new SrxException(second, $"The rule has two <{second.Name.LocalName}>.", "Make two rules of it.");
        if (Child(rule, "afterbreak")?.ElementsAfterSelf(rule.Name.Namespace + "beforebreak").FirstOrDefault() is { } late)
            throw new SrxException(late, "The rule has its <beforebreak> after its <afterbreak>.", "Put it before.");
        var (before, after) = (Part(rule, "beforebreak"), Part(rule, "afterbreak"));
        if (before.Made.Length == 0 && after.Made.Length == 0)
            throw new SrxException(rule, "The rule says nothing of what stands before or after.", "Give it a <beforebreak> or an <afterbreak>.");
        var written = string.Join(" / ", rule.Elements().Select(e => e.Value).Where(e => e.Length > 0));
        var among = new Lazy<Regex>(() => Compiled(rule, Place(breaks, Part(rule, "beforebreak", pairs: true), Part(rule, "afterbreak", pairs: true)), written));
        return new SrxRule(breaks, written, Compiled(rule, Place(breaks, before, after), written), among, before.Ending);
    }

    /// <summary>
    /// Looking both ways finds every place, however the matches of two places overlap. Exceptions are tried at one place each. What stands after a place is
    /// looked at first where it is short: of a long run of stops the last one alone has a blank behind it.
    /// </summary>
    private static string Place(bool breaks, SrxPart before, SrxPart after)
    {
        var (back, on) = ($"(?<={before.Made})", $"(?={after.Made})");
        return $@"{(breaks ? "" : @"\G")}{(after.IsShort ? on + back : back + on)}";
    }

    private static SrxPart Part(XElement rule, string name, bool pairs = false) => Child(rule, name) is { } part ? SrxPattern.Of(part, Words(part), pairs) : new("", SrxEnding.Nothing, true);

    /// <summary>The expression that an element holds, its Hangul composed as that of the texts is.</summary>
    private static string Words(XElement part)
    {
        Only(part);
        return LetterComposition.Needs(part.Value) ? new LetterComposition(part.Value).Text : part.Value;
    }

    private static XElement? Child(XElement element, string name) => Children(element, name).FirstOrDefault();

    private static IEnumerable<XElement> Children(XElement? element, string name) => element?.Elements(element.Name.Namespace + name) ?? [];

    private static string Needed(XElement element, string attribute) =>
        element.Attribute(attribute)?.Value ?? throw new SrxException(element, $"<{element.Name.LocalName}> has no {attribute}.", "Add it; SRX 2.0 asks for it.");

    private static Regex Compiled(XElement element, string pattern, string written, RegexOptions options = RegexOptions.None)
    {
        try
        {
            return new Regex(pattern, options | RegexOptions.CultureInvariant, SrxParagraph.Patience);
        }
        catch (RegexParseException e)
        {
            // What .NET says begins with the expression as we made it.
            throw new SrxException(element, $"The expression '{written}' cannot be read: {e.Message[(e.Message.LastIndexOf($"{e.Offset}. ", StringComparison.Ordinal) + $"{e.Offset}. ".Length)..]}", "Mend it; regular expressions are those of ICU.");
        }
    }
}

/// <summary>A file of rules that cannot be used; becomes a refusal.</summary>
internal sealed class SrxException(XElement where, string message, string remedy) : Exception(message)
{
    /// <summary>The line, from 1.</summary>
    public int Line { get; } = ((IXmlLineInfo)where).LineNumber;

    /// <summary>What to do.</summary>
    public string Remedy { get; } = remedy;
}
