namespace TransFlow.Xliff.Validation;

/// <summary>What the target may do with the source's codes: sequences that keep their order, codes that may not be deleted.</summary>
internal static class OrderRules
{
    private static readonly ulong Reorder = Schema.Bit("canReorder");
    private static readonly ulong Delete = Schema.Bit("canDelete");

    public static void Check(InlineScope scope, Report report)
    {
        var used = Used(scope.Source) | Used(scope.Target);
        if ((used & (Reorder | Delete)) == 0)
            return;
        var ids = new List<string>(scope.Target.Count);
        foreach (var node in scope.Target)
        {
            if (IsCode(node) && node["id"] is { } id)
                ids.Add(id);
        }

        if ((used & Reorder) != 0)
            Reordered(scope, ids, report);
        if (scope.IsMatch)
            return;
        if ((used & Delete) != 0)
            Deleted(scope, ids, report);
    }

    private static void Reordered(InlineScope scope, List<string> target, Report report)
    {
        var sequences = Sequences(scope.Source, report);
        _ = Sequences(scope.Target, report);
        if (!scope.IsMatch && scope.Parts.All(p => p.First(Kinds.Target) is not null))
            Kept(scope, sequences, target, report);
    }

    private static ulong Used(List<Node> side)
    {
        ulong used = 0;
        foreach (var node in side)
            used |= node.Has;
        return used;
    }

    private static bool IsCode(Node node) => node.Is(Kinds.Codes);

    /// <summary>The ids of codes that may not be reordered, sequence by sequence.</summary>
    private static List<List<string>> Sequences(List<Node> side, Report report)
    {
        var sequences = new List<List<string>>();
        foreach (var code in side.Where(n => (n.Has & Reorder) != 0 && n.IsOneOf("ph", "pc", "sc")))
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
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < sequences.Count; i++)
        {
            foreach (var id in sequences[i])
                places.TryAdd(id, i);
        }

        foreach (var there in target.Where(places.ContainsKey).GroupBy(id => places[id]))
        {
            var sequence = sequences[there.Key];
            if (!there.SequenceEqual(sequence))
                report.Error("C32", scope.Owner, $"The codes {string.Join(", ", sequence)} may not be reordered; the target has {string.Join(", ", there)}.");
        }
    }

    private static void Deleted(InlineScope scope, List<string> target, Report report)
    {
        var index = target.Count > 16 ? target.ToHashSet(StringComparer.Ordinal) : null;
        foreach (var part in scope.Parts)
        {
            if (part.First(Kinds.Target) is not null && part.First(Kinds.Source) is { } source)
                Deleted(source, part, id => index?.Contains(id) ?? target.Contains(id), report);
        }
    }

    private static void Deleted(Node content, Node part, Func<string, bool> isKept, Report report)
    {
        foreach (var code in content.Inside)
        {
            if ((code.Has & Delete) != 0 && IsCode(code) && code["canDelete"] == "no" && code["id"] is { } id && !isKept(id))
            {
                var message = $"The code '{id}' may not be deleted and is not in the target; put it in.";
                if (part["state"] == "final")
                    report.Error("C33", part, message);
                else
                    report.Warn("C33", part, message);
            }

            Deleted(code, part, isKept, report);
        }
    }
}
