namespace TransFlow.Xliff.Validation;

/// <summary>
/// One walk over a document: holds each element against the schema, gathers for each family of rules the elements that it is about,
/// and lets the families speak unit by unit, so that little is kept of a unit that has been seen.
/// </summary>
internal sealed class Survey(Node root, Report report)
{
    private static readonly ulong Languages = Schema.Bit("xml:lang") | Schema.Bit("srcLang") | Schema.Bit("trgLang");
    private static readonly ulong Spaces = Schema.Bit("xml:space");
    private static readonly ulong SubFlows = Schema.Bit("subFlows") | Schema.Bit("subFlowsStart") | Schema.Bit("subFlowsEnd");

    private readonly Dictionary<Node, HashSet<string>> _resources = [];
    private readonly Dictionary<string, HashSet<string>> _annotated = new(ReferenceEqualityComparer.Instance);
    private readonly IdTable _ids = new();
    private readonly InlineScope _unit = new();
    private readonly InlineScope _match = new();

    public Node Root { get; } = root;

    public Fragments Fragments { get; } = new(root);

    /// <summary>The modules in the elements that hold what is being looked at.</summary>
    public Beginnings Beginnings { get; } = new();

    /// <summary>How much is done that a document can ask for without bounds.</summary>
    public Work Work { get; } = new();

    /// <summary>Elements with attributes of ITS, in what is being looked at.</summary>
    public List<Node> WithIts { get; } = [];

    /// <summary>Elements with attributes of Size and Length Restriction, likewise.</summary>
    public List<Node> WithSizes { get; } = [];

    /// <summary>Elements with attributes of Format Style, likewise.</summary>
    public List<Node> WithFormat { get; } = [];

    /// <summary>Elements of modules, likewise.</summary>
    public List<Node> Modules { get; } = [];

    /// <summary>Codes of the whole document whose text stands in other units.</summary>
    public List<Node> WithSubFlows { get; } = [];

    /// <summary>What ITS says apart from what it is about, in the whole document.</summary>
    public Standoff Standoff { get; } = new();

    /// <summary>The first target of a segment or ignorable; null for none.</summary>
    public Node? FirstTarget { get; private set; }

    /// <summary>Whether anything seen so far states a language of its own.</summary>
    public bool HasLanguages { get; private set; }

    public void Run()
    {
        Visit(Root, isReached: true);
        Modular();
        StructureRules.Document(this, report);
        IdRules.Document(Root, report);
        SubFlowRules.Check(WithSubFlows, report);
        Standoff.Check(report);
    }

    /// <summary>The ids of a file's resource items.</summary>
    public HashSet<string> ResourceItems(Node file)
    {
        if (!_resources.TryGetValue(file, out var ids))
            _resources[file] = ids = [.. Items(file.Element)];
        return ids;
    }

    /// <summary>The data categories in an <c>annotatorsRef</c>.</summary>
    /// <param name="annotators">Its value, the very string of the document: it may be long, and stand around many.</param>
    public HashSet<string> Annotated(string annotators)
    {
        if (!_annotated.TryGetValue(annotators, out var categories))
            _annotated[annotators] = categories = [.. ValueType.Tokens(annotators).Where(t => t.Contains('|', StringComparison.Ordinal)).Select(t => t[..t.IndexOf('|', StringComparison.Ordinal)])];
        return categories;
    }

    private static IEnumerable<string> Items(XliffElement element) =>
        element.Elements.SelectMany(e => e is ResourceItem { Id: { } id } ? Items(e).Prepend(id) : Items(e));

    private void Visit(Node node, bool isReached)
    {
        if (isReached)
            SchemaRules.Check(node, report);
        if (node.Facts.IsCore)
            Core(node);
        else if (node.Term is not null)
            Module(node);
        if ((node.Has & Languages) != 0 && node.Term is not null)
        {
            HasLanguages |= node.Of(Vocabulary.Xml, "lang") is not null;
            StructureRules.Languages(node, report);
        }

        if ((node.Has & Spaces) != 0)
            StructureRules.WhiteSpace(node, report);
        if (node.HasModules)
            WithModules(node);
        var isOpen = isReached && node.Facts.Rule is { IsFree: false };
        foreach (var child in node.Inside)
            Visit(child, isOpen);
        if (node.Is(Kinds.Holders))
            Holder(node);
    }

    private void Core(Node node)
    {
        if (FirstTarget is null && node.Is(Kinds.Target) && node.Parent?.Is(Kinds.Parts) == true)
            FirstTarget = node;
        else if ((node.Has & SubFlows) != 0 && node.Is(Kinds.Codes))
            WithSubFlows.Add(node);
    }

    private void Module(Node node)
    {
        Modules.Add(node);
        if (node.Parent is { } holder && Vocabulary.Begins(node.Term!))
            Beginnings.Add(holder, node);
    }

    private void WithModules(Node node)
    {
        foreach (var attribute in node.Attributes)
        {
            if (attribute.Name.Facts.Vocabulary is { } vocabulary)
                Module(node, vocabulary);
        }
    }

    private void Module(Node node, string vocabulary)
    {
        var list = vocabulary switch
        {
            "its" or "itsm" => WithIts,
            "slr" => WithSizes,
            "fs" => WithFormat,
            _ => null,
        };
        if (list is not null && (list.Count == 0 || list[^1] != node))
            list.Add(node);
    }

    private void Holder(Node holder)
    {
        StructureRules.Holder(holder, report);
        IdRules.Holder(holder, report);
        if (!holder.Is(Kinds.Unit))
            return;
        if (holder.Parent?.IsOneOf("file", "group") == true)
            Unit(holder);
        Modular();
        Beginnings.Forget(holder);
        holder.Release();
    }

    private void Unit(Node unit)
    {
        var scope = _unit.OfUnit(unit);
        StructureRules.Unit(scope, this, report);
        PluralRules.Check(scope, report);
        if (Beginnings.Any)
            TextRules.Apply(scope, this, report);
        Scope(scope);
        foreach (var child in unit.Children)
        {
            if (child.Term != "mtc:matches")
                continue;
            foreach (var match in child.Of("mtc:match"))
                Scope(_match.OfMatch(match));
        }
    }

    private void Scope(InlineScope scope)
    {
        IdRules.Scope(scope, _ids, report);
        CodeRules.Check(scope, report);
        OrderRules.Check(scope, report);
        AnnotationRules.Check(scope, Fragments, report);
    }

    /// <summary>Lets the modules' rules speak of what was gathered since they did last.</summary>
    private void Modular()
    {
        ModuleRules.Check(this, report);
        FormatRules.Check(this, report);
        SizeRules.Check(this, report);
        TextRules.Check(this, report);
        RevisionRules.Check(this, report);
        ItsRules.Check(this, report);
        Modules.Clear();
        WithIts.Clear();
        WithSizes.Clear();
        WithFormat.Clear();
    }
}
