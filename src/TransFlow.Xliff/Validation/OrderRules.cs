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
        if ((used & Reorder) != 0 && scope.IsTargetOrdered)
            Reordered(scope, report);
        if ((used & Delete) != 0 && !scope.IsMatch)
            Deleted(scope, [.. scope.Target.Where(IsCode).Select(n => n["id"]).OfType<string>()], report);
    }

    private static void Reordered(InlineScope scope, Report report)
    {
        var sequences = Sequences(scope.Source, report);
        var inTarget = Sequences(scope.Target, report);
        if (!scope.IsMatch)
            Longer(scope, sequences, inTarget, report);
        if (!scope.IsMatch && scope.Parts.All(p => p.First(Kinds.Target) is not null))
            Kept(scope, sequences, report);
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
                report.Error("C31", code, "A sequence of codes that may not be reordered starts with canReorder=\"firstNo\"; write that on its first code.");
            else if (code["canReorder"] == "no")
                sequences[^1].Add(code["id"] ?? "");
        }

        return sequences;
    }

    /// <summary>A sequence of the target has no codes that that of the source has not.</summary>
    private static void Longer(InlineScope scope, List<List<string>> source, List<List<string>> target, Report report)
    {
        var known = source.SelectMany(s => s).ToHashSet(StringComparer.Ordinal);
        foreach (var sequence in target.Where(s => s.Exists(known.Contains)))
        {
            if (sequence.Where(id => !known.Contains(id)).ToList() is { Count: > 0 } more)
                report.Error("C32", scope.Owner, $"The target's sequence {Listed(sequence)} has {Listed(more)}, which that of the source has not; take what was added out, or give it canReorder=\"yes\".");
        }
    }

    /// <summary>Whole sequences may move; inside each, codes start and end in the order of the source, and no other sequence comes between.</summary>
    private static void Kept(InlineScope scope, List<List<string>> sequences, Report report)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < sequences.Count; i++)
        {
            foreach (var id in sequences[i])
                places.TryAdd(id, i);
        }

        var (all, there) = (Bounds(scope, Kinds.Source, places), Bounds(scope, Kinds.Target, places));
        for (var i = 0; i < sequences.Count; i++)
        {
            if (Between(there, i).Except(Between(all, i), StringComparer.Ordinal).ToList() is { Count: > 0 } put)
                report.Error("C32", scope.Owner, $"The code {Listed(put)} stands between the codes {Listed(sequences[i])} in the target, which end a sequence there; put it before or after them.");
        }

        var (source, target) = (all.FindAll(b => b.Place >= 0), there.FindAll(b => b.Place >= 0));
        var seen = new HashSet<int>();
        var last = -1;
        foreach (var (place, _, _) in target.Where(b => b.IsStart))
        {
            if (place != last && !seen.Add(place))
                report.Error("C32", scope.Owner, $"Another sequence stands between the codes {Listed(sequences[place])} in the target; keep them together.");
            last = place;
        }

        var inSource = source.ToLookup(b => b.Place);
        foreach (var moved in target.GroupBy(b => b.Place).Where(t => !t.SequenceEqual(inSource[t.Key])))
            report.Error("C32", scope.Owner, $"The codes {Listed(sequences[moved.Key])} may not be reordered, left out in part, or put into one another otherwise, and the target has {Listed(moved.Where(b => b.IsStart).Select(b => b.Id))}; put them as the source has them.");
    }

    /// <summary>Codes of no sequence that stand between the first and the last code of one: a sequence is of codes that follow one another.</summary>
    private static IEnumerable<string> Between(List<(int Place, string Id, bool IsStart)> bounds, int sequence)
    {
        var (first, last) = (bounds.FindIndex(b => b.Place == sequence), bounds.FindLastIndex(b => b.Place == sequence));
        return bounds.Skip(first + 1).Take(Math.Max(0, last - first - 1)).Where(b => b is { Place: < 0, IsStart: true }).Select(b => b.Id);
    }

    /// <summary>The first ids; a message needs no more.</summary>
    private static string Listed(IEnumerable<string> ids)
    {
        var first = ids.Take(9).ToList();
        return string.Join(", ", first.Count > 8 ? [.. first[..8], "…"] : first);
    }

    /// <summary>Where codes start and end on one side, in order, each with its sequence, or -1 for none; a <c>pc</c> counts as the <c>sc</c> and <c>ec</c> that it can be written as.</summary>
    private static List<(int Place, string Id, bool IsStart)> Bounds(InlineScope scope, ulong side, Dictionary<string, int> places)
    {
        var bounds = new List<(int, string, bool)>();
        void Add(string? id, bool isStart)
        {
            if (id is not null)
                bounds.Add((places.GetValueOrDefault(id, -1), id, isStart));
        }

        void Walk(Node content)
        {
            foreach (var node in content.Inside)
            {
                if (IsCode(node))
                    Add(node["id"] ?? node["startRef"], isStart: !node.Is("ec"));
                Walk(node);
                if (node.Is("pc"))
                    Add(node["id"], isStart: false);
            }
        }

        foreach (var part in side == Kinds.Target ? scope.TargetParts : scope.Parts)
        {
            if (part.First(side) is { } content)
                Walk(content);
        }

        return bounds;
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
