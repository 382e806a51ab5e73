namespace TransFlow.Xliff;

/// <summary>An XLIFF document: its root element and what stands around it (XLIFF 2.1, 4.2.2.1; XLIFF 1.2, 2.2).</summary>
public sealed record XliffDocument : XliffElement
{
    /// <summary>Makes a document.</summary>
    /// <param name="version">Its version: 1.2, 2.0, 2.1 or 2.2.</param>
    public XliffDocument(string version)
        : base(new XliffName("", "xliff", SpaceOf(version)))
    {
        Attributes = [new(new XliffName("", "xmlns", XliffNamespaces.Declaration), Tag.Namespace), new(new XliffName("", "version", ""), version)];
    }

    internal XliffDocument(in Reading read)
        : base(read)
    {
    }

    /// <summary>The version as the document states it, such as <c>2.0</c> or <c>1.2</c>; what its namespace says when it states none.</summary>
    public string Version => Get("version") ?? (XliffNamespaces.IsVersion1(Tag.Namespace) || Tag.Namespace.Length == 0 ? "1.2" : Tag.Namespace == XliffNamespaces.Core22 ? "2.2" : "2.0");

    /// <summary>True for the 1.x family.</summary>
    public bool IsVersion1 => XliffNamespaces.IsVersion1(Tag.Namespace) || (!XliffNamespaces.IsCore2(Tag.Namespace) && Version.StartsWith("1.", StringComparison.Ordinal));

    /// <summary>The source language (<c>srcLang</c>, in 1.2 the first file's <c>source-language</c>, and set in all that there are); null when not stated.</summary>
    /// <exception cref="InvalidOperationException">It is set in a document of 1.2 that has no files yet, which say it there.</exception>
    public string? SourceLanguage
    {
        get => Get("srcLang") ?? Files.Select(f => f.SourceLanguage).FirstOrDefault(l => l is not null);
        init => SetLanguage("srcLang", value, f => f with { SourceLanguage = value });
    }

    /// <summary>The target language (<c>trgLang</c>, in 1.2 the first file's <c>target-language</c>, and set in all that there are); null when not stated.</summary>
    /// <exception cref="InvalidOperationException">It is set in a document of 1.2 that has no files yet, which say it there.</exception>
    public string? TargetLanguage
    {
        get => Get("trgLang") ?? Files.Select(f => f.TargetLanguage).FirstOrDefault(l => l is not null);
        init => SetLanguage("trgLang", value, f => f with { TargetLanguage = value });
    }

    /// <summary>Notes on the whole document (2.2 only).</summary>
    public IEnumerable<Note> Notes { get => First<Notes>()?.Items ?? []; init => Put(Xliff.Notes.Of(value), e => e is not Xliff.Notes); }

    /// <summary>Metadata on the whole document (2.2 only); null for none.</summary>
    public Metadata? Metadata { get => First<Metadata>(); init => Put(value, e => e is XliffFile); }

    /// <summary>Its files, in order.</summary>
    public IEnumerable<XliffFile> Files { get => All<XliffFile>(); init => Replace(value, _ => false); }

    /// <summary>Comments and processing instructions before the root element.</summary>
    public NodeList Before { get; init; }

    /// <summary>Comments and processing instructions after the root element.</summary>
    public NodeList After { get; init; }

    private void SetLanguage(string name, string? value, Func<XliffFile, XliffFile> set)
    {
        if (!IsVersion1)
            Set(name, value);
        else if (Files.Any())
            Replace([.. Files.Select(set)], _ => false);
        else if (value is not null)
            throw new InvalidOperationException("In XLIFF 1.2 files state the languages: set them there, or after the files.");
    }

    private static string SpaceOf(string version) => version switch
    {
        "1.0" or "1.1" or "1.2" => XliffNamespaces.Version12,
        "2.0" or "2.1" => XliffNamespaces.Core20,
        "2.2" => XliffNamespaces.Core22,
        _ => throw new ArgumentException($"XLIFF version '{version}' is none of 1.2, 2.0, 2.1 and 2.2.", nameof(version)),
    };
}
