using System.Globalization;
using System.Text;

namespace TransFlow.Xliff;

/// <summary>What differs between two versions of a unit.</summary>
public enum UnitDifferenceKind
{
    /// <summary>Only the second document has the unit, or the file when it has no units.</summary>
    Added,

    /// <summary>Only the first document has the unit, or the file when it has no units.</summary>
    Removed,

    /// <summary>The text or codes of the source.</summary>
    Source,

    /// <summary>The text or codes of the target as it is read, or which segment has which of it.</summary>
    Target,

    /// <summary>How it is cut into segments, or their ids.</summary>
    Segments,

    /// <summary>The states of segments.</summary>
    State,

    /// <summary>The notes.</summary>
    Notes,

    /// <summary>Anything else: attributes, data, modules, extensions; of a file also its notes, skeleton and groups; of a document its languages.</summary>
    Rest,

    /// <summary>Where it stands: in another group, or another place among the others.</summary>
    Moved,
}

/// <summary>One difference.</summary>
/// <param name="File">The file's id; empty for what is of the whole document.</param>
/// <param name="Unit">The unit's id; empty for what is of the whole file.</param>
/// <param name="Kind">What differs.</param>
/// <param name="Left">It in the first document, as people read it, codes as <c>{id}</c>; of <see cref="UnitDifferenceKind.Rest"/> the place and the value, long ones cut; empty when it is not there.</param>
/// <param name="Right">It in the second document, likewise.</param>
public sealed record UnitDifference(string File, string Unit, UnitDifferenceKind Kind, string Left, string Right);

/// <summary>Compares documents unit by unit; layout, comments, processing instructions, the order of attributes, the version, and defaults that are stated are no difference.</summary>
public static class XliffComparison
{
    /// <summary>Compares two documents of the 2.x family, or two of one version of the 1.x family; files of 1.x are known by what they were made from (<c>original</c>).</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>What differs: of the document, of files, then of units in the order of the first document, then what only the second has.</returns>
    public static IReadOnlyList<UnitDifference> Compare(XliffDocument left, XliffDocument right)
    {
        var (before, after) = (Units(left), Units(right));
        var moved = Moved(left, right);
        var places = moved.ToLookup(d => (d.File, d.Unit));
        var others = after.GroupBy(u => (u.File, u.Unit.Id)).ToDictionary(g => g.Key, g => g.First().Unit);
        var known = before.Select(u => (u.File, u.Unit.Id)).ToHashSet();
        return
        [
            .. Document(left, right),
            .. Files(left, right),
            .. moved.Where(d => d.Unit.Length == 0),
            .. before.SelectMany(u => others.TryGetValue((u.File, u.Unit.Id), out var other) ? Compare(u.File, u.Unit, other).Concat(places[(u.File, u.Unit.Id)]) : [new(u.File, u.Unit.Id, UnitDifferenceKind.Removed, SourceText(u.Unit), "")]),
            .. after.Where(u => !known.Contains((u.File, u.Unit.Id))).Select(u => new UnitDifference(u.File, u.Unit.Id, UnitDifferenceKind.Added, "", SourceText(u.Unit))),
        ];
    }

    private static IEnumerable<UnitDifference> Document(XliffDocument left, XliffDocument right)
    {
        var (before, after) = (Languages(left), Languages(right));
        // In 1.x each file says its languages.
        if (before != after && !left.IsVersion1)
            yield return new UnitDifference("", "", UnitDifferenceKind.Rest, before, after);
        foreach (var (one, other) in XliffDetails.Of("", Alone(left), Alone(right)))
            yield return new UnitDifference("", "", UnitDifferenceKind.Rest, one, other);
        XliffElement Alone(XliffDocument document) => Bare(document with
        {
            Before = [],
            After = [],
            Attributes = before == after || left.IsVersion1 ? document.Attributes : document.Attributes.With(XliffName.Own("srcLang"), null).With(XliffName.Own("trgLang"), null),
            Content = [.. document.Content.Where(n => n is not XliffFile)],
        });
    }

    private static string Languages(XliffDocument document) => $"{document.SourceLanguage} into {document.TargetLanguage ?? "nothing yet"}";

    /// <summary>Files without their units.</summary>
    private static IEnumerable<UnitDifference> Files(XliffDocument left, XliffDocument right)
    {
        var others = Keyed(right).ToDictionary(f => f.Key, f => f.File);
        var known = Keyed(left).Select(f => f.Key).ToHashSet();
        return Alone(Keyed(left).Where(f => !others.ContainsKey(f.Key)), UnitDifferenceKind.Removed).Concat(Changed(left, others)).Concat(Alone(Keyed(right).Where(f => !known.Contains(f.Key)), UnitDifferenceKind.Added));
        static IEnumerable<UnitDifference> Alone(IEnumerable<(string Key, XliffFile File)> files, UnitDifferenceKind kind) => files.Where(f => !Units(f.File).Any()).Select(f => new UnitDifference(f.Key, "", kind, "", ""));
    }

    /// <summary>The files with what they are known by, each once.</summary>
    private static List<(string Key, XliffFile File)> Keyed(XliffDocument document)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var keyed = new List<(string, XliffFile)>();
        foreach (var file in document.Files)
        {
            var key = document.IsVersion1 ? file.Original ?? "" : file.Id;
            var number = seen[key] = seen.GetValueOrDefault(key) + 1;
            if (number == 1 || document.IsVersion1)
                keyed.Add((number == 1 ? key : string.Create(CultureInfo.InvariantCulture, $"{key}[#{number}]"), file));
        }

        return keyed;
    }

    private static IEnumerable<XliffContainer> Units(XliffFile file) => file.Units.Concat<XliffContainer>(file.TransUnits);

    private static IEnumerable<UnitDifference> Changed(XliffDocument left, Dictionary<string, XliffFile> others) =>
        Keyed(left).SelectMany(f => !others.TryGetValue(f.Key, out var other) ? [] : XliffDetails.Of("", Bare(WithoutUnits(f.File)), Bare(WithoutUnits(other))).Select(d => new UnitDifference(f.Key, "", UnitDifferenceKind.Rest, d.Left, d.Right)));

    private static XliffElement WithoutUnits(XliffElement element) => element with
    {
        Content = [.. element.Content.Where(n => n is not (Unit or TransUnit)).Select(n => n is Group or FileBody ? WithoutUnits((XliffElement)n) : n)],
    };

    /// <summary>The files and units that stand elsewhere: as few as explain the order.</summary>
    private static List<UnitDifference> Moved(XliffDocument left, XliffDocument right)
    {
        var others = Places(right).Select((p, i) => (Place: p, At: i)).DistinctBy(p => p.Place.Key).ToDictionary(p => p.Place.Key);
        var shared = Places(left).DistinctBy(p => p.Key).Where(p => others.ContainsKey(p.Key));
        var found = new List<UnitDifference>();
        foreach (var siblings in shared.GroupBy(p => p.Unit.Length == 0 ? "" : "/" + p.File, StringComparer.Ordinal))
        {
            var stayed = siblings.Where(p => p.Group == others[p.Key].Place.Group).ToList();
            var kept = LongestRise(stayed.ConvertAll(p => others[p.Key].At)).Select(i => stayed[i]).ToHashSet();
            found.AddRange(siblings.Where(p => !kept.Contains(p)).Select(p => new UnitDifference(p.File, p.Unit, UnitDifferenceKind.Moved, p.Words, others[p.Key].Place.Words)));
        }

        return found;
    }

    private static List<Place> Places(XliffDocument document)
    {
        var places = new List<Place>();
        string? last = null;
        foreach (var (key, file) in Keyed(document))
        {
            places.Add(new Place(key, "", "", last));
            Add(file, key, "", places);
            last = key;
        }

        return places;
    }

    private static void Add(XliffElement holder, string file, string group, List<Place> places)
    {
        string? last = null;
        foreach (var element in holder.Elements)
        {
            if (element is Group inner)
            {
                Add(inner, file, $"{group}{inner.Id}/", places);
                last = inner.Id;
            }
            else if (element is FileBody)
            {
                Add(element, file, group, places);
            }
            else if (element is Unit or TransUnit)
            {
                places.Add(new Place(file, ((XliffContainer)element).Id, group, last));
                last = ((XliffContainer)element).Id;
            }
        }
    }

    /// <summary>The places of a longest subsequence that rises.</summary>
    private static List<int> LongestRise(List<int> numbers)
    {
        // For each length, where the subsequence of that length ends that leaves most room; and what stands before each in its own.
        var (ends, before) = (new List<int>(), new int[numbers.Count]);
        for (var i = 0; i < numbers.Count; i++)
        {
            var (low, high) = (0, ends.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = numbers[ends[middle]] < numbers[i] ? (middle + 1, high) : (low, middle);
            }

            before[i] = low == 0 ? -1 : ends[low - 1];
            if (low == ends.Count)
                ends.Add(i);
            else
                ends[low] = i;
        }

        var rise = new List<int>();
        for (var i = ends.Count == 0 ? -1 : ends[^1]; i >= 0; i = before[i])
            rise.Add(i);
        return rise;
    }

    /// <summary>Where a file or unit stands.</summary>
    /// <param name="File">The file's id.</param>
    /// <param name="Unit">The unit's id; empty for the file itself.</param>
    /// <param name="Group">The ids of the groups that it stands in, a slash after each.</param>
    /// <param name="After">The id of what stands before it; null for nothing.</param>
    private sealed record Place(string File, string Unit, string Group, string? After)
    {
        public (string File, string Unit) Key => (File, Unit);

        public string Words => (Group.Length == 0 ? "" : $"in {Group.TrimEnd('/')}, ") + (After is null ? "first" : $"after {After}");
    }

    private static List<(string File, XliffContainer Unit)> Units(XliffDocument document) => [.. Keyed(document).SelectMany(f => Units(f.File).Select(u => (f.Key, u)))];

    private static List<UnitDifference> Compare(string file, XliffContainer left, XliffContainer right) => (left, right) switch
    {
        (Unit one, Unit other) => Compare(file, one, other),
        (TransUnit one, TransUnit other) => Compare(file, one, other),
        _ => [new UnitDifference(file, left.Id, UnitDifferenceKind.Rest, left.ToString(), right.ToString())],
    };

    private static List<UnitDifference> Compare(string file, TransUnit left, TransUnit right)
    {
        (UnitDifferenceKind Kind, Func<TransUnit, string> Read)[] views =
        [
            (UnitDifferenceKind.Source, u => Text(u.Source)),
            (UnitDifferenceKind.Target, u => Text(u.Target)),
            (UnitDifferenceKind.Segments, u => Text(u.SegmentedSource, withMarks: true)),
            (UnitDifferenceKind.State, u => $"{u.Target?.State ?? "none"}{(u.Target?.StateQualifier is { } said ? $" ({said})" : "")}{(u.IsApproved == true ? ", approved" : "")}"),
            (UnitDifferenceKind.Notes, u => string.Join(" / ", u.Notes.Select(n => n.InnerText))),
        ];
        var found = views.Where(v => v.Read(left) != v.Read(right)).Select(v => new UnitDifference(file, left.Id, v.Kind, v.Read(left), v.Read(right))).ToList();
        if (found.Count > 0 && found[0].Kind == UnitDifferenceKind.Source)
            found.RemoveAll(d => d.Kind == UnitDifferenceKind.Segments);
        var told = found.Select(d => d.Kind).ToHashSet();
        return [.. found, .. XliffDetails.Of("", Untold((TransUnit)Bare(left), told), Untold((TransUnit)Bare(right), told)).Select(d => new UnitDifference(file, left.Id, UnitDifferenceKind.Rest, d.Left, d.Right))];
    }

    /// <summary>A unit of 1.x without what was told of it.</summary>
    private static TransUnit Untold(TransUnit unit, HashSet<UnitDifferenceKind> told)
    {
        XliffNode? Left(XliffNode node) => node switch
        {
            Xliff.Source or SegmentedSource when told.Contains(UnitDifferenceKind.Source) => (XliffElement)node with { Content = [] },
            SegmentedSource when told.Contains(UnitDifferenceKind.Segments) => null,
            Target target => target with
            {
                Attributes = told.Contains(UnitDifferenceKind.State) ? target.Attributes.With(XliffName.Own("state"), null).With(XliffName.Own("state-qualifier"), null) : target.Attributes,
                Content = told.Contains(UnitDifferenceKind.Target) ? [] : target.Content,
            },
            Note when told.Contains(UnitDifferenceKind.Notes) => null,
            _ => node,
        };
        var content = unit.Content.Select(Left).OfType<XliffNode>().ToList();
        // One side's only target has been told with its words.
        if (told.Contains(UnitDifferenceKind.Target))
            content.RemoveAll(n => n is Target { Attributes.Count: 0 });
        return unit with { Attributes = told.Contains(UnitDifferenceKind.State) ? unit.Attributes.With(XliffName.Own("approved"), null) : unit.Attributes, Content = [.. content] };
    }

    private static List<UnitDifference> Compare(string file, Unit left, Unit right)
    {
        (UnitDifferenceKind Kind, Func<Unit, string> Read)[] views =
        [
            (UnitDifferenceKind.Source, u => Text(u, Source)),
            (UnitDifferenceKind.Target, u => string.Concat(u.Parts.Select((p, i) => (Part: p, Place: p.Target?.Order ?? i + 1)).OrderBy(p => p.Place).Select(p => Text(TargetOf(u, p.Part))))),
            (UnitDifferenceKind.Segments, u => string.Join('|', u.Parts.Select(p => $"{(p is Segment ? "" : "~")}{p.Id}:{Text(Source(p))}"))),
            (UnitDifferenceKind.State, u => string.Join(' ', u.Segments.Select(s => (s.State ?? "initial") + (s.SubState is { } sub ? $"({sub})" : "")))),
            (UnitDifferenceKind.Notes, u => string.Join(" / ", u.Notes.Select(n => n.InnerText))),
        ];
        var found = views.Where(v => v.Read(left) != v.Read(right)).Select(v => new UnitDifference(file, left.Id, v.Kind, v.Read(left), v.Read(right))).ToList();
        if (found.Count > 0 && found[0].Kind == UnitDifferenceKind.Source)
            found.RemoveAll(d => d.Kind == UnitDifferenceKind.Segments);
        if (!found.Exists(d => d.Kind is UnitDifferenceKind.Source or UnitDifferenceKind.Target or UnitDifferenceKind.Segments) && Targets(left) != Targets(right))
            found.Insert(0, new UnitDifference(file, left.Id, UnitDifferenceKind.Target, Targets(left), Targets(right)));
        var (one, other) = ((Unit)Bare(left), (Unit)Bare(right));
        if (one.Equals(other))
            return found;
        var details = XliffDetails.Of(one, other, [.. found.Select(d => d.Kind)]).Select(d => new UnitDifference(file, left.Id, UnitDifferenceKind.Rest, d.Left, d.Right)).ToList();
        if (found.Count == 0 && details.Count == 0)
            details.Add(new UnitDifference(file, left.Id, UnitDifferenceKind.Rest, "", ""));
        return [.. found, .. details];
    }

    /// <summary>An element without layout, comments, version, and the state and targets that hold when none is said.</summary>
    private static XliffElement Bare(XliffElement element) => XliffLayout.Strip(WithoutComments(CoreSpace.Move(element, XliffNamespaces.Core20)));

    private static XliffElement WithoutComments(XliffElement element) => element with
    {
        Attributes = element switch
        {
            XliffDocument => element.Attributes.With(XliffName.Own("version"), null),
            Segment { State: "initial", SubState: null } => element.Attributes.With(XliffName.Own("state"), null),
            _ => element.Attributes,
        },
        Content = [.. element.Content.Where(n => n is not (Comment or ProcessingInstruction) && !(n is Target target && element is Ignorable between && target == between.ImpliedTarget)).Select(n => n is XliffElement child ? WithoutComments(child) : n)],
    };

    /// <summary>The targets apart, so that text which went from one to another shows.</summary>
    private static string Targets(Unit unit) => string.Join('|', unit.Parts.Select(p => Text(TargetOf(unit, p))));

    /// <summary>A target as it is read: in a unit that is translated, what stands between segments stands in the target too, stated or not.</summary>
    private static Target? TargetOf(Unit unit, UnitPart part) => part.Target ?? (unit.Segments.Any(s => s.Target is not null) ? part.ImpliedTarget : null);

    private static InlineContent? Source(UnitPart part) => part.Source;

    private static string SourceText(XliffContainer container) => container is Unit unit ? Text(unit, Source) : Text((container as TransUnit)?.Source);

    private static string Text(Unit unit, Func<UnitPart, InlineContent?> side) => string.Concat(unit.Parts.Select(p => Text(side(p))));

    private static string Text(InlineContent? content, bool withMarks = false)
    {
        var text = new StringBuilder();
        foreach (var step in content?.Steps ?? [])
        {
            _ = step.Kind switch
            {
                InlineStepKind.Text => text.Append(step.Text),
                InlineStepKind.Code => text.Append('{').Append(step.Id).Append("/}"),
                InlineStepKind.SpanStart => text.Append('{').Append(step.Id).Append('}'),
                InlineStepKind.SpanEnd => text.Append("{/").Append(step.Id).Append('}'),
                InlineStepKind.MarkStart when withMarks => text.Append('[').Append(step.Id).Append(':'),
                InlineStepKind.MarkEnd when withMarks => text.Append(']'),
                _ => text,
            };
        }

        return text.ToString();
    }
}
