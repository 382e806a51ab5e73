namespace TransFlow.Xliff;

/// <summary>Makes a unit of XLIFF 2.0 of a translation unit of 1.x.</summary>
/// <param name="from">The translation unit.</param>
/// <param name="taken">The ids of the file's units so far.</param>
/// <param name="language">The document's target language.</param>
/// <param name="losses">Where to say what 2.0 cannot.</param>
internal sealed class Version2UnitWriter(TransUnit from, TakenIds taken, string? language, List<string> losses)
{
    public Unit UnitOf()
    {
        TellOthers();
        var data = new UnitData(from.Elements.OfType<OriginalData>().SelectMany(d => d.Items));
        var maker = new Version2Parts(from, data, losses);
        var parts = maker.Made();
        var attributes = Attributes(parts);
        var noted = NoteRun();
        var isNoted = noted.ToHashSet<XliffNode>(ReferenceEqualityComparer.Instance);
        var content = from.Content.Where(n => n is not (Source or SegmentedSource or Target or OriginalData or Notes) && !IsCandidate(n) && !isNoted.Contains(n)).Select(Carried.Named).ToList();
        var alternatives = from.Elements.OfType<AlternativeTranslation>().Where(a => IsCandidate(a) && !IsCopy(a)).ToList();
        if (alternatives.Count > 0)
            parts = maker.Named(parts);
        var candidates = alternatives.SelectMany(a => MatchesOf(a, parts)).ToList();
        if (candidates.Count > 0 && content.OfType<Matches>().FirstOrDefault() is { } matches)
            content[content.IndexOf(matches)] = matches with { Items = [.. matches.Items, .. candidates] };
        else if (candidates.Count > 0)
            content.Insert(content.FindLastIndex(n => n is XliffElement { IsOfVersion1: true }) + 1, new Matches { Items = candidates });
        if (noted.Count > 0)
        {
            var notes = new CarriedNotes(from);
            content.Add(new Notes { Content = [.. noted.Select(n => n is Note note ? Version2Note.Of(notes.Of(note)) : n)] });
        }

        if (OriginalData.Of(data.Items) is { } original)
            content.Add(original);
        var gone = Gone(content, parts);
        if (gone.Count == 0)
            return new Unit("") { Attributes = attributes, Content = [.. content, .. parts.Commented] };
        parts = maker.Named(parts);
        losses.Add($"What referred to {string.Join(", ", gone.Select(g => $"'{g}'"))} in the unit '{from.Id}', which is gone, refers to its first segment now.");
        var unit = new Unit("") { Attributes = attributes, Content = [.. content, .. parts.Commented] };
        return (Unit)new Redirection(unit.Id, gone, unit.Segments.First().Id!).In(unit);
    }

    /// <summary>Tells of a second source or target, which 1.2 forbids and of which nobody knows what it is for.</summary>
    private void TellOthers() =>
        losses.AddRange(from.Elements.Where(e => e is Source or SegmentedSource or Target).GroupBy(e => e.Tag.LocalName).SelectMany(g => g.Skip(1))
            .Select(e => $"The unit '{from.Id}' has more than one {e.Tag.LocalName}, which 1.2 forbids; '{e.InnerText}' was left out."));

    /// <summary>The ids of segments and spans that candidates, terms and annotations refer to, and that tools of 1.2 took out.</summary>
    private static HashSet<string> Gone(List<XliffNode> content, UnitParts parts)
    {
        var inside = parts.Items.SelectMany(p => p.Inside.Prepend(p)).ToList();
        var referring = content.SelectMany(n => n switch { Matches matches => matches.Items, Glossary glossary => glossary.Inside, _ => [] }).Concat(inside.OfType<Annotation>());
        var gone = referring.Select(e => e.Attributes.ValueOf("ref")).OfType<string>().Where(r => r.StartsWith('#') && r.AsSpan().IndexOfAny('/', '=') < 0).Select(r => r[1..]).ToHashSet(StringComparer.Ordinal);
        gone.ExceptWith(inside.Select(e => e.Attributes.ValueOf("id")).OfType<string>());
        return gone;
    }

    private AttributeList Attributes(UnitParts parts)
    {
        // Approval is said by the states of segments: without a target there is none to say it.
        var isApproved = from.IsApproved != true || parts.IsTranslated;
        var carried = Carried.Back([.. from.Attributes.Where(a => a.Name is not { LocalName: "ignorables", Namespace: XliffNamespaces.Core20 })], XliffNamespaces.Core20);
        var isOurs = Carried.Has(from, XliffNamespaces.Core20) && carried.ValueOf("id") is { } own && taken.Add(own);
        return isOurs
            ? [.. Carried.Translated(Carried.Taken(carried, "name", carried.ValueOf("name"), from.Name), from.Attributes.ValueOf("translate")), .. Qualifier(), .. Mids(parts), .. Version2Writer.Native(from, from.Id == carried.ValueOf("id") ? "id" : "", "resname", "translate", isApproved ? "approved" : "")]
            : New(parts, isApproved);
    }

    private AttributeList New(UnitParts parts, bool isApproved)
    {
        var id = taken.Free(from.Id, "u");
        return
        [
            .. Carried.Own("id", id), .. Carried.Own("name", from.Name), .. Carried.Own("translate", from.Attributes.ValueOf("translate")),
            .. Qualifier(), .. Mids(parts),
            .. Version2Writer.Kept(from, "resname", "translate", id == from.Id ? "id" : "resname", isApproved ? "approved" : "resname"),
        ];
    }

    /// <summary>The marks' ids, for tools that know their segments by them.</summary>
    private static AttributeEntry[] Mids(UnitParts parts) =>
        parts.Mids.Count == 0 || parts.AreMidsOurs ? [] : [new AttributeEntry(new XliffName(Carried.Prefix1, "mids", XliffNamespaces.Version12), string.Join(' ', parts.Mids.Select(m => $"{m.Key}={m.Value}")))];

    private AttributeEntry[] Qualifier() =>
        from.Target?.StateQualifier is { } qualifier ? [new AttributeEntry(new XliffName(Carried.Prefix1, "state-qualifier", XliffNamespaces.Version12), qualifier)] : [];

    /// <summary>The notes, and comments among them.</summary>
    private List<XliffNode> NoteRun()
    {
        var nodes = from.Content.Where(n => n is not PlainText).ToList();
        var (first, last) = (nodes.FindIndex(n => n is Note), nodes.FindLastIndex(n => n is Note));
        return first < 0 ? [] : [.. nodes.GetRange(first, last - first + 1).Where(n => n is Note or Comment or ProcessingInstruction)];
    }

    private static bool IsCandidate(XliffNode node) => node is AlternativeTranslation { Target: not null };

    /// <summary>Whether an alternative still shows a candidate that travels along. What a tool changed in one is a candidate of its own.</summary>
    private bool IsCopy(AlternativeTranslation alternative) =>
        alternative.Of(XliffNamespaces.Core20, "copy") is not null && Shown[(alternative.Source?.InnerText, alternative.Target?.InnerText)]
            .Any(a => IsSame(a, alternative));

    /// <summary>Whether two elements say the same, of whatever types they are.</summary>
    private static bool IsSame(XliffNode left, XliffNode right) => (left, right) is (XliffElement one, XliffElement other)
        ? one.Tag.Equals(other.Tag) && one.Attributes == other.Attributes && one.Content.Count == other.Content.Count && one.Content.Zip(other.Content).All(p => IsSame(p.First, p.Second))
        : left.Equals(right);

    /// <summary>The candidates that travel along, as alternatives show them, by their words.</summary>
    private ILookup<(string?, string?), AlternativeTranslation> Shown => field ??= from.Elements.OfType<Matches>().SelectMany(m => m.Items)
        .Select(m => (AlternativeTranslation)Version1Writer.Alternative(m)).ToLookup(a => (a.Source?.InnerText, a.Target?.InnerText));

    /// <summary>The candidates of an alternative: one for each of its targets.</summary>
    private IEnumerable<Match> MatchesOf(AlternativeTranslation alternative, UnitParts parts)
    {
        var named = parts.Mids.FirstOrDefault(m => m.Value == alternative.Attributes.ValueOf("mid")).Key ?? parts.First.Id;
        return alternative.Elements.OfType<Target>().Select(t => new Version2Candidate(from, language, losses).Of(alternative, t, "#" + named));
    }
}
