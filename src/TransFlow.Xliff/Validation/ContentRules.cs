namespace TransFlow.Xliff.Validation;

/// <summary>Holds what stands in an element against the terms of its content, and goes on after what is wrong.</summary>
internal static class ContentRules
{
    public static void Check(Node node, ElementRule rule, Report report)
    {
        if (!rule.HoldsText && (node.HasWords || (rule.Terms.IsEmpty && node.HasCharacters)))
            report.Error(rule.ContentRule, node, $"'{node.Name}' holds words where none may stand; take them out.");
        if (!IsInOrder(node.Inside, rule, report))
            Explain(node, rule, report);
    }

    private static bool IsInOrder(ReadOnlySpan<Node> children, ElementRule rule, Report report)
    {
        var at = 0;
        foreach (var term in rule.Terms.AsSpan())
        {
            if (term.Is22 && !report.Is22)
                continue;
            var count = 0;
            while (at < children.Length && count < term.Most && term.Fits(children[at]))
                (at, count) = (at + 1, count + 1);
            if (count < term.Least)
                return false;
        }

        return at == children.Length;
    }

    /// <summary>Tells each child that stands where it may not, and each term that nothing fills; a child in the wrong place still counts as there.</summary>
    private static void Explain(Node node, ElementRule rule, Report report)
    {
        var terms = rule.Terms.Where(t => !t.Is22 || report.Is22).ToArray();
        var counts = new int[terms.Length];
        var waiting = new Waiting(node, terms);
        var at = 0;
        for (var i = 0; i < node.Inside.Length; i++)
        {
            var child = node.Inside[i];
            var next = Array.FindIndex(terms, at, t => t.Fits(child));
            if (next >= 0 && counts[next] < terms[next].Most && !waiting.Is(at, next, i, counts))
            {
                counts[at = next]++;
                continue;
            }

            if (Array.FindIndex(terms, t => t.Fits(child)) is >= 0 and var own)
                counts[own]++;
            Misplaced(node, child, rule, next >= 0 && counts[next] > terms[next].Most, report);
        }

        for (var i = 0; i < terms.Length; i++)
        {
            if (counts[i] < terms[i].Least)
                report.Error(terms[i].Rule ?? rule.ContentRule, node, $"'{node.Name}' needs {terms[i]} here; add it.");
        }
    }

    private static void Misplaced(Node node, Node child, ElementRule rule, bool isOneTooMany, Report report)
    {
        // What no vocabulary has is told as such.
        if (child.Term is { } term && Schema.Element(term) is null)
            return;
        report.Error(Rule(node, child, rule), child, isOneTooMany ? $"There is more than one '{child.Name}' in '{node.Name}'; keep one." : $"'{child.Name}' may not stand here in '{node.Name}'; move it or take it out.");
    }

    private static string Rule(Node node, Node child, ElementRule rule)
    {
        if (node.Is("xliff") && child.Term is "core:notes" or "mda:metadata")
            return "S06";
        if (Vocabulary.IsCore(child.Space) || !Vocabulary.IsCore(node.Space))
            return rule.ContentRule;
        if (child.Space.Length == 0)
            return "X01";
        if (rule.Terms.Any(t => t.Names[0] == "foreign"))
            return "X02";
        return node.Is("xliff") ? "S05" : node.IsOneOf("data", "originalData", "segment", "source", "target") ? "X04" : "X01";
    }

    /// <summary>Whether a term that has to be filled is still to come, so that what belongs after it stands too early.</summary>
    private sealed class Waiting(Node node, Term[] terms)
    {
        private readonly int[] _next = new int[terms.Length];

        public bool Is(int from, int to, int child, int[] counts)
        {
            for (var i = from; i < to; i++)
            {
                if (counts[i] < terms[i].Least && Next(i, child) < node.Inside.Length)
                    return true;
            }

            return false;
        }

        /// <summary>The place of the next child that fits a term; each child is looked at once for each term, however often this is asked.</summary>
        private int Next(int term, int child)
        {
            ref var next = ref _next[term];
            next = Math.Max(next, child);
            while (next < node.Inside.Length && !terms[term].Fits(node.Inside[next]))
                next++;
            return next;
        }
    }
}
