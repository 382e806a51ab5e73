namespace TransFlow.Xliff.Validation;

/// <summary>Languages, states, order and what structural elements have at most once.</summary>
internal static class StructureRules
{
    private static readonly Dictionary<string, (string Rule, string[] Once)> Once = new(StringComparer.Ordinal)
    {
        ["file"] = ("S10", ["mda:metadata", "res:resourceData", "slr:profiles", "slr:data", "val:validation"]),
        ["group"] = ("S14", ["mda:metadata", "slr:data", "val:validation"]),
        ["unit"] = ("S17", ["mtc:matches", "gls:glossary", "mda:metadata", "res:resourceData", "slr:data", "val:validation"]),
    };

    private static readonly ulong Space = Schema.Bit("xml:space");
    private static readonly ulong Places = Schema.Bit("order");

    public static void Document(Survey survey, Report report)
    {
        if (survey.Root["trgLang"] is null && survey.FirstTarget is { } target)
            report.Error("S03", target, "There are targets and the root has no 'trgLang'; add it.");
        foreach (var skeleton in survey.Root.Core("file").SelectMany(f => f.Core("skeleton")))
        {
            if (skeleton["href"] is null == (skeleton.Children.Count == 0 && !skeleton.HasWords))
                report.Error("S11", skeleton, "A skeleton has either 'href' or content; keep or add one.");
        }
    }

    /// <summary>What a file, group or unit has at most once.</summary>
    public static void Holder(Node holder, Report report)
    {
        if (HasSeveralModules(holder) && Once.TryGetValue(holder.Name, out var once))
        {
            foreach (var twice in once.Once.Where(t => holder.Of(t).Skip(1).Any()))
                report.Error(once.Rule, holder.Of(twice).ElementAt(1), $"There is more than one '{twice}' in the {holder.Name}; keep one.");
        }

        if (holder.IsOneOf("unit", "group") && holder["type"] is { } type && type.StartsWith("xlf:", StringComparison.Ordinal))
            report.Error("S28", holder, $"The type '{type}' is not defined, and the prefix 'xlf' is reserved; use a prefix of your own.");
    }

    private static bool HasSeveralModules(Node holder)
    {
        var count = 0;
        foreach (var child in holder.Inside)
            count += child.Facts.IsCore ? 0 : 1;
        return count > 1;
    }

    public static void Unit(InlineScope unit, Survey survey, Report report)
    {
        var segments = 0;
        var isOrdered = false;
        foreach (var part in unit.Parts)
        {
            if (part.Is(Kinds.Segment))
            {
                segments++;
                State(part, report);
            }

            var (source, target) = (part.First(Kinds.Source), part.First(Kinds.Target));
            if (survey.HasLanguages)
                Language(source, target, survey.Root, report);
            if (source is not null && target is not null && ((source.Has | target.Has) & Space) != 0 && SpaceOf(source) != SpaceOf(target))
                report.Warn("L07", target, "'xml:space' differs between source and target; make it equal.");
            isOrdered |= target is not null && (target.Has & Places) != 0;
        }

        if (segments == 0 && unit.Parts.Count > 0)
            report.Error("S16", unit.Owner, "The unit has no segment, and an ignorable alone is not enough; add one, or make the ignorable one.");
        if (isOrdered)
            Order(unit, report);
        foreach (var notes in unit.Owner.Children)
        {
            if (notes.Is(Kinds.Notes))
                NoteRefs(notes, unit, survey.Fragments, report);
        }
    }

    /// <summary>What <c>xml:space</c> comes to: what is not stated is as around it.</summary>
    private static string SpaceOf(Node node) => node.Of(Vocabulary.Xml, "space") ?? (node.Parent is { } around ? SpaceOf(around) : "default");

    private static void NoteRefs(Node notes, InlineScope unit, Fragments fragments, Report report)
    {
        foreach (var note in notes.Children)
        {
            if (note.Is("note") && note["ref"] is not null)
                NoteRef(note, unit, fragments, report);
        }
    }

    private static void State(Node segment, Report report)
    {
        if (report.Is21 && segment["state"] is not (null or "initial") && segment.First(Kinds.Target) is null)
            report.Error("T02", segment, $"The state is '{segment["state"]}' and there is no target; add it or take the state back.");
        if (segment["subState"] is not { } subState)
            return;
        if (segment["state"] is null)
            report.Error("T03", segment, "'subState' needs 'state'; add it.");
        if (subState.StartsWith("xlf:", StringComparison.Ordinal))
            report.Error("T04", segment, $"The subState '{subState}' is not defined, and the prefix 'xlf' is reserved; use a prefix of your own.");
    }

    private static void Language(Node? source, Node? target, Node root, Report report)
    {
        Same(source, root["srcLang"], "L02", "srcLang", report);
        Same(target, root["trgLang"], "L03", "trgLang", report);
    }

    private static void Same(Node? text, string? expected, string rule, string name, Report report)
    {
        if (text?.Inherited(Vocabulary.Xml, "lang") is not { } language || expected is null || string.Equals(language, expected, StringComparison.OrdinalIgnoreCase))
            return;
        if (language.StartsWith(expected + "-", StringComparison.OrdinalIgnoreCase) || expected.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase))
            report.Warn("L05", text, $"Its language is '{language}' and '{name}' is '{expected}'; better make them equal.");
        else
            report.Error(rule, text, $"Its language is '{language}' and '{name}' is '{expected}'; make them equal.");
    }

    public static void Languages(Node node, Report report)
    {
        foreach (var attribute in node.Attributes)
        {
            var name = attribute.Name;
            var isLanguage = (name.Namespace == Vocabulary.Xml && name.LocalName == "lang") || (node.Is("xliff") && name.Namespace.Length == 0 && name.LocalName is "srcLang" or "trgLang");
            if (isLanguage && !ValueType.IsLanguage(attribute.Value))
                report.Error("L01", node, $"'{name.LocalName}' is '{attribute.Value}', which is no BCP 47 language tag; write one such as 'ko' or 'zh-Hant-TW'.");
        }
    }

    /// <summary>What <c>xml:space</c> can be on any element, foreign ones too; original data has a rule of its own.</summary>
    public static void WhiteSpace(Node node, Report report)
    {
        if (node.Of(Vocabulary.Xml, "space") is { } said && said.Trim(ValueType.Blank) is not ("default" or "preserve") && !node.Is("data"))
            report.Error("L06", node, $"'xml:space' is '{said}'; write 'default' or 'preserve'.");
    }

    private static void Order(InlineScope unit, Report report)
    {
        var places = new Dictionary<int, Node>();
        for (var i = 0; i < unit.Parts.Count; i++)
        {
            if (unit.Parts[i].Core("target").FirstOrDefault() is not { } target)
                continue;
            var said = target["order"];
            // A number that is too great for us is too great for any unit.
            var place = int.TryParse(said, out var order) ? (order > 0 ? order : i + 1) : said is { Length: > 9 } && said.All(char.IsAsciiDigit) ? int.MaxValue : i + 1;
            if (place > unit.Parts.Count)
                report.Error("T07", target, $"'order' is {place}, and the unit has {unit.Parts.Count} segments and ignorables; write a number up to that.");
            else if (!places.TryAdd(place, target))
                Taken(target, places[place], place, report);
        }
    }

    private static void Taken(Node target, Node other, int place, Report report)
    {
        report.Error("T08", target, $"Two targets of the unit have the place {place}, targets without 'order' being where they stand; give this one another 'order'.");
        if (report.Is21 && target["order"] is null != other["order"] is null)
            report.Error("T09", target["order"] is null ? target : other, $"Another target was moved to place {place}; move this one too, with an 'order' of its own.");
    }

    private static void NoteRef(Node note, InlineScope unit, Fragments fragments, Report report)
    {
        var reference = note["ref"]!;
        var isSpan = reference.StartsWith('#')
            ? fragments.Check(reference, note, report) is { } target && target.Closest("unit") == unit.Owner && (target.Is(Kinds.Parts) || target.Is(Kinds.Inline))
            : unit.HasPart(reference);
        if (report.Is22 && !isSpan)
            report.Error("S24", note, $"'{reference}' is no segment, source or target of this unit; write # and the id of a segment or of something in its text.");
    }
}
