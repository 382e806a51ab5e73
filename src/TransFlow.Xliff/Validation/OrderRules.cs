namespace TransFlow.Xliff.Validation;

/// <summary>What the target may do with the source's codes: sequences that keep their order, codes that may not be deleted.</summary>
internal static class OrderRules
{
    public static void Check(InlineScope scope, Report report)
    {
        var sequences = Sequences(scope.Source, report);
        _ = Sequences(scope.Target, report);
        if (scope.IsMatch)
            return;
        var ids = scope.Target.Where(IsCode).Select(n => n["id"]).OfType<string>().ToList();
        if (scope.Parts.All(p => p.Core("target").Any()))
            Kept(scope, sequences, ids, report);
        Deleted(scope, [.. ids], report);
    }

    private static bool IsCode(Node node) => node.IsOneOf("ph", "pc", "sc", "ec");

    /// <summary>The ids of codes that may not be reordered, sequence by sequence.</summary>
    private static List<List<string>> Sequences(IReadOnlyList<Node> side, Report report)
    {
        var sequences = new List<List<string>>();
        foreach (var code in side.Where(n => n.IsOneOf("ph", "pc", "sc")))
        {
            if (code["canReorder"] == "firstNo")
                sequences.Add([code["id"] ?? ""]);
            else if (code["canReorder"] == "no" && sequences.Count == 0)
                report.Error("C31", code, "A sequence of codes that may not be reordered starts with canReorder=\"firstNo\".");
            else if (code["canReorder"] == "no")
                sequences[^1].Add(code["id"] ?? "");
        }

        return sequences;
    }

    private static void Kept(InlineScope scope, List<List<string>> sequences, List<string> target, Report report)
    {
        foreach (var sequence in sequences)
        {
            var there = target.Where(sequence.Contains).ToList();
            if (there.Count > 0 && !there.SequenceEqual(sequence))
                report.Error("C32", scope.Owner, $"The codes {string.Join(", ", sequence)} may not be reordered; the target has {string.Join(", ", there)}.");
        }
    }

    private static void Deleted(InlineScope scope, HashSet<string> target, Report report)
    {
        foreach (var part in scope.Parts.Where(p => p.Core("target").Any()))
        {
            foreach (var code in part.Core("source").SelectMany(s => s.All()).Where(n => IsCode(n) && n["canDelete"] == "no" && n["id"] is { } id && !target.Contains(id)))
            {
                var message = $"The code '{code["id"]}' may not be deleted and is not in the target; put it in.";
                if (part["state"] == "final")
                    report.Error("C33", part, message);
                else
                    report.Warn("C33", part, message);
            }
        }
    }
}
