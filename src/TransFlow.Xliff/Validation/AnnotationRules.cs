namespace TransFlow.Xliff.Validation;

/// <summary>Annotations (XLIFF 2.1, 4.7.3): comments, terms, what is not to be translated.</summary>
internal static class AnnotationRules
{
    public static void Check(InlineScope scope, Fragments fragments, Report report)
    {
        foreach (var side in scope.Sides)
        {
            if (!side.Exists(n => n.Is(Kinds.Annotations)))
                continue;
            foreach (var mark in side.Where(n => n.IsOneOf("mrk", "sm")))
                One(mark, scope, fragments, report);
            foreach (var (i, start) in side.Index().Where(n => n.Item.Is("sm")))
            {
                var ends = side.Index().Where(n => n.Item.Is("em") && n.Item["startRef"] == start["id"]).ToList();
                if (!ends.Exists(e => e.Index > i))
                    report.Error(scope.Rule("A07", "M14"), start, "No 'em' closes it after it on this side of the unit; add one.");
                if (ends.Count > 1)
                    report.Error("A09", start, "More than one 'em' closes it; keep one.");
            }

            foreach (var (i, end) in side.Index().Where(n => n.Item.Is("em")))
            {
                if (end["startRef"] is { } start && !side.Take(i).Any(n => n.Is("sm") && n["id"] == start))
                    report.Error("A08", end, $"There is no 'sm' with the id '{start}' before it on this side of the unit.");
            }
        }
    }

    private static void One(Node mark, InlineScope scope, Fragments fragments, Report report)
    {
        var type = mark["type"] ?? "generic";
        if (type == "generic" && mark["translate"] is null && !mark.HasOf(Vocabulary.Its, Vocabulary.ItsMore))
            report.Warn("A02", mark, "A generic annotation says nothing without 'translate'.");
        if (type == "mtc:match" && mark["ref"] is not null)
            report.Error("A15", mark, "An annotation of type mtc:match has no 'ref'; the candidate refers to it.");
        if (type == "comment")
            Comment(mark, scope, fragments, report);
        else if (mark["ref"] is { } reference)
            fragments.Check(reference, mark, report);
    }

    private static void Comment(Node mark, InlineScope scope, Fragments fragments, Report report)
    {
        if (mark["value"] is null == mark["ref"] is null)
            report.Error("A03", mark, "A comment has either 'value' or 'ref'.");
        if (mark["ref"] is not { } reference)
            return;
        var unit = scope.Owner.Closest("unit");
        if (fragments.Check(reference, mark, report) is not { } target)
            report.Error("A04", mark, $"'{reference}' is no note of this unit; write #n= and the note's id.");
        else if (!target.Is("note") || target.Parent?.Parent != unit)
            report.Error("A04", mark, $"'{reference}' is no note of this unit; write #n= and the note's id.");
    }
}
