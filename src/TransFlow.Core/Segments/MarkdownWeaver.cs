using System.Collections.Immutable;
using TransFlow.Core.Segments.Heads;
using TransFlow.Core.Segments.Parsing;
using TransFlow.Core.Segments.Splicing;
using TransFlow.Core.Segments.Units;
using TransFlow.Core.Segments.Weaves;

namespace TransFlow.Core.Segments;

/// <summary>Puts target words into the places of the source words.</summary>
public static class MarkdownWeaver
{
    /// <summary>In the last attempt everything is escaped.</summary>
    private const int LastPass = 5;

    /// <summary>Weaves an edition.</summary>
    /// <param name="source">The source article.</param>
    /// <param name="targets">By unit id, the target of each of the unit's segments in source order; a null target, or a unit that is not there, keeps the source's words.</param>
    /// <param name="options">Target language, front matter, links, furniture.</param>
    /// <returns>The text and its findings; every character outside units and edits is the source's own.</returns>
    public static Weaving Weave(Extraction source, IReadOnlyDictionary<string, ImmutableArray<Content?>> targets, WeaveOptions options)
    {
        var words = new WovenUnits(source.Text, options.Language);
        var units = new List<WovenUnit>(source.Units.Length);
        var findings = new List<Finding>();
        var hasFormulas = source.Body.HasFormulas;
        for (var i = 0; i < source.Units.Length; i++)
        {
            var unit = words.Of(source.Units[i], source.Places[i], targets.GetValueOrDefault(source.Units[i].Id));
            if (unit.Words is { } own && !CodeCheck.AreWhole(unit.Unit, own.Parts.AsSpan()))
                findings.AddRange(CodeCheck.Of(unit.Unit, [own]));
            if (unit.Words is { } typed)
                findings.AddRange(TypedCodes.Told(unit.Unit, typed.Parts));
            if (unit is { Words: { } said } and ({ Place.Scalar: not null } or { Place.Inset: not null }))
                findings.AddRange(ValueMarkup.Told(unit.Unit, said.Text));
            if (unit is { Place.Inset: { IsOfFence: true } title, Words: { } named } && named.Text.AsSpan().IndexOfAny(source.Text[title.Start], '`', '\\') is >= 0 and var sign)
                findings.Add(new Finding("not-in-a-fence", Severity.Block, unit.Unit.Id, $"{unit.Unit.Name}: the title of a code block cannot hold the sign {named.Text[sign]}. Write it without."));
            if (unit is { Place.Inset: { IsHugo: true, IsMarkdown: false } value, Words: { } written } && ShortcodeQuotes.HasNoWay(written.Text, source.Text[value.Start]))
                findings.Add(new Finding("not-in-a-shortcode", Severity.Block, unit.Unit.Id, $"{unit.Unit.Name}: Hugo has no way to write a back-tick there together with a backslash. Write it without one of them."));
            if (options.LeavesOutEmptiedLinks)
                unit = WithoutEmptiedLinks(source, unit);
            else if (unit.Words is { } kept)
                findings.AddRange(EmptiedCodes.Told(unit.Unit, kept.Parts));
            if (unit is { Words: { } marked, Place: { Leaf: not null, IsHtml: false } })
                unit = unit with { Forms = EmphasisForms.Of(source.Text, marked.Parts, unit.Place, wholly: false) };
            if (unit is { Words: { } spread, Place.Leaf: not null } && StrayAttributes(source.Text, unit, spread, isMisread: false) is { } stray)
                findings.Add(Apart(unit.Unit, stray));
            if (hasFormulas && unit.Words is { } counted && HasFormulasSideBySide(source.Text, unit.Place, counted))
                findings.Add(SideBySide(unit.Unit));
            if (source.Body.IsMdx && unit.Words is { } inTags && TagLines.Told(source, unit.Unit, unit.Place, inTags.Parts) is { } told)
                findings.Add(told);
            if (unit.Forms is { IsInDoubt: true })
                findings.Add(new Finding("emphasis-in-doubt", Severity.Warn, unit.Unit.Id, $"{unit.Unit.Name}: its marks of emphasis stand so close that some sites read them otherwise. Put a space or a sign between them, or leave one out."));
            if (unit is { Place.HasLoneTildes: true, Forms: { } forms } && Array.Exists(unit.Place.Codes, c => c.IsLoneTilde && forms.IsPlainer(c.Id)))
                findings.Add(new Finding("tildes-doubled", Severity.Warn, unit.Unit.Id, $"{unit.Unit.Name}: its lone tildes, which touch a letter, are written as double ones: sites that show lone ones as they stand strike the words out. Put a space beside them, or write other signs for what is a range."));
            units.Add(unit);
        }

        if (findings.Exists(f => f.Severity == Severity.Block))
            return new Weaving(source.Text, [.. findings]);

        var addresses = Addresses(source, options);
        // What the light way does not keep plain is escaped wholly; that can bring to light what stands after it.
        var wholly = new HashSet<string>(StringComparer.Ordinal);
        var splices = Woven.Splices(source, units, addresses, wholly);
        var text = Splice.Apply(source.Text, splices);
        var misread = WeaveCheck.Misread(source, units, addresses, text);
        for (var pass = 1; misread.Count > 0 && Escape(units, pass == LastPass ? [null] : misread, wholly); pass++)
        {
            splices = Woven.Splices(source, units, addresses, wholly);
            text = Splice.Apply(source.Text, splices);
            misread = WeaveCheck.Misread(source, units, addresses, text);
        }

        var values = MappedValues.Of(source.Head, options.ValueTarget);
        if (values.Unreachable is { } unreachable)
            return new Weaving(source.Text, [.. findings, unreachable]);
        var woven = text;
        if (values.Count + options.Body.Length > 0)
            text = Splice.Apply(source.Text, [.. Furnished(source, splices, values, options)]);
        (text, var placed) = HeadEdits.Make(text, options.FrontMatter);
        var swallows = options.Body.Length > 0 && misread.Count == 0 && !WeaveCheck.KeepsBlocks(source, woven, text, options.Body);
        return new Weaving(text, [.. findings, .. misread.Select(u => Finding(source.Text, u)).Distinct(), .. swallows ? [Swallowed] : Array.Empty<Finding>(), .. WeaveCheck.Unset(woven, text, values, options.FrontMatter, placed)]);
    }

    /// <summary>A link whose markup has words of its own, such as a title, stays for their sake.</summary>
    private static WovenUnit WithoutEmptiedLinks(Extraction source, WovenUnit unit)
    {
        if (unit.Words is not { } words || unit.Place.Codes.Length == 0)
            return unit;
        var emptied = EmptiedCodes.Of([.. unit.Unit.Segments.SelectMany(s => s.Source.Parts)], words.Parts)
            .Where(id => unit.Place.Code(id) is { Kind: CodeKind.Link } code && !source.Body.Insets.Exists(i => i.Start >= code.CloseStart && i.End <= code.CloseEnd)).ToHashSet(StringComparer.Ordinal);
        return emptied.Count == 0 ? unit : unit with { Words = EmptiedCodes.Without(words, emptied) };
    }

    /// <summary>Adds units to those that are escaped wholly; all of them where none can be blamed.</summary>
    /// <returns>Whether any were added.</returns>
    private static bool Escape(List<WovenUnit> units, List<WovenUnit?> misread, HashSet<string> wholly)
    {
        var count = wholly.Count;
        var isSure = !misread.Contains(null) && misread.Exists(u => u!.Words is not null);
        wholly.UnionWith((isSure ? misread.OfType<WovenUnit>() : units).Where(u => u.Words is not null).Select(u => u.Unit.Id));
        return wholly.Count > count;
    }

    private static Finding Finding(string text, WovenUnit? unit) => unit switch
    {
        null => new Finding("shape-changed", Severity.Block, "", "The woven article does not read as the source does; look for a target that begins like a list or a heading."),
        { Words.IsEmpty: true } => new Finding("shape-changed", Severity.Block, unit.Unit.Id, $"{unit.Unit.Name}: its target has no words, and without words its block would be gone. Write some."),
        { Words: { } words } when HasCodesSideBySide(words) => SideBySide(unit.Unit),
        { Words: { } words } when StrayAttributes(text, unit, words, isMisread: true) is { } stray => Apart(unit.Unit, stray),
        _ when !unit.Unit.Codes.Any(c => c.Kind is CodeKind.Bold or CodeKind.Italic or CodeKind.Strike) => new Finding("shape-changed", Severity.Block, unit.Unit.Id, $"{unit.Unit.Name}: its target would read as other markup than the source's; look for signs of markup among its words, and put a space or a word between a code and what touches it."),
        _ => new Finding("shape-changed", Severity.Block, unit.Unit.Id, $"{unit.Unit.Name}: its target would read as other markup than the source's; emphasis that touches a letter or a quotation mark is the common cause. Move the mark or leave it out."),
    };

    private static Finding Apart(Unit unit, InlineCode stray) => new("shape-changed", Severity.Block, unit.Id, $"{unit.Name}: the code {{{stray.Id}}}, the attributes “{stray.Opening}”, stands apart from what it belongs to in its target, and would read as words. Put it right behind that, behind its bracket if it has one.");

    private static Finding SideBySide(Unit unit) => new("shape-changed", Severity.Block, unit.Id, $"{unit.Name}: two codes stand side by side in its target, and would read as one. Put a space or a word between them.");

    /// <summary>Whether one formula would end beside the sign with which another one begins: sites read two signs, which end none. Where the source has that, it is the source's.</summary>
    private static bool HasFormulasSideBySide(string text, UnitPlace place, Content words)
    {
        for (var i = 1; i < words.Parts.Length; i++)
        {
            if (words.Parts[i - 1].Kind == InlineKind.Standalone && words.Parts[i].Kind == InlineKind.Standalone && place.Code(words.Parts[i - 1].Value) is var before && place.Code(words.Parts[i].Value) is var code
                && text[before.OpenStart] == '$' && text[code.OpenStart] == '$' && before.OpenEnd != code.OpenStart)
                return true;
        }

        return false;
    }

    private static bool HasCodesSideBySide(Content words) =>
        words.Parts.Where((p, i) => i > 0 && p.Kind == InlineKind.Standalone && words.Parts[i - 1].Kind == InlineKind.Standalone).Any();

    /// <summary>
    /// Attributes that stand behind words in a target. Where they stand in the source right behind what they belong to, they would be the block's at the
    /// end of a line, and nothing would read otherwise; at the end of a line itself, which is a block's place, only the reading tells.
    /// </summary>
    private static InlineCode? StrayAttributes(string text, WovenUnit unit, Content words, bool isMisread)
    {
        var parts = words.Parts;
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Kind != InlineKind.Standalone || unit.Unit.Codes.FirstOrDefault(c => c.Id == parts[i].Value) is not { Opening: ['{', not ('{' or '%'), ..] } code)
                continue;
            var start = unit.Place.Code(code.Id).OpenStart;
            var isStray = i == 0 ? isMisread || start > unit.Place.Start : parts[i - 1] is { Kind: InlineKind.Text, Value: var before } && !SiteTag.FollowsMarkup(before, before.Length);
            if (isStray && (isMisread ? code.Opening.Contains('=', StringComparison.Ordinal) : SiteTag.FollowsMarkup(text, start)))
                return code;
        }

        return null;
    }

    private static Finding Swallowed { get; } =
        new("furniture-shape", Severity.Block, "", "With the newsroom's own lines around it the article would not read as before; look for markup that is not closed in standing texts, credits, captions and notices.");

    /// <summary>The addresses that become others, in order: of links, in tags, between angle brackets and bare.</summary>
    private static List<Splice> Addresses(Extraction source, WeaveOptions options)
    {
        var splices = new List<Splice>();
        if (options.LinkTarget is not { } map)
            return splices;
        foreach (var (text, start, end) in source.Body.Addresses.Concat(BareAddress.Of(source.Text, source.Body.Leaves)).DistinctBy(a => a.Start))
        {
            var other = map(text);
            if (other != text && source.Text[start..end].Contains(text, StringComparison.Ordinal))
                splices.Add(new Splice(start, end - start, source.Text[start..end].Replace(text, other, StringComparison.Ordinal)));
        }

        splices.Sort((a, b) => a.Start.CompareTo(b.Start));
        return splices;
    }

    /// <summary>The splices with those of mapped values and furniture; where two speak of one place, these count.</summary>
    private static IEnumerable<Splice> Furnished(Extraction source, List<Splice> splices, MappedValues values, WeaveOptions options)
    {
        var newline = source.Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var edits = values.Splices(source.Text)
            .Concat(options.Body.Select(b => new Splice(b.Start, b.Length, b.Markdown.ReplaceLineEndings(newline)))).ToList();
        return splices.Where(s => !edits.Exists(e => e.Holds(s))).Concat(edits);
    }
}
