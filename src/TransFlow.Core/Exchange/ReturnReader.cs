using System.Collections.Immutable;
using System.Globalization;
using TransFlow.Core.Segments;
using TransFlow.Xliff;

namespace TransFlow.Core.Exchange;

/// <summary>Reads a file that came back, whatever version it is in and whatever a tool did to it.</summary>
public static class ReturnReader
{
    private const int BlockIdLength = 9;

    /// <summary>More prefixes than a tool that forgets to declare them uses.</summary>
    private const int MostMendings = 8;

    /// <summary>More units than any article has.</summary>
    private const int MostUnits = 50_000;

    /// <summary>More tags, and more attributes, than so many units have; counted before anything is built of them.</summary>
    private const int MostTags = 10 * MostUnits;

    /// <summary>The refusal of a file that ends in the middle: perhaps it is still being written.</summary>
    public const string CutOff = "cut-off";

    /// <summary>Reads a file.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="file">Its name as people know it, for refusals.</param>
    /// <param name="isBounded">Whether a file that is larger than any article's is refused; false for memories.</param>
    /// <returns>What it says; refused when it is no XLIFF, or too large.</returns>
    public static Outcome<ReturnedFile> Read(byte[] bytes, string file, bool isBounded = true)
    {
        var tooLarge = new Refusal("too-large", $"The file has more than {MostUnits} units, or more markup than so many have.", "Nothing of it was taken; no article has so many. Return the file that was handed out, or a copy of it that your tool made.") { File = file };
        if (isBounded && (bytes.AsSpan().Count((byte)'<') > MostTags || bytes.AsSpan().Count((byte)'=') > 2 * MostTags))
            return tooLarge;
        bytes = XmlMending.InUtf8(bytes) ?? bytes;
        XliffException? first = null;
        for (var mendings = 0; mendings <= MostMendings; mendings++)
        {
            try
            {
                var returned = File(XliffReader.Read(new MemoryStream(bytes)));
                return isBounded && returned.Units.Length > MostUnits ? tooLarge : returned;
            }
            catch (XliffException e)
            {
                first ??= e;
                if ((XmlMending.WithoutBlanksAhead(bytes) ?? XmlMending.WithPrefix(bytes, e.Message) ?? XmlMending.WithoutDocumentType(bytes)) is not { } mended)
                    break;
                bytes = mended;
            }
        }

        if (XmlMending.IsOther(bytes))
        {
            return new Refusal("not-xliff", "This is no XLIFF file, and no zip archive of such.", "Nothing of it was taken; export XLIFF from your tool. Terms come as .csv, .tsv or .tbx.") { File = file };
        }

        if (XmlMending.IsEmpty(bytes))
            return new Refusal(CutOff, "The file is empty.", "Nothing of it was taken; save or export it again, or copy it again.") { File = file };
        if (XmlMending.HasMoreBehind(bytes))
        {
            return new Refusal("not-xliff", "Behind its end, </xliff>, there stands something that is no part of it.", "Nothing of it was taken; take out what stands behind, or export the file again.") { File = file, Line = first!.Line > 0 ? first.Line : null };
        }

        if (XmlMending.RawSign(first!.Message) is { } raw)
        {
            return new Refusal("not-xliff", $"A text has the sign {raw} as it is, which XML takes for its own.", $"Nothing of it was taken; write {(raw == '&' ? "&amp;" : "&lt;")} for it, or export the file from your tool again.") { File = file, Line = first.Line > 0 ? first.Line : null };
        }

        if (XmlMending.IsCutOff(bytes, first.Message))
        {
            return new Refusal(CutOff, "The file ends in the middle.", "Nothing of it was taken; it was not written to its end. Save or export it again, or copy it again.")
            {
                File = file,
                Line = first.Line > 0 ? first.Line : null,
            };
        }

        if (XmlMending.NotUtf8From(bytes) is { } line)
            return new Refusal("not-xliff", $"The file is not valid UTF-8, as which it is declared: it was saved in another encoding.", "Nothing of it was taken; save it again as UTF-8, or export it from your tool again.") { File = file, Line = line };
        return new Refusal("not-xliff", first.Message, "Nothing of it was taken; export it from your tool again (“Export” or “Save target as”), as XLIFF in UTF-8.")
        {
            File = file,
            Line = first.Line > 0 ? first.Line : null,
        };
    }

    private static ReturnedFile File(XliffDocument document)
    {
        var notes = new NoteFinder(document);
        return new(
            [.. document.Files.SelectMany(Tokens).Distinct(StringComparer.Ordinal)],
            document.SourceLanguage,
            document.TargetLanguage,
            [.. document.Files.SelectMany(f => Together(Units(f, [.. Tokens(f)], notes)))]);
    }

    /// <summary>Sentences of one block that were written as units of their own.</summary>
    private static IEnumerable<ReturnedUnit> Together(List<ReturnedUnit> units) => AreWhole(units)
        ? units
        : units.GroupBy(u => u.Pieces is [{ Place: not null }] && PlaceOf(u.Id) is not null ? u.Id[..BlockIdLength] : u.Id, StringComparer.Ordinal).SelectMany(Block);

    /// <summary>Whether each unit is a block, and stands there once: most files are so.</summary>
    private static bool AreWhole(List<ReturnedUnit> units)
    {
        var ids = new HashSet<string>(units.Count, StringComparer.Ordinal);
        return units.TrueForAll(u => PlaceOf(u.Id) is null && ids.Add(u.Id));
    }

    private static IEnumerable<ReturnedUnit> Block(IGrouping<string, ReturnedUnit> same) => same.First().Id == same.Key
        ? same
        : [same.First() with { Id = same.Key, Pieces = [.. same.SelectMany(u => u.Pieces)], Notes = [.. same.SelectMany(u => u.Notes).Distinct(StringComparer.Ordinal)], HasTrackedChanges = same.Any(u => u.HasTrackedChanges), SecondTarget = same.Select(u => u.SecondTarget).FirstOrDefault(t => t is not null) }];

    /// <summary>The place of a sentence in its block, from 0, by the id that it was handed out with.</summary>
    /// <param name="id">The block's own id, <c>u</c> with eight letters or digits, and <c>-s</c> with a number of one to six digits.</param>
    private static int? PlaceOf(string? id)
    {
        if (id is not ['u', ..] || id.Length is <= BlockIdLength + 2 or > BlockIdLength + 8 || string.CompareOrdinal(id, BlockIdLength, "-s", 0, 2) != 0)
            return null;
        foreach (var c in id.AsSpan(1, BlockIdLength - 1))
        {
            if (!char.IsAsciiDigit(c) && !char.IsAsciiLetterLower(c))
                return null;
        }

        return int.TryParse(id.AsSpan(BlockIdLength + 2), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number - 1 : null;
    }

    private static IEnumerable<string> Tokens(XliffFile file) => new[] { file.Id, file.Original }.OfType<string>().Where(t => t.Length > 0);

    private static List<ReturnedUnit> Units(XliffFile file, ImmutableArray<string> tokens, NoteFinder notes)
    {
        var languages = (file.SourceLanguage, file.TargetLanguage);
        var units = new List<ReturnedUnit>();
        foreach (var unit in file.Units)
        {
            if (IsForPeople(unit))
                units.Add(Unit(unit, notes, tokens, languages));
        }

        foreach (var unit in file.TransUnits)
        {
            if (IsForPeople(unit))
                units.Add(Unit(unit, notes, tokens, languages));
        }

        return units;
    }

    private static bool IsForPeople(XliffContainer unit) => unit.Translate != false;

    private static ReturnedUnit Unit(Xliff.Unit unit, NoteFinder notes, ImmutableArray<string> tokens, (string? Source, string? Target) languages)
    {
        var pieces = ImmutableArray.CreateBuilder<ReturnedPiece>();
        // Most sentences are words alone, and there is nothing else to look for in them.
        List<UnitPart>? marked = null;
        string? second = null;
        foreach (var part in unit.Parts)
        {
            var (source, target) = (part.Source, part.Target);
            pieces.Add(Piece(part, source, target));
            second ??= SecondOf(part, target);
            if (HasMarkup(source) || HasMarkup(target))
                (marked ??= []).Add(part);
        }

        return new(unit.Id, unit.Name, pieces.DrainToImmutable(), unit.Line)
        {
            Notes = notes.Of(unit, marked?.SelectMany(p => new InlineContent?[] { p.Source, p.Target }) ?? []),
            Terms = unit.Glossary is { } glossary ? [.. Terms(glossary)] : [],
            UsedOnce = marked is null ? [] : UsedOnce(marked),
            HasTrackedChanges = marked is not null && marked.Exists(p => TrackedChanges.In(p.Target)),
            SecondTarget = second,
            Tokens = tokens,
            Languages = languages,
        };
    }

    private static bool HasMarkup(InlineContent? content) => content is not null && !IsWordsAlone(content);

    private static bool IsWordsAlone(InlineContent content) => content.Content.Count == 0 || (content.Content.Count == 1 && content.Content[0] is PlainText);

    /// <summary>The words of a target beside the first, where they are others: which of the two is meant, nobody can say.</summary>
    private static string? SecondOf(XliffElement holder, Target? first)
    {
        Content? words = null;
        foreach (var node in holder.Content)
        {
            if (node is Target target && !ReferenceEquals(target, first) && Content(target) is { IsEmpty: false } second && !second.Equals(words ??= Content(first)))
                return second.Text;
        }

        return null;
    }

    /// <summary>A unit of XLIFF 1 is one segment, unless its source and target are both marked as the same sentences.</summary>
    private static ReturnedUnit Unit(TransUnit unit, NoteFinder notes, ImmutableArray<string> tokens, (string? Source, string? Target) languages)
    {
        var state = ReturnedStates.Of(unit.IsApproved == true ? "final" : unit.Target?.State, unit.Target?.StateQualifier, isVersion1: true);
        ImmutableArray<ReturnedPiece> pieces = MarkedSentences.Of(unit) is { IsEmpty: false } sentences
            ? [.. sentences.Select(s => new ReturnedPiece(s.IsSegment, Content(s.Source), s.IsSegment ? Target(Spoken(s.Target), Content(s.Source)) : Spoken(s.Target), state, null) { Language = unit.Target?.Language })]
            : [new ReturnedPiece(true, Content(unit.Source), Target(Spoken(unit.Target), Content(unit.Source)), state, null) { Language = unit.Target?.Language, IsPartial = MarkedSentences.IsPartial(unit), Place = PlaceOf(unit.Id) }];
        return new(unit.Id, unit.Name, MarkedStates.Of(unit, pieces, ReturnedStates.Said(unit.IsApproved == true ? "final" : unit.Target?.State, null, state)), unit.Line)
        {
            Notes = notes.Of(unit, [unit.Source, unit.SegmentedSource, unit.Target]),
            HasTrackedChanges = TrackedChanges.In(unit.Target),
            SecondTarget = SecondOf(unit, unit.Target),
            Tokens = tokens,
            Languages = languages,
        };
    }

    private static IEnumerable<(string Source, string Target)> Terms(Glossary glossary) =>
        from entry in glossary.Items
        let source = entry.Term?.InnerText.Trim()
        where !string.IsNullOrEmpty(source)
        from translation in entry.Translations
        let target = translation.InnerText.Trim()
        where target.Length > 0
        select (source, target);

    private static ImmutableArray<string> UsedOnce(List<UnitPart> marked)
    {
        List<string>? once = null;
        foreach (var part in marked)
            Codes(part.Source, ref once);
        return once is null ? [] : [.. once];

        static void Codes(XliffElement? holder, ref List<string>? once)
        {
            for (var i = 0; i < holder?.Content.Count; i++)
            {
                if (holder.Content[i] is Code { CanCopy: false } code)
                    (once ??= []).Add(code.Id);
                if (holder.Content[i] is XliffElement element)
                    Codes(element, ref once);
            }
        }
    }

    private static ReturnedPiece Piece(UnitPart part, Source? words, Target? target)
    {
        var segment = part as Xliff.Segment;
        var state = segment is null ? ReturnedState.Unsaid : ReturnedStates.Of(segment.State, segment.SubState, isVersion1: false);
        var (source, spoken) = (Content(words), Spoken(target));
        return new ReturnedPiece(segment is not null, source, segment is null ? spoken : Target(spoken, source), state, target?.Order)
        {
            Language = target?.Language,
            Place = segment is null ? null : PlaceOf(part.Id),
            Said = segment is null ? null : ReturnedStates.Said(segment.State, segment.SubState, state),
            IsEmptied = target is not null && (spoken is null || ContentTidy.IsBlank(spoken)),
        };
    }

    private static Content? Spoken(InlineContent? target) => target is not null && Content(target) is { IsEmpty: false } content ? content : null;

    /// <summary>A target in which there is nothing to read is none, unless there was nothing to read in the source either.</summary>
    private static Content? Target(Content? spoken, Content source) => spoken is not null && (!ContentTidy.IsBlank(spoken) || ContentTidy.IsBlank(source)) ? spoken : null;

    /// <summary>The words and codes; annotations are taken off, an end that nothing opened closes what was opened last.</summary>
    private static Content Content(InlineContent? inline)
    {
        if (inline is null)
            return Segments.Content.Empty;
        if (IsWordsAlone(inline))
            return inline.Content.Count == 0 ? Segments.Content.Empty : Segments.Content.Of(((PlainText)inline.Content[0]).Text);
        var parts = new List<Inline>();
        var open = new List<(string Id, string Name)>();
        foreach (var step in inline.Steps)
        {
            switch (step.Kind)
            {
                case InlineStepKind.Text:
                    parts.Add(new Inline(InlineKind.Text, step.Text));
                    break;
                case InlineStepKind.Code:
                    parts.Add(new Inline(InlineKind.Standalone, Id(step)));
                    break;
                case InlineStepKind.SpanStart:
                    open.Add((step.Id, Id(step)));
                    parts.Add(new Inline(InlineKind.Open, Id(step)));
                    break;
                case InlineStepKind.SpanEnd:
                    parts.Add(new Inline(InlineKind.Close, Closed(open, step.Id)));
                    break;
                default:
                    break;
            }
        }

        return new Content(parts);
    }

    /// <summary>A copy of a code stands for the code that it copies.</summary>
    private static string Id(InlineStep step) => step.Node is Code { CopyOf: { Length: > 0 } copied } ? copied : step.Id;

    private static string Closed(List<(string Id, string Name)> open, string id)
    {
        var at = open.FindLastIndex(o => o.Id == id);
        if (at < 0)
            at = open.Count - 1;
        if (at < 0)
            return id;
        id = open[at].Name;
        open.RemoveAt(at);
        return id;
    }
}
