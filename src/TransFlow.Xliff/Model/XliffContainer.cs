namespace TransFlow.Xliff;

/// <summary>What <c>file</c>, <c>group</c> and <c>unit</c> have in common.</summary>
public abstract record XliffContainer : XliffElement
{
    private protected XliffContainer(XliffName tag)
        : base(tag)
    {
    }

    private protected XliffContainer(in Reading read)
        : base(read)
    {
    }

    /// <summary>Its id; empty when not stated.</summary>
    public string Id { get => Get("id") ?? ""; init => Set("id", value); }

    /// <summary>False when tools must not cut its units into other segments; null when not stated.</summary>
    public bool? CanResegment { get => Flag("canResegment"); init => SetFlag("canResegment", value); }

    /// <summary>False when its text is not to be translated; null when not stated.</summary>
    public bool? Translate { get => Flag("translate"); init => SetFlag("translate", value); }

    /// <summary>Direction of the source: <c>ltr</c>, <c>rtl</c> or <c>auto</c>; null when not stated.</summary>
    public string? SourceDirection { get => Get("srcDir"); init => Set("srcDir", value); }

    /// <summary>Direction of the target: <c>ltr</c>, <c>rtl</c> or <c>auto</c>; null when not stated.</summary>
    public string? TargetDirection { get => Get("trgDir"); init => Set("trgDir", value); }

    /// <summary>Its notes, in order; in 1.2 those that stand in it directly, and of a file in its header.</summary>
    public IEnumerable<Note> Notes { get => InNotes?.Items ?? First<FileHeader>()?.Notes ?? All<Note>(); init => PutNotes(value); }

    /// <summary>Its metadata; null for none.</summary>
    public Metadata? Metadata { get => First<Metadata>(); init => Put(value, IsAfterModules); }

    /// <summary>Its validation rules; null for none.</summary>
    public ValidationRules? Rules { get => First<ValidationRules>(); init => Put(value, IsAfterModules); }

    /// <summary>What a size and length profile says of it; null for nothing.</summary>
    public SizeData? Sizes { get => First<SizeData>(); init => Put(value, IsAfterModules); }

    /// <summary>Change tracking of XLIFF 2.0; null for none.</summary>
    public ChangeTrack? Changes { get => First<ChangeTrack>(); init => Put(value, IsAfterModules); }

    /// <summary>Records of who made its text (ITS).</summary>
    public IEnumerable<ProvenanceRecords> Provenance { get => All<ProvenanceRecords>(); init => Replace(value, IsAfterModules); }

    /// <summary>Elements of modules and extensions, in order.</summary>
    public IEnumerable<XliffElement> Extensions => Elements.Where(e => e.Tag.Namespace != Tag.Namespace);

    private protected static bool IsAfterModules(XliffElement element) => element is Notes || IsAfterNotes(element);

    private protected static bool IsAfterNotes(XliffElement element) => element is Unit or Group or OriginalData or UnitPart;

    /// <summary>The element around the notes; in a unit of 1.2 it holds only what travels along.</summary>
    private Notes? InNotes => this is TransUnit ? null : First<Notes>();

    private void PutNotes(IEnumerable<Note> notes)
    {
        if (!IsOfVersion1 || InNotes is not null)
            Put(Xliff.Notes.Of(notes), IsAfterNotes);
        else if (this is not XliffFile)
            Replace(notes, e => e is XliffContainer or BinaryUnit || e.Tag.Namespace != Tag.Namespace);
        else if (First<FileHeader>() is not null || notes.Any())
            Put((First<FileHeader>() ?? new FileHeader()) with { Notes = notes }, _ => true);
    }
}

/// <summary>A file: the units of one original document (XLIFF 2.1, 4.2.2.2; XLIFF 1.2, 2.2.2).</summary>
public sealed record XliffFile : XliffContainer
{
    /// <summary>Makes a file.</summary>
    /// <param name="id">Its id, unique in the document; put into a document of 1.2, its <c>original</c> when none is stated.</param>
    public XliffFile(string id)
        : base(Core("file")) => Id = id;

    internal XliffFile(in Reading read)
        : base(read)
    {
    }

    /// <summary>What it was made from; null when not stated.</summary>
    public string? Original { get => Get("original"); init => Set("original", value); }

    /// <summary>The source language (1.x only); null when not stated.</summary>
    public string? SourceLanguage { get => Get("source-language"); init => Set("source-language", value); }

    /// <summary>The target language (1.x only); null when not stated.</summary>
    public string? TargetLanguage { get => Get("target-language"); init => Set("target-language", value); }

    /// <summary>What is needed to build the translated original; null for none.</summary>
    public Skeleton? Skeleton { get => First<Skeleton>(); init => Put(value, _ => true); }

    /// <summary>The resources it refers to; null for none.</summary>
    public ResourceData? Resources { get => First<ResourceData>(); init => Put(value, IsAfterModules); }

    /// <summary>The profiles that its size restrictions follow; null for none.</summary>
    public SizeProfiles? Profiles { get => First<SizeProfiles>(); init => Put(value, IsAfterModules); }

    /// <summary>Its units and groups as they stand in it, in 1.2 in its body, in order.</summary>
    /// <exception cref="ArgumentException">A unit of 2.x is set into a file of 1.2.</exception>
    public IEnumerable<XliffContainer> Items { get => First<FileBody>()?.Items ?? Elements.OfType<XliffContainer>(); init => PutItems(value); }

    /// <summary>All its units in document order, those in groups among them.</summary>
    /// <exception cref="ArgumentException">They are set into a file of 1.2.</exception>
    public IEnumerable<Unit> Units { get => Deep<Unit>(this); init => PutItems(value); }

    /// <summary>All its translation units (1.x) in document order, those in groups among them.</summary>
    public IEnumerable<TransUnit> TransUnits { get => Deep<TransUnit>(this); init => PutItems(value); }

    /// <summary>Puts units and groups where the version has them.</summary>
    private void PutItems(IEnumerable<XliffContainer> items)
    {
        if (First<FileBody>() is null && !IsOfVersion1)
            Replace(items, _ => false);
        else
            Put((First<FileBody>() ?? new FileBody()) with { Items = items }, _ => false);
    }

    private static IEnumerable<T> Deep<T>(XliffElement holder)
        where T : XliffElement =>
        holder.Elements.SelectMany(e => e switch
        {
            T found => [found],
            Group or FileBody => Deep<T>(e),
            _ => [],
        });
}

/// <summary>The skeleton of a file, in the document or elsewhere; kept as it is (XLIFF 2.1, 4.2.2.3).</summary>
public sealed record Skeleton : XliffElement
{
    /// <summary>Makes a skeleton.</summary>
    public Skeleton()
        : base(Core("skeleton"))
    {
    }

    internal Skeleton(in Reading read)
        : base(read)
    {
    }

    /// <summary>Where it is when it is not here; null otherwise.</summary>
    public string? Address { get => Get("href"); init => Set("href", value); }
}

/// <summary>A group of units and groups (XLIFF 2.1, 4.2.2.4; XLIFF 1.2, 2.2.4).</summary>
public sealed record Group : XliffContainer
{
    /// <summary>Makes a group.</summary>
    /// <param name="id">Its id, unique among the file's groups.</param>
    public Group(string id)
        : base(Core("group")) => Id = id;

    internal Group(in Reading read)
        : base(read)
    {
    }

    /// <summary>What it is called in the original (<c>name</c>, in 1.2 <c>resname</c>); null when not stated.</summary>
    public string? Name { get => Get("name") ?? Get("resname"); init => Set(IsOfVersion1 ? "resname" : "name", value); }

    /// <summary>What kind of thing it is, <c>prefix:value</c>; null when not stated.</summary>
    public string? Type { get => Get("type"); init => Set("type", value); }

    /// <summary>Its units and groups, in order.</summary>
    public IEnumerable<XliffContainer> Items { get => Elements.OfType<XliffContainer>(); init => Replace(value, _ => false); }
}

/// <summary>A unit: text whose whole source stays what it is, however tools cut it (XLIFF 2.1, 4.2.2.5).</summary>
public sealed record Unit : XliffContainer
{
    /// <summary>Makes a unit.</summary>
    /// <param name="id">Its id, unique among the file's units.</param>
    public Unit(string id)
        : base(Core("unit")) => Id = id;

    internal Unit(in Reading read)
        : base(read)
    {
    }

    /// <summary>What it is called in the original; null when not stated.</summary>
    public string? Name { get => Get("name"); init => Set("name", value); }

    /// <summary>What kind of thing it is, <c>prefix:value</c>; null when not stated.</summary>
    public string? Type { get => Get("type"); init => Set("type", value); }

    /// <summary>What its segments vary by: plural, gender or select (<c>pgs:switch</c>, 2.2); null when not stated.</summary>
    public string? Switch { get => Of(XliffNamespaces.Plurals, "switch"); init => Set(XliffNamespaces.Plurals, "switch", value); }

    /// <summary>Translation candidates; null for none.</summary>
    public Matches? Matches { get => First<Matches>(); init => Put(value, IsAfterModules); }

    /// <summary>Its glossary; null for none.</summary>
    public Glossary? Glossary { get => First<Glossary>(); init => Put(value, IsAfterModules); }

    /// <summary>The resources it refers to; null for none.</summary>
    public ResourceData? Resources { get => First<ResourceData>(); init => Put(value, IsAfterModules); }

    /// <summary>What is wrong in it (ITS).</summary>
    public IEnumerable<QualityIssues> Issues { get => All<QualityIssues>(); init => Replace(value, IsAfterModules); }

    /// <summary>The original data of its codes, in order.</summary>
    public IEnumerable<Data> Data { get => First<OriginalData>()?.Items ?? []; init => Put(OriginalData.Of(value), e => e is UnitPart); }

    /// <summary>Its segments and what stands between them, in order.</summary>
    public IEnumerable<UnitPart> Parts { get => All<UnitPart>(); init => Replace(value, _ => false); }

    /// <summary>Its segments, in order.</summary>
    public IEnumerable<Segment> Segments => All<Segment>();
}
