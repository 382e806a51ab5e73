using System.Globalization;

namespace TransFlow.Xliff;

/// <summary>Makes a candidate of XLIFF 2.0 of an alternative of 1.x.</summary>
/// <param name="unit">The translation unit that has the alternative.</param>
/// <param name="language">The document's target language.</param>
/// <param name="losses">Where to say what 2.0 cannot.</param>
internal sealed class Version2Candidate(TransUnit unit, string? language, List<string> losses)
{
    private static readonly string[] OfTarget = ["state", "state-qualifier"];

    /// <summary>The candidate.</summary>
    /// <param name="alternative">The alternative.</param>
    /// <param name="translation">Its target.</param>
    /// <param name="reference">The segment that it is for, as a fragment identifier.</param>
    public Match Of(AlternativeTranslation alternative, Target translation, string reference)
    {
        // A candidate has codes and data of its own, as a unit has.
        var data = new UnitData(unit.Elements.OfType<OriginalData>().SelectMany(d => d.Items));
        var inline = new Version2Inline(unit.Id, alternative.Inside.Select(e => e.Of(XliffNamespaces.Core20, "id")).OfType<string>(), data, losses);
        var (source, target) = (alternative.Source?.Content ?? unit.Source?.Content ?? [], translation.Content);
        var spoken = translation.Of(XliffNamespaces.Xml, "lang") ?? alternative.Of(XliffNamespaces.Xml, "lang");
        var isOther = spoken is not null && !string.Equals(spoken, language, StringComparison.OrdinalIgnoreCase);
        var made = new Match(reference)
        {
            Attributes = Attributes(alternative, translation, reference, isOther),
            Source = new Source { Content = inline.Of([source]).Content(source) },
            Target = new Target { Attributes = isOther ? [new AttributeEntry(new XliffName("xml", "lang", XliffNamespaces.Xml), spoken!)] : [], Content = inline.Of([target]).Content(target) },
        };
        Tell(translation);
        losses.AddRange(alternative.Elements.OfType<Source>().SelectMany(s => s.Attributes).Where(a => !a.Name.IsDeclaration && a.Name.Namespace != XliffNamespaces.Xml)
            .Select(a => $"The attribute '{a.Name}' of a candidate's source of the unit '{unit.Id}', for which 2.0 has no place, was left out."));
        // Codes that came from 2.0, and the unit's own source, refer to data of the unit.
        var used = made.Inside.SelectMany(e => e.Attributes).Where(a => a.Name.Is("dataRef") || a.Name.Is("dataRefStart") || a.Name.Is("dataRefEnd")).Select(a => a.Value).ToHashSet(StringComparer.Ordinal);
        return made with { Content = [.. OriginalData.Of([.. data.Items.Where(d => used.Contains(d.Id))]) is { } original ? new XliffNode[] { original } : [], .. made.Content, .. Rest(alternative)] };
    }

    private static AttributeList Attributes(AlternativeTranslation alternative, Target target, string reference, bool isOther)
    {
        var quality = alternative.Quality?.TrimEnd('%', ' ');
        return
        [
            .. Carried.Own("ref", reference), .. Carried.Own("origin", alternative.Origin),
            .. Carried.Own("matchQuality", decimal.TryParse(quality, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value <= 100 ? quality : null),
            .. Carried.Own("reference", isOther ? "yes" : null),
            .. OfTarget.Where(n => target.Attributes.ValueOf(n) is not null).Select(n => new AttributeEntry(new XliffName(Carried.Prefix1, n, XliffNamespaces.Version12), target.Attributes.ValueOf(n)!)),
            .. Version2Writer.Kept(alternative, "origin").Where(a => a.Name is not ({ Namespace: XliffNamespaces.Xml, LocalName: "lang" } or { Namespace: XliffNamespaces.Core20 })),
        ];
    }

    private void Tell(Target target) =>
        losses.AddRange(target.Attributes.Where(a => !a.Name.IsDeclaration && !OfTarget.Contains(a.Name.Written) && a.Name.Namespace != XliffNamespaces.Xml)
            .Select(a => $"The attribute '{a.Name}' of a candidate's target of the unit '{unit.Id}', for which 2.0 has no place, was left out."));

    /// <summary>Notes and whatever else an alternative holds, as extensions in the namespace of 1.2.</summary>
    private IEnumerable<XliffNode> Rest(AlternativeTranslation alternative)
    {
        losses.AddRange(alternative.Elements.OfType<Source>().Skip(1).Select(s => s.InnerText).Concat(alternative.Content.OfType<PlainText>().Select(t => t.Text).Where(t => !string.IsNullOrWhiteSpace(t)))
            .Select(w => $"'{w}' in a candidate of the unit '{unit.Id}', where 1.2 forbids it, was left out."));
        return alternative.Content.Where(n => n is not (Source or Target or PlainText)).Select(Carried.Named);
    }
}
