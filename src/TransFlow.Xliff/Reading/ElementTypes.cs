using System.Collections.Frozen;

namespace TransFlow.Xliff;

/// <summary>Makes an element of what was read of it.</summary>
internal delegate XliffElement ElementType(in Reading read);

/// <summary>Which type an element has, by its namespace and name.</summary>
internal static class ElementTypes
{
    private static readonly FrozenDictionary<string, ElementType> Core = new Dictionary<string, ElementType>(StringComparer.Ordinal)
    {
        ["xliff"] = (in r) => new XliffDocument(r),
        ["file"] = (in r) => new XliffFile(r),
        ["skeleton"] = (in r) => new Skeleton(r),
        ["group"] = (in r) => new Group(r),
        ["unit"] = (in r) => new Unit(r),
        ["segment"] = (in r) => new Segment(r),
        ["ignorable"] = (in r) => new Ignorable(r),
        ["notes"] = (in r) => new Notes(r),
        ["note"] = (in r) => new Note(r),
        ["originalData"] = (in r) => new OriginalData(r),
        ["data"] = (in r) => new Data(r),
        ["source"] = (in r) => new Source(r),
        ["target"] = (in r) => new Target(r),
        ["cp"] = (in r) => new CodePoint(r),
        ["ph"] = (in r) => new StandaloneCode(r),
        ["pc"] = (in r) => new SpanningCode(r),
        ["sc"] = (in r) => new SpanningCodeStart(r),
        ["ec"] = (in r) => new SpanningCodeEnd(r),
        ["mrk"] = (in r) => new MarkedSpan(r),
        ["sm"] = (in r) => new MarkedSpanStart(r),
        ["em"] = (in r) => new MarkedSpanEnd(r),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, ElementType> Version1 = new Dictionary<string, ElementType>(StringComparer.Ordinal)
    {
        ["xliff"] = (in r) => new XliffDocument(r),
        ["file"] = (in r) => new XliffFile(r),
        ["header"] = (in r) => new FileHeader(r),
        ["body"] = (in r) => new FileBody(r),
        ["group"] = (in r) => new Group(r),
        ["trans-unit"] = (in r) => new TransUnit(r),
        ["bin-unit"] = (in r) => new BinaryUnit(r),
        ["source"] = (in r) => new Source(r),
        ["seg-source"] = (in r) => new SegmentedSource(r),
        ["target"] = (in r) => new Target(r),
        ["alt-trans"] = (in r) => new AlternativeTranslation(r),
        ["note"] = (in r) => new Note(r),
        ["g"] = (in r) => new PairedCode(r),
        ["x"] = (in r) => new NativeCode(r),
        ["bx"] = (in r) => new NativeCode(r),
        ["ex"] = (in r) => new NativeCode(r),
        ["ph"] = (in r) => new NativeCode(r),
        ["it"] = (in r) => new NativeCode(r),
        ["bpt"] = (in r) => new NativeCode(r),
        ["ept"] = (in r) => new NativeCode(r),
        ["mrk"] = (in r) => new MarkedSpan(r),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<(string Space, string Name), ElementType> Modules = new Dictionary<(string, string), ElementType>
    {
        [(XliffNamespaces.Matches, "matches")] = (in r) => new Matches(r),
        [(XliffNamespaces.Matches, "match")] = (in r) => new Match(r),
        [(XliffNamespaces.Glossary, "glossary")] = (in r) => new Glossary(r),
        [(XliffNamespaces.Glossary, "glossEntry")] = (in r) => new GlossaryEntry(r),
        [(XliffNamespaces.Glossary, "term")] = (in r) => new GlossaryTerm(r),
        [(XliffNamespaces.Glossary, "translation")] = (in r) => new GlossaryTranslation(r),
        [(XliffNamespaces.Glossary, "definition")] = (in r) => new GlossaryDefinition(r),
        [(XliffNamespaces.Metadata, "metadata")] = (in r) => new Metadata(r),
        [(XliffNamespaces.Metadata, "metaGroup")] = (in r) => new MetaGroup(r),
        [(XliffNamespaces.Metadata, "meta")] = (in r) => new Meta(r),
        [(XliffNamespaces.ResourceData, "resourceData")] = (in r) => new ResourceData(r),
        [(XliffNamespaces.ResourceData, "resourceItemRef")] = (in r) => new ResourceItemRef(r),
        [(XliffNamespaces.ResourceData, "resourceItem")] = (in r) => new ResourceItem(r),
        [(XliffNamespaces.ResourceData, "source")] = (in r) => new ResourceSource(r),
        [(XliffNamespaces.ResourceData, "target")] = (in r) => new ResourceTarget(r),
        [(XliffNamespaces.ResourceData, "reference")] = (in r) => new ResourceReference(r),
        [(XliffNamespaces.SizeRestriction, "profiles")] = (in r) => new SizeProfiles(r),
        [(XliffNamespaces.SizeRestriction, "normalization")] = (in r) => new SizeNormalization(r),
        [(XliffNamespaces.SizeRestriction, "data")] = (in r) => new SizeData(r),
        [(XliffNamespaces.ValidationRules, "validation")] = (in r) => new ValidationRules(r),
        [(XliffNamespaces.ValidationRules, "rule")] = (in r) => new ValidationRule(r),
        [(XliffNamespaces.ChangeTracking, "changeTrack")] = (in r) => new ChangeTrack(r),
        [(XliffNamespaces.ChangeTracking, "revisions")] = (in r) => new Revisions(r),
        [(XliffNamespaces.ChangeTracking, "revision")] = (in r) => new Revision(r),
        [(XliffNamespaces.ChangeTracking, "item")] = (in r) => new RevisionItem(r),
        [(XliffNamespaces.Its, "locQualityIssues")] = (in r) => new QualityIssues(r),
        [(XliffNamespaces.Its, "locQualityIssue")] = (in r) => new QualityIssue(r),
        [(XliffNamespaces.Its, "provenanceRecords")] = (in r) => new ProvenanceRecords(r),
        [(XliffNamespaces.Its, "provenanceRecord")] = (in r) => new ProvenanceRecord(r),
    }.ToFrozenDictionary();

    private static readonly ElementType Foreign = (in r) => new XliffElement(r);

    /// <summary>The type of an element.</summary>
    /// <param name="name">Its name; without a namespace it is taken for XLIFF's own, as tools write it that know no namespaces.</param>
    /// <param name="isVersion1">Whether the document is of the 1.x family.</param>
    public static ElementType Of(XliffName name, bool isVersion1)
    {
        if (XliffNamespaces.IsCore2(name.Namespace) || (name.Namespace.Length == 0 && !isVersion1))
            return Core.GetValueOrDefault(name.LocalName, Foreign);
        if (XliffNamespaces.IsVersion1(name.Namespace) || name.Namespace.Length == 0)
            return Version1.GetValueOrDefault(name.LocalName, Foreign);
        return Modules.GetValueOrDefault((name.Namespace, name.LocalName), Foreign);
    }
}
