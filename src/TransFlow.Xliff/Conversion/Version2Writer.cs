namespace TransFlow.Xliff;

/// <summary>Makes a document of XLIFF 2.0 of one of the 1.x family, and finds again what <see cref="Version1Writer"/> let travel along.</summary>
/// <param name="from">The document, without layout.</param>
/// <param name="losses">Where to say what 2.0 cannot.</param>
internal sealed class Version2Writer(XliffDocument from, List<string> losses)
{
    private readonly TakenIds _files = new(from.Files.Select(f => f.Original ?? ""));
    private string? _language;

    public XliffDocument Document()
    {
        foreach (var other in from.Files.Skip(1).Where(f => (f.SourceLanguage, f.TargetLanguage) != (from.Files.First().SourceLanguage, from.Files.First().TargetLanguage)))
            losses.Add($"The file '{other.Original}' is from '{other.SourceLanguage}' into '{other.TargetLanguage}'; a document of 2.0 has one pair of languages, that of its first file.");
        var carried = Carried.Back(from.Attributes, XliffNamespaces.Core20);
        var stated = Targets(from).Select(t => t.Of(XliffNamespaces.Xml, "lang")).OfType<string>().FirstOrDefault();
        var sources = from.Inside.OfType<TransUnit>().SelectMany(u => new XliffElement?[] { u.Source, u.SegmentedSource }).OfType<XliffElement>().Select(e => e.Language).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var source = carried.ValueOf("srcLang") ?? from.SourceLanguage ?? sources.FirstOrDefault() ?? "und";
        var target = carried.ValueOf("trgLang") ?? from.TargetLanguage ?? stated ?? (Targets(from).Any() ? "und" : null);
        _language = Tag(target);
        Tell(carried.ValueOf("srcLang"), from.Files.Select(f => f.SourceLanguage));
        Tell(carried.ValueOf("trgLang"), from.Files.Select(f => f.TargetLanguage));
        losses.AddRange(Targets(from).Select(t => t.Of(XliffNamespaces.Xml, "lang")).OfType<string>().Where(l => !string.Equals(l, target, StringComparison.OrdinalIgnoreCase)).Distinct()
            .Select(l => $"Targets in '{l}' are in '{target}' now; a document of 2.0 has one target language."));
        losses.AddRange(sources.Where(l => !string.Equals(l.Replace('_', '-'), source.Replace('_', '-'), StringComparison.OrdinalIgnoreCase)).Select(l => $"Sources in '{l}' are in '{source}' now; a document of 2.0 has one source language."));
        losses.AddRange(from.Attributes.Where(a => a.Name.Namespace.Length == 0 && !a.Name.Is("version")).Select(a => $"The attribute '{a.Name}' of the root, which 1.2 does not have, was left out."));
        if (!from.Files.Any())
            losses.AddRange(Loose().Cast<XliffElement>().Select(e => $"The {e.Tag.LocalName} stands in no file; '{e.InnerText}' was left out."));
        return new XliffDocument("2.0")
        {
            Before = from.Before,
            After = from.After,
            Attributes =
            [
                Carried.Declare("", XliffNamespaces.Core20), .. Carried.Declarations(from), .. Carried.Own("version", "2.0"),
                .. Carried.Own("srcLang", Tag(source)), .. Carried.Own("trgLang", Tag(target)),
                .. carried.Where(a => a.Name.Namespace.Length > 0 || a.Name.LocalName is not ("version" or "srcLang" or "trgLang")),
            ],
            Content = [.. from.Content.Where(n => n is not XliffElement || n is XliffFile).Select(n => n is XliffFile file ? File(file, file == from.Files.First() ? Loose() : []) : n)],
        };
    }

    /// <summary>Tells of languages that a tool of 1.2 wrote over that of a document that came from 2.x; they may be a slip as well as meant.</summary>
    private void Tell(string? own, IEnumerable<string?> said) =>
        losses.AddRange(said.OfType<string>().Where(l => own is not null && !string.Equals(l.Replace('_', '-'), own, StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.Ordinal)
            .Select(l => $"The language '{l}' was written over '{own}', and was left out; if it is meant, write it into 'srcLang' or 'trgLang'."));

    /// <summary>A language tag as BCP 47 writes it: many tools of 1.2 put underscores into theirs.</summary>
    private string? Tag(string? language)
    {
        if (language is null || Validation.ValueType.IsLanguage(language))
            return language;
        var tag = language.Replace('_', '-');
        losses.Add(Validation.ValueType.IsLanguage(tag) ? $"The language '{language}' is '{tag}' now." : $"'{language}' is no language tag; mend it.");
        return tag;
    }

    /// <summary>What 1.2 lets stand beside the files; in 2.0 it stands in the first.</summary>
    private IEnumerable<XliffNode> Loose() => from.Content.Where(n => n is XliffElement and not XliffFile);

    /// <summary>The targets of units; candidates may be in other languages.</summary>
    private static IEnumerable<Target> Targets(XliffElement element) => element.Inside.OfType<TransUnit>().Select(u => u.Target).OfType<Target>();

    private XliffFile File(XliffFile file, IEnumerable<XliffNode> beside)
    {
        AttributeList attributes = Carried.Has(file, XliffNamespaces.Core20)
            ? [.. Original(file, Carried.Back(file.Attributes, XliffNamespaces.Core20)), .. Native(file, "original", "source-language", "target-language", "datatype")]
            : [.. Carried.Own("id", _files.Free(file.Original ?? "", "f")), .. Carried.Own("original", file.Original), .. Kept(file, "original", "source-language", "target-language", "datatype")];
        // "plaintext" is what a document has that says nothing.
        if (file.Attributes.ValueOf("datatype") is { } type and not "plaintext")
            attributes = attributes.With(new XliffName(Carried.Prefix1, "datatype", XliffNamespaces.Version12), type);
        var taken = (Units: new TakenIds(file.Inside.OfType<TransUnit>().Select(u => u.Id)), Groups: new TakenIds(file.Inside.OfType<Group>().Select(g => g.Id)));
        var head = file.Elements.OfType<FileHeader>().SelectMany(h => h.Content).Select(Carried.Named).ToList();
        var body = file.Elements.OfType<FileBody>().SelectMany(b => b.Content).ToList();
        var items = body.Where(IsItem).Select(n => Item(n, taken));
        if (!body.Exists(n => n is TransUnit or Group))
            items = items.Prepend(new Group("g1"));
        // What 1.2 has in the file and 2.0 has no word for stands as an extension before the rest.
        var loose = beside.Concat(file.Content.Where(n => n is not (FileHeader or FileBody))).Concat(body.Where(n => !IsItem(n))).Select(Carried.Named);
        losses.AddRange(file.Elements.Where(e => e is FileHeader or FileBody).SelectMany(e => e.Attributes.Where(a => !a.Name.IsDeclaration).Select(a => $"The attribute '{a.Name}' of the {e.Tag.LocalName} of the file '{file.Original}', for which 2.0 has no place, was left out.")));
        var notes = head.FindIndex(n => n is Notes);
        NodeList content = notes < 0 ? [.. head, .. loose, .. items] : [.. head.Take(notes), .. loose, .. head.Skip(notes), .. items];
        return new XliffFile("") { Attributes = attributes, Content = content };
    }

    private static AttributeList Original(XliffFile file, AttributeList carried) =>
        Carried.Taken(carried, "original", carried.ValueOf("original") ?? carried.ValueOf("id"), file.Original);

    private static bool IsItem(XliffNode node) => node is TransUnit or Group or Comment or ProcessingInstruction;

    private XliffNode Item(XliffNode node, (TakenIds Units, TakenIds Groups) taken) => node switch
    {
        TransUnit unit => new Version2UnitWriter(unit, taken.Units, _language, losses).UnitOf(),
        Group group => new Group("")
        {
            Attributes = Carried.Has(group, XliffNamespaces.Core20)
                ? Ours(group, taken.Groups)
                : New(group, taken.Groups),
            Content = [.. group.Content.Where(n => !IsItem(n) && n is not (Note or Notes)).Select(Carried.Named), .. group.Content.Where(n => n is Notes), .. NotesOf(group), .. group.Content.Where(IsItem).Select(n => Item(n, taken))],
        },
        _ => node,
    };

    private static AttributeList New(Group group, TakenIds taken)
    {
        var id = taken.Free(group.Id.Length > 0 ? group.Id : group.Name ?? "", "g");
        return [.. Carried.Own("id", id), .. Carried.Own("name", group.Attributes.ValueOf("resname")), .. Carried.Own("translate", group.Attributes.ValueOf("translate")), .. Kept(group, "resname", "translate", id == group.Id ? "id" : "resname")];
    }

    private static AttributeList Ours(Group group, TakenIds taken)
    {
        var attributes = Carried.Back(group.Attributes, XliffNamespaces.Core20);
        taken.Add(attributes.ValueOf("id") ?? "");
        return
        [
            .. Carried.Translated(Carried.Taken(attributes, "name", attributes.ValueOf("name"), group.Attributes.ValueOf("resname")), group.Attributes.ValueOf("translate")),
            .. Native(group, group.Id == attributes.ValueOf("id") ? "id" : "", "resname", "translate"),
        ];
    }

    private static IEnumerable<XliffNode> NotesOf(XliffElement holder) =>
        Xliff.Notes.Of(holder.Elements.OfType<Note>().Where(n => XliffNamespaces.IsVersion1(n.Tag.Namespace) || n.Tag.Namespace.Length == 0).Select(Version2Note.Of)) is { } notes ? [notes] : [];

    /// <summary>Attributes that 2.0 has no word for, in 1.2's namespace.</summary>
    internal static IEnumerable<AttributeEntry> Kept(XliffElement element, params string[] known) =>
        Carried.Out([.. element.Attributes.Where(a => !known.Contains(a.Name.LocalName) || a.Name.Namespace.Length > 0)], Carried.Prefix1, XliffNamespaces.Version12);

    /// <summary>The same of an element that carries attributes of 2.0 besides: its own alone.</summary>
    internal static IEnumerable<AttributeEntry> Native(XliffElement element, params string[] known) => Kept(element, known).Where(a => a.Name.Namespace == XliffNamespaces.Version12);
}
