namespace TransFlow.Xliff.Validation;

/// <summary>Annotations (XLIFF 2.1, 4.7.3): comments, terms, what is not to be translated.</summary>
internal static class AnnotationRules
{
    public static void Check(InlineScope scope, Fragments fragments, Report report)
    {
        Side(scope.Source, scope, fragments, report);
        Side(scope.Target, scope, fragments, report);
    }

    private static void Side(List<Node> side, InlineScope scope, Fragments fragments, Report report)
    {
        if (!side.Exists(n => n.Is(Kinds.Annotations)))
            return;
        foreach (var mark in side.Where(n => n.IsOneOf("mrk", "sm")))
            One(mark, scope, fragments, report);
        Pairs(side, scope, report);
    }

    /// <summary>Each <c>sm</c> has one <c>em</c> after it, each <c>em</c> an <c>sm</c> before it.</summary>
    private static void Pairs(List<Node> side, InlineScope scope, Report report)
    {
        var ends = new Dictionary<string, (int Count, int Last)>(StringComparer.Ordinal);
        for (var i = 0; i < side.Count; i++)
        {
            if (side[i].Is("em") && side[i]["startRef"] is { } start)
                ends[start] = (ends.GetValueOrDefault(start).Count + 1, i);
        }

        var isOrdered = scope.IsTargetOrdered || ReferenceEquals(side, scope.Source);
        var started = isOrdered ? new HashSet<string>(StringComparer.Ordinal) : side.Where(n => n.Is("sm")).Select(n => n["id"] ?? "").ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < side.Count; i++)
        {
            if (side[i].Is("sm"))
            {
                var (count, last) = side[i]["id"] is { } id && ends.TryGetValue(id, out var own) ? own : (0, -1);
                if (last < (isOrdered ? i : 0))
                    report.Error(scope.Rule("A07", "M14"), side[i], "No 'em' closes it after it on this side of the unit; add one.");
                if (count > 1)
                    report.Error("A09", side[i], "More than one 'em' closes it; keep one.");
                started.Add(side[i]["id"] ?? "");
            }
            else if (side[i].Is("em") && side[i]["startRef"] is { } start && !started.Contains(start))
            {
                report.Error(scope.Rule("A08", "M14"), side[i], $"There is no 'sm' with the id '{start}' before it on this side of the unit; add one, or take the 'em' out.");
            }
        }
    }

    private static void One(Node mark, InlineScope scope, Fragments fragments, Report report)
    {
        var type = mark["type"] ?? "generic";
        if (type == "generic" && mark["translate"] is null && !mark.HasOf(Vocabulary.Its, Vocabulary.ItsMore))
            report.Warn("A02", mark, "A generic annotation says nothing without 'translate'; add it, or take the annotation out.");
        if (type == "mtc:match" && mark["ref"] is not null)
            report.Error("A15", mark, "An annotation of type mtc:match has no 'ref', since the candidate refers to it; take it out.");
        if (report.Is21 && IsTerm(mark, type) && mark["value"] is not null && mark["ref"] is not null)
            report.Error("I26", mark, "Terminology of ITS has 'value' or 'ref', not both; take one out.");
        if (type == "comment")
            Comment(mark, scope, fragments, report);
        else if (mark["ref"] is { } reference)
            fragments.Check(reference, mark, report);
    }

    /// <summary>Whether an annotation is terminology of ITS: <c>term</c> alone is the core's, which may have both a value and a reference.</summary>
    private static bool IsTerm(Node mark, string type) => type == "its:term-no" || (type == "term" && mark.HasOf(Vocabulary.Its, Vocabulary.ItsMore));

    private static void Comment(Node mark, InlineScope scope, Fragments fragments, Report report)
    {
        if (mark["value"] is null == mark["ref"] is null)
            report.Error("A03", mark, "A comment has either 'value' or 'ref'; keep or add one.");
        if (mark["ref"] is not { } reference)
            return;
        var unit = scope.Owner.Closest("unit");
        if (fragments.Check(reference, mark, report) is not { } target)
            report.Error("A04", mark, $"'{reference}' is no note of this unit; write #n= and the note's id.");
        else if (!target.Is("note") || target.Parent?.Parent != unit)
            report.Error("A04", mark, $"'{reference}' is no note of this unit; write #n= and the note's id.");
    }
}
