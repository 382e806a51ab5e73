using System.Globalization;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;
using TransFlow.Xliff;

namespace TransFlow.Core.Exchange;

/// <summary>
/// Writes units of a package, straight from what they are to bytes: elements of the model for each of them cost as much as all that
/// comes before. One serves all units in turn.
/// </summary>
/// <param name="xml">Where to.</param>
/// <param name="stage">The package's stage.</param>
/// <param name="language">The source language.</param>
/// <param name="isSelfContained">Whether what was written for former words stands in a note, and in no target.</param>
internal sealed class UnitXml(XmlOutput xml, Stage stage, string language, bool isSelfContained)
{
    private const string Translated = "translated";
    private const string NotDone = "initial";

    private readonly CodeXml _codes = new(xml);

    /// <summary>Writes a unit.</summary>
    public void Write(PackageUnit unit)
    {
        var id = unit.Unit.Id;
        var segments = unit.Unit.Segments;
        xml.Put("\n    <unit id=\""u8);
        xml.Value(id);
        xml.Put("\" name=\""u8);
        xml.Value(unit.Unit.Name);
        // Sentences with others between them are not to be joined.
        xml.Put(segments.Length > 1 && !unit.HasGaps ? "\" xml:space=\"preserve\">"u8 : "\" canResegment=\"no\" xml:space=\"preserve\">"u8);
        Notes(unit);
        _codes.Data(unit.Unit.Codes);
        if (isSelfContained)
        {
            Alone(unit);
            return;
        }

        // Sentences for whose former words the suggestion of another stands have an empty target, as those of a joined text have.
        var stoodFor = unit.Segments.Any(s => s.CandidateFor is not null) ? JoinedText.In(unit.Segments, language).SelectMany(j => Enumerable.Range(j.First + 1, j.Count - 1)).ToHashSet() : null;
        string? state = null;
        for (var i = 0; i < segments.Length; i++)
        {
            var number = unit.Segments[i].Index + 1;
            var (work, shown) = (unit.Segments[i], stoodFor?.Contains(i) == true ? Content.Empty : unit.Segments[i].Shown);
            // A sentence whose words stand with one before is as far as that one.
            state = shown is null ? null : shown.IsEmpty ? state ?? NotDone : work.IsOpen(stage) ? NotDone : Translated;
            Segment(id, number, work.Source, shown, state);
            if (segments[i].SpaceAfter is { Length: > 0 } space)
                Space(id, number, space);
        }

        xml.Put("\n    </unit>"u8);
    }

    /// <summary>Writes the segments of a file that says all by itself: a text for several sentences is one segment with the source of all of them.</summary>
    private void Alone(PackageUnit unit)
    {
        var (id, segments) = (unit.Unit.Id, unit.Unit.Segments);
        foreach (var (first, count) in Texts(unit).SelectMany(t => unit.Segments[t.First].Target is null ? Enumerable.Range(t.First, t.Count).Select(i => (First: i, Count: 1)) : [t]))
        {
            var last = first + count - 1;
            var source = count == 1 ? segments[first].Source : new Content(Enumerable.Range(first, count)
                .SelectMany(i => i == last ? segments[i].Source.Parts : segments[i].Source.Parts.Add(new Inline(InlineKind.Text, segments[i].SpaceAfter))));
            var target = unit.Segments[first].Target;
            Segment(id, unit.Segments[first].Index + 1, source, target, target is null ? null : (unit.States.IsEmpty ? null : unit.States[first]) ?? Translated, isWhole: count > 1);
            if (segments[last].SpaceAfter is { Length: > 0 } space)
                Space(id, unit.Segments[last].Index + 1, space);
        }

        xml.Put("\n    </unit>"u8);
    }

    /// <summary>The sentences of a unit, those with one target or candidate together.</summary>
    private IEnumerable<(int First, int Count)> Texts(PackageUnit unit)
    {
        var joined = JoinedText.In(unit.Segments, language).ToDictionary(j => j.First, j => j.Count);
        for (var i = 0; i < unit.Segments.Length; i += joined.GetValueOrDefault(i, 1))
            yield return (i, joined.GetValueOrDefault(i, 1));
    }

    private void Segment(string id, int number, Content source, Content? shown, string? state, bool isWhole = false)
    {
        xml.Put("\n      <segment id=\""u8);
        xml.Value(id);
        xml.Put("-s"u8);
        xml.Number(number);
        // A tool that cut it would have to cut the target, too.
        if (isWhole)
            xml.Put("\" canResegment=\"no"u8);
        if (state is not null)
        {
            xml.Put("\" state=\""u8);
            xml.Value(state);
        }

        xml.Put("\">"u8);
        if (source.IsEmpty)
        {
            xml.Put("\n        <source/>"u8);
        }
        else
        {
            xml.Put("\n        <source>"u8);
            _codes.Inline(source);
            xml.Put("</source>"u8);
        }

        if (shown is { IsEmpty: true })
        {
            xml.Put("\n        <target/>"u8);
        }
        else if (shown is not null)
        {
            xml.Put("\n        <target>"u8);
            _codes.Inline(shown);
            xml.Put("</target>"u8);
        }

        xml.Put("\n      </segment>"u8);
    }

    private void Space(string id, int number, string space)
    {
        xml.Put("\n      <ignorable id=\""u8);
        xml.Value(id);
        xml.Put("-i"u8);
        xml.Number(number);
        xml.Put("\">\n        <source>"u8);
        xml.Inline(space);
        xml.Put("</source>\n      </ignorable>"u8);
    }

    /// <summary>Most units have but the note that says what they are. A second one says why the unit is here again, others what is known from before.</summary>
    private void Notes(PackageUnit unit)
    {
        var number = 1;
        xml.Put("\n      <notes>\n        <note id=\"n1\" category=\"context\">"u8);
        xml.Text(KindNote(unit.Unit) + Part(unit) + (!isSelfContained && unit.Segments.Any(s => s.Target is { IsEmpty: true }) ? Joined(unit) : ""));
        xml.Put("</note>"u8);
        if (Again(unit) is var (category, words))
        {
            Note(++number, category, words);
        }

        if (isSelfContained)
        {
            foreach (var (first, count) in Texts(unit))
            {
                if (unit.Segments[first] is { Target: null, Candidate.IsEmpty: false } work)
                    Note(++number, "former", FormerNotes.Of(work, count, unit.States.IsEmpty ? null : unit.States[first]));
            }
        }

        foreach (var remark in unit.Remarks)
            Note(++number, isSelfContained && FormerNotes.IsFormer(remark) ? "former" : null, remark);
        xml.Put("\n      </notes>"u8);
    }

    private void Note(int number, string? category, string words)
    {
        xml.Put("\n        <note id=\"n"u8);
        xml.Number(number);
        if (category is not null)
        {
            xml.Put("\" category=\""u8);
            xml.Value(category);
        }

        xml.Put("\">"u8);
        xml.Text(words);
        xml.Put("</note>"u8);
    }

    /// <summary>Why a unit is here again, and what kind of note says so; null when it is new.</summary>
    private static (string Category, string Words)? Again(PackageUnit unit)
    {
        List<string>? reasons = null;
        List<string>? changes = null;
        for (var i = 0; i < unit.Segments.Length; i++)
        {
            var segment = unit.Segments[i];
            if (segment.SentBack?.Reason is { } reason && !(reasons ??= []).Contains(reason))
                reasons.Add(reason);
            // The target is the translation of former words.
            if (segment.Target is null && segment.Difference() is { } difference)
                (changes ??= []).Add(unit.Segments.Length == 1 ? difference
                    : string.Create(CultureInfo.InvariantCulture, $"sentence {i + 1}{(segment.CandidateFor is null ? "" : ", whose target stood for those after it too; write all of them anew")}: {difference}"));
        }

        if (reasons is null && changes is null)
            return null;
        var back = reasons is null ? "" : "Sent back: " + string.Join(" / ", reasons);
        var changed = changes is null ? "" : FormerNotes.Changed + string.Concat([.. changes.SkipLast(1).Select(c => Beside(c, "")), changes[^1]]);
        return (reasons is null ? "change" : "review", reasons is null || changes is null ? back + changed : Beside(back, changed));
    }

    /// <summary>One remark behind another; a point between them unless the first ends with one.</summary>
    private static string Beside(string one, string other) => one.AsSpan().TrimEnd("”’\"'」』)") is [.., '.' or '!' or '?' or '…' or '。' or '！' or '？' or ',' or ';' or ':'] ? $"{one} {other}" : $"{one}. {other}";

    /// <summary>Which sentences of a block are the recipient's, when some are with others.</summary>
    private static string Part(PackageUnit unit) => unit.OthersOf == 0 ? "" : string.Create(CultureInfo.InvariantCulture,
        $". Yours {(unit.Segments.Length == 1 ? "is sentence" : "are sentences")} {string.Join(", ", unit.Segments.Select(s => s.Index + 1))} of {unit.OthersOf}; the others are with other people.");

    /// <summary>Which sentences have their words in another's target: a tool shows them as if they had none.</summary>
    private string Joined(PackageUnit unit) => string.Concat(JoinedText.In(unit.Segments, language).Where(j => unit.Segments[j.First].Target is not null)
        .Select(j => (Number: unit.Segments[j.First].Index + 1, j.Count))
        .Select(j => ". " + JoinedSegments.Note(j.Number, j.Number + j.Count - 1)));

    /// <summary>What a unit is, as its first note says it.</summary>
    internal static string KindNote(Segments.Unit unit) => unit.Kind switch
    {
        UnitKind.FrontMatter => $"Front matter: {unit.Key}",
        UnitKind.Heading => "Heading. Capitals are set on publication.",
        UnitKind.ListItem => "List item",
        UnitKind.Quotation => "Quotation",
        UnitKind.TableCell => "Table cell",
        UnitKind.Footnote => "Footnote",
        UnitKind.ImageAlt => "Alternative text of an image, for those who cannot see it",
        UnitKind.Title => "Title of a link or image",
        UnitKind.Caption => "Caption, with the credit as it stands",
        UnitKind.Definition => "Term or definition",
        UnitKind.Attribute => $"Attribute: {unit.Key}",
        _ => "Paragraph",
    };
}
