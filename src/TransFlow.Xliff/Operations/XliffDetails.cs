using System.Globalization;

namespace TransFlow.Xliff;

/// <summary>Names what differs between two elements: an attribute, a text, an element that only one has; each as a place and a value for either side.</summary>
internal static class XliffDetails
{
    private const int Longest = 200;
    private const int Shared = 40;
    private static readonly string[] OfState = ["state", "subState"];

    /// <summary>What differs between two units besides what is read: where the words differ, too, their segments are not held against one another.</summary>
    /// <param name="left">The first, bare.</param>
    /// <param name="right">The second, bare.</param>
    /// <param name="told">What was told of them already.</param>
    public static IEnumerable<(string Left, string Right)> Of(Unit left, Unit right, IReadOnlyCollection<UnitDifferenceKind> told)
    {
        var isCutAnew = told.Any(k => k is UnitDifferenceKind.Source or UnitDifferenceKind.Target or UnitDifferenceKind.Segments);
        bool IsRest(XliffNode node) => node is not UnitPart && (node is not Notes || !told.Contains(UnitDifferenceKind.Notes));
        var rest = Of("", left with { Content = [.. left.Content.Where(IsRest)] }, right with { Content = [.. right.Content.Where(IsRest)] });
        return rest.Concat(isCutAnew ? Cut(left, right).Concat(Sides("", left.Parts, right.Parts, isWhole: false)) : Parts(left, right, told.Contains(UnitDifferenceKind.State)));
    }

    /// <summary>What differs between two elements.</summary>
    /// <param name="place">Where they stand.</param>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    public static IEnumerable<(string Left, string Right)> Of(string place, XliffElement left, XliffElement right)
    {
        if (left.Equals(right))
            return [];
        var words = (Left: Text(left), Right: Text(right));
        var found = Attributes(place, left, right).Concat(words.Left == words.Right ? [] : [Pair(place + ": ", words.Left, words.Right)]).Concat(Children(place, left, right)).ToList();
        return found.Count > 0 ? found : [Pair(place + ": ", Order(left), Order(right))];
    }

    /// <summary>What segments that both have say of themselves, where the words or the cuts differ.</summary>
    private static IEnumerable<(string Left, string Right)> Cut(Unit left, Unit right) =>
        Matched("", left.Parts.Where(p => p.Id is not null), right.Parts.Where(p => p.Id is not null), (at, one, other) => Attributes(at, one, other, OfState), _ => false);

    private static IEnumerable<(string Left, string Right)> Parts(Unit left, Unit right, bool isStateTold)
    {
        foreach (var ((name, one), (_, other)) in Named(left.Parts).Zip(Named(right.Parts)))
        {
            foreach (var difference in Attributes(name, one, other, isStateTold ? OfState : []).Concat(Sides(name + "/", [(UnitPart)one], [(UnitPart)other], isWhole: true)))
                yield return difference;
        }
    }

    /// <summary>What differs between the codes and annotations of sources and of targets, by their ids.</summary>
    /// <param name="place">Where they stand.</param>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <param name="isWhole">Whether to name codes that only one has, too; else the words show them.</param>
    private static IEnumerable<(string Left, string Right)> Sides(string place, IEnumerable<UnitPart> left, IEnumerable<UnitPart> right, bool isWhole) =>
        Side(place + "source", left.Select(p => (InlineContent?)p.Source), right.Select(p => (InlineContent?)p.Source), isWhole)
            .Concat(Side(place + "target", left.Select(p => (InlineContent?)p.Target), right.Select(p => (InlineContent?)p.Target), isWhole));

    private static IEnumerable<(string Left, string Right)> Side(string place, IEnumerable<InlineContent?> left, IEnumerable<InlineContent?> right, bool isWhole)
    {
        var (ours, theirs) = (left.OfType<InlineContent>().ToList(), right.OfType<InlineContent>().ToList());
        var own = !isWhole ? [] : Matched(place[..^("source".Length)], ours, theirs, (at, one, other) => Attributes(at, one, other), _ => true);
        bool IsNamed(XliffElement element) => isWhole || element is not CodePoint;
        return own.Concat(Matched(place + "/", ours.SelectMany(e => e.Inside).Where(IsNamed), theirs.SelectMany(e => e.Inside).Where(IsNamed), (at, one, other) => Attributes(at, one, other), e => isWhole || e is Annotation));
    }

    private static IEnumerable<(string Left, string Right)> Children(string place, XliffElement left, XliffElement right)
    {
        // Of what has no id, that which is the same on both sides says nothing, wherever it stands among its like.
        var counts = left.Elements.Where(e => Id(e).Length == 0).GroupBy(e => e).ToDictionary(g => g.Key, g => g.Count());
        var (same, theirs) = (new Dictionary<XliffElement, int>(), new List<XliffElement>());
        foreach (var element in right.Elements)
        {
            if (counts.GetValueOrDefault(element) > same.GetValueOrDefault(element))
                same[element] = same.GetValueOrDefault(element) + 1;
            else
                theirs.Add(element);
        }

        var ours = left.Elements.Where(e => same.GetValueOrDefault(e) == 0 || same[e]-- == 0).ToList();
        return Matched(place.Length == 0 ? "" : place + "/", ours, theirs, Of, _ => true);
    }

    private static IEnumerable<(string Left, string Right)> Matched(
        string place, IEnumerable<XliffElement> left, IEnumerable<XliffElement> right, Func<string, XliffElement, XliffElement, IEnumerable<(string Left, string Right)>> compare, Func<XliffElement, bool> isNamedAlone)
    {
        var (ours, theirs) = (Named(left), Named(right));
        var others = theirs.ToDictionary(e => (e.Element.Tag.Namespace, e.Name), e => e.Element);
        var known = ours.Select(e => (e.Element.Tag.Namespace, e.Name)).ToHashSet();
        return ours.SelectMany(e => others.TryGetValue((e.Element.Tag.Namespace, e.Name), out var other) ? compare(place + e.Name, e.Element, other) : isNamedAlone(e.Element) ? [(Whole(place, e.Element), "")] : [])
            .Concat(theirs.Where(e => !known.Contains((e.Element.Tag.Namespace, e.Name)) && isNamedAlone(e.Element)).Select(e => ("", Whole(place, e.Element))));
    }

    private static IEnumerable<(string Left, string Right)> Attributes(string place, XliffElement left, XliffElement right, params string[] told)
    {
        var at = place.Length == 0 ? "" : place + " ";
        return left.Attributes.Concat(right.Attributes).Where(a => !a.Name.IsDeclaration && !(a.Name.Namespace.Length == 0 && told.Contains(a.Name.LocalName))).Select(a => a.Name).Distinct()
            .Select(n => (Name: n, Left: left.Attributes.ValueOf(n.Namespace, n.LocalName), Right: right.Attributes.ValueOf(n.Namespace, n.LocalName)))
            .Where(a => a.Left != a.Right).Select(a => Pair($"{at}{a.Name}=", a.Left is null ? null : $"\"{a.Left}\"", a.Right is null ? null : $"\"{a.Right}\""));
    }

    /// <summary>Elements by their names and ids; those that share both, or have no id, by their places among their like.</summary>
    private static List<(string Name, XliffElement Element)> Named(IEnumerable<XliffElement> elements)
    {
        var seen = new Dictionary<(string, string), int>();
        var named = new List<(string, XliffElement)>();
        foreach (var element in elements)
        {
            var name = Id(element) is { Length: > 0 } id ? $"{element.Tag.LocalName}[{id}]" : element.Tag.LocalName;
            var number = seen[(element.Tag.Namespace, name)] = seen.GetValueOrDefault((element.Tag.Namespace, name)) + 1;
            named.Add((number == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}[#{number}]"), element));
        }

        return named;
    }

    private static string Id(XliffElement element) => element.Attributes.ValueOf("id") ?? element.Attributes.ValueOf("startRef") ?? "";

    private static string Text(XliffElement element) => string.Concat(element.Content.OfType<PlainText>().Select(t => t.Text));

    private static string Order(XliffElement element) => string.Concat(element.Content.Select(n => n is XliffElement child ? $"<{child.Tag}{(Id(child) is { Length: > 0 } id ? $" id=\"{id}\"" : "")}>" : n is PlainText text ? text.Text : ""));

    private static string Whole(string place, XliffElement element) => Pair(place, element + element.InnerText, "").Left;

    /// <summary>A place with both values: of long ones the part around where they part.</summary>
    private static (string Left, string Right) Pair(string place, string? left, string? right)
    {
        var start = 0;
        if (Math.Max(left?.Length ?? 0, right?.Length ?? 0) > Longest && left is not null && right is not null)
            start = Math.Max(0, left.AsSpan().CommonPrefixLength(right) - Shared);
        return (left is null ? "" : place + Cut(left, start), right is null ? "" : place + Cut(right, start));
    }

    private static string Cut(string value, int start)
    {
        var end = Math.Min(value.Length, start + Longest);
        if (start > 0 && start < value.Length && char.IsLowSurrogate(value[start]))
            start--;
        if (end < value.Length && char.IsLowSurrogate(value[end]))
            end--;
        return (start > 0 ? "…" : "") + value[start..end] + (end < value.Length ? "…" : "");
    }
}
