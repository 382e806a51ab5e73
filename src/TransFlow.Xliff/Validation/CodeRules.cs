namespace TransFlow.Xliff.Validation;

/// <summary>Inline codes (XLIFF 2.1, 4.7.2): pairs, data, copies, editing hints.</summary>
internal static class CodeRules
{
    private static readonly string[] DataRefs = ["dataRef", "dataRefStart", "dataRefEnd"];
    private static readonly string[] DataRules = ["C20", "C21", "C22"];
    private static readonly ulong[] DataBits = [.. DataRefs.Select(Schema.Bit)];
    private static readonly ulong Start = Kinds.Of("sc");
    private static readonly ulong End = Kinds.Of("ec");
    private static readonly ulong Cp = Kinds.Of("cp");
    private static readonly ulong Spanning = Kinds.Of("pc");
    private static readonly ulong Reorder = Schema.Bit("canReorder");
    private static readonly ulong CopyOf = Schema.Bit("copyOf");
    private static readonly ulong Subtype = Schema.Bit("subType");

    public static void Check(InlineScope scope, Report report)
    {
        Side(scope.Source, scope, report);
        Side(scope.Target, scope, report);
        foreach (var child in scope.Owner.Inside)
        {
            if (!child.Is(Kinds.OriginalData))
                continue;
            foreach (var data in child.Inside)
            {
                foreach (var cp in data.Inside)
                    CodePoint(cp, report);
            }
        }
    }

    private static void Side(List<Node> side, InlineScope scope, Report report)
    {
        CodePairs? pairs = null;
        for (var i = 0; i < side.Count; i++)
        {
            var node = side[i];
            if (node.Is(Kinds.Codes))
                One(node, scope, report);
            if (node.Is(Start))
            {
                pairs ??= new CodePairs(side);
                // Another start of the same id is told as that.
                if (node["id"] is not { } id || pairs.StartOf(id) == i)
                    Starts(node, pairs, scope, report);
            }
            else if (node.Is(End))
            {
                Ends(node, i, pairs ??= new CodePairs(side), scope, report);
            }
            else if (node.Is(Cp))
            {
                CodePoint(node, report);
            }
        }
    }

    private static bool IsIsolated(Node code) => code["isolated"] == "yes";

    private static void One(Node code, InlineScope scope, Report report)
    {
        if ((code.Has & Subtype) != 0)
            SubType(code, code["subType"]!, report);
        for (var i = 0; i < DataRefs.Length; i++)
        {
            if ((code.Has & DataBits[i]) != 0 && !scope.HasData(code[DataRefs[i]]!))
                report.Error(scope.Rule(DataRules[i], "M12"), code, $"There is no data '{code[DataRefs[i]]}' in the {scope.Owner.Name}; add it to originalData or mend '{DataRefs[i]}'.");
        }

        if ((code.Has & Reorder) != 0 && code["canReorder"] is "no" or "firstNo" && (code["canCopy"] != "no" || code["canDelete"] != "no"))
            report.Error("C30", code, "A code that may not be reordered may not be copied or deleted either; add canCopy=\"no\" and canDelete=\"no\".");
        if ((code.Has & CopyOf) != 0)
            Copy(code, code["copyOf"]!, scope, report);
        if (!code.Is(Spanning))
            return;
        if (report.Version == "2.1")
        {
            Both(code, "dataRefStart", "dataRefEnd", "C23", report);
            Both(code, "equivStart", "equivEnd", "C24", report);
        }

        if (code["subFlowsStart"] is null != code["subFlowsEnd"] is null)
            report.Error("C29", code, "'subFlowsStart' and 'subFlowsEnd' go together; add the other.");
    }

    private static void Both(Node code, string start, string end, string rule, Report report)
    {
        if (code[start] is null != code[end] is null)
            report.Warn(rule, code, $"'{start}' and '{end}' go together; add the other.");
    }

    private static void SubType(Node code, string subType, Report report)
    {
        if (code["type"] is not { } type)
        {
            report.Error("C17", code, "'subType' needs 'type'; add it.");
            return;
        }

        if (!subType.StartsWith("xlf:", StringComparison.Ordinal))
            return;
        var needed = subType is "xlf:b" or "xlf:i" or "xlf:u" or "xlf:lb" or "xlf:pb" ? "fmt" : subType == "xlf:var" ? "ui" : null;
        if (needed is null)
            report.Error("C19", code, $"The subType '{subType}' is not defined, and the prefix 'xlf' is reserved; use a prefix of your own.");
        else if (type != needed)
            report.Error("C19", code, $"The subType '{subType}' needs type=\"{needed}\"; write that.");
    }

    private static void Copy(Node code, string copied, InlineScope scope, Report report)
    {
        // An end has no id of its own unless it is alone, and copies what its start does.
        if (copied == code["id"] || (scope.CodeOf(copied, code.Name) ?? (code.Is("ec") ? scope.CodeOf(copied, "sc") : null)) is not { } original)
        {
            report.Error("C25", code, $"'copyOf' names '{copied}', and the {scope.Owner.Name} has no other '{code.Name}' of that id; name the code that was copied, or take 'copyOf' out.");
            return;
        }

        if (DataRefs.Any(r => code[r] is not null) || DataRefs.Any(r => original[r] is not null))
            report.Error("C26", code, "'copyOf' is for codes without original data; take it out, and refer to the same data instead.");
        if (original["canCopy"] == "no")
            report.Error("C27", code, $"The code '{copied}' may not be copied (canCopy=\"no\"); take the copy out.");
    }

    private static void CodePoint(Node cp, Report report)
    {
        if (!cp.Is("cp") || cp["hex"] is not { } hex)
            return;
        if (hex.Length is 0 or > 8 || hex.Length % 2 != 0 || !uint.TryParse(hex, System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out var point))
            report.Error("C01", cp, $"'hex' is '{hex}'; write an even number of hexadecimal digits, such as 001A.");
        else if (point is 0x9 or 0xA or 0xD or (>= 0x20 and <= 0xD7FF) or (>= 0xE000 and <= 0xFFFD) or (>= 0x10000 and <= 0x10FFFF))
            report.Error("C01", cp, $"XML can hold U+{point:X4} itself; write the character instead of 'cp'.");
        else if (point > 0x10FFFF)
            report.Error("C01", cp, $"There is no code point {hex}; write one up to 10FFFF, or take the 'cp' out.");
    }

    private static void Starts(Node start, CodePairs pairs, InlineScope scope, Report report)
    {
        var ends = pairs.EndsOf(start);
        if (IsIsolated(start) && ends.Count > 0)
            report.Error(report.Is22 ? "N03" : "C07", start, "Its 'ec' is in the unit, so it is not isolated; take isolated=\"yes\" out.");
        if (!IsIsolated(start) && ends.Count == 0)
            report.Error(scope.Rule(report.Is22 ? "N03" : "C07", "M14"), start, "No 'ec' closes it here; add one, or isolated=\"yes\".");
        if (ends.Count > 1)
            report.Error("C10", start, "More than one 'ec' closes it; keep one.");
        foreach (var end in ends)
            Pair(start, end, report);
    }

    private static void Pair(Node start, Node end, Report report)
    {
        foreach (var (name, rule) in new[] { ("canCopy", "C11"), ("canDelete", "C11"), ("canOverlap", "C12") })
        {
            if ((start[name] ?? "yes") != (end[name] ?? "yes"))
                report.Error(rule, end, $"'{name}' differs between 'sc' and 'ec'; make them equal.");
        }

        if (((start["canReorder"] ?? "yes") == "yes") != ((end["canReorder"] ?? "yes") == "yes") || end["canReorder"] == "firstNo")
            report.Error("C13", end, "'canReorder' of 'ec' does not go with that of its 'sc'; write \"no\" where the code may not be reordered, \"yes\" where it may.");
    }

    private static void Ends(Node end, int at, CodePairs pairs, InlineScope scope, Report report)
    {
        if (IsIsolated(end))
        {
            if (end["id"] is null || end["startRef"] is not null)
                report.Error("C05", end, "An isolated 'ec' has 'id' and no 'startRef'; mend it so, or take isolated=\"yes\" out.");
            if (end["startRef"] is { } known && pairs.StartOf(known) is not null)
                report.Error("C08", end, "Its 'sc' is in the unit, so it is not isolated; take isolated=\"yes\" out.");
            return;
        }

        if (end["startRef"] is not { } start || end["id"] is not null)
        {
            report.Error("C05", end, "An 'ec' that is not isolated has 'startRef' and no 'id'; mend it so.");
            if (end["startRef"] is null && end["id"] is not null)
                report.Error("C08", end, "Its 'sc' is not in the unit; add isolated=\"yes\".");
            return;
        }

        if (end["dir"] is not null)
            report.Error("C14", end, "Only an isolated 'ec' has 'dir'; take it out.");
        if (pairs.StartOf(start) is not { } place)
            report.Error(scope.Rule("C06", "M14"), end, $"There is no 'sc' with the id '{start}' on this side of the unit; mend 'startRef', or write id and isolated=\"yes\" in its place.");
        else if (place > at && (scope.IsTargetOrdered || scope.Source.Contains(end)))
            report.Error("C09", end, $"The 'ec' comes before its 'sc' '{start}'; put it after.");
    }
}
