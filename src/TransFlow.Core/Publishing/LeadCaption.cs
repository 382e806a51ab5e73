using System.Collections.Immutable;
using System.Text.RegularExpressions;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Publishing;

/// <summary>The caption under the lead picture, where the article has its words in the front matter alone.</summary>
internal static partial class LeadCaption
{
    private static readonly string[] Pictures = ["image.path", "image.url", "image.src", "image", "featured_image.url", "images", "cover.image", "thumbnail", "featured_image", "custom_fields.lead_image", "custom_fields.image"];
    private static readonly string[] Captions = ["image.caption", "featured_image.caption", "imageCaption", "image_caption", "params.caption", "cover.caption", "thumbnail_caption", "caption", "custom_fields.image_caption", "custom_fields.caption"];
    private static readonly string[] Credits = ["image.credit", "featured_image.credit", "imageCredit", "image_credit", "params.credit", "cover.credit", "credit", "custom_fields.image_credit", "custom_fields.credit"];

    /// <summary>The line under the picture; null when there is none to put in.</summary>
    public static BodyEdit? Edit(Extraction source, HouseStyle style, Edition edition)
    {
        if (style.Caption is not { } pattern || Pictures.Select(source.Value).FirstOrDefault(v => v is not null) is not { Length: > 0 } address)
            return null;
        var at = source.Blocks.IndexOf(source.Blocks.FirstOrDefault(b => b.Kind == BlockKind.Content && IsPicture(source.Text.AsSpan(b.Start, b.Length), address)));
        if (at < 0 || HasCaption(source, at) || Words(source, style, edition, Captions) is not { Length: > 0 } caption)
            return null;
        var block = source.Blocks[at];
        return new BodyEdit(block.Start + block.Length, 0, "\n\n" + Filled(pattern, caption, Words(source, style, edition, Credits)));
    }

    /// <summary>The units whose words the line has, the caption first; none when there is no line, or its words are nobody's to translate.</summary>
    public static ImmutableArray<Unit> UnitsOf(Extraction source, HouseStyle style, Edition edition) =>
        Edit(source, style, edition) is null ? [] : [.. new[] { Captions, Credits }.Select(keys => UnitOf(source, KeyOf(source, keys))).OfType<Unit>()];

    /// <summary>Fills the pattern; without a credit, what is in brackets around it goes too.</summary>
    private static string Filled(string pattern, string caption, string? credit)
    {
        var line = credit is { Length: > 0 } ? pattern.Replace("{credit}", MarkdownText.Escape(credit), StringComparison.Ordinal) : Bracketed().Replace(pattern, "").Replace("{credit}", "", StringComparison.Ordinal);
        return line.Replace("{caption}", MarkdownText.Escape(caption), StringComparison.Ordinal).Trim();
    }

    private static bool IsPicture(ReadOnlySpan<char> block, string address) =>
        block.StartsWith("![", StringComparison.Ordinal) && block.EndsWith(")", StringComparison.Ordinal) && !block.Contains('\n') && block.Contains(address, StringComparison.Ordinal);

    private static bool HasCaption(Extraction source, int at)
    {
        if (at + 1 >= source.Blocks.Length)
            return false;
        var next = source.Blocks[at + 1];
        return source.Units.Zip(source.Places).Any(u => u.First.Kind == UnitKind.Caption && u.Second.Start >= next.Start && u.Second.End <= next.Start + next.Length);
    }

    /// <summary>A front matter value in the edition's language, set as the style sets it there.</summary>
    private static string? Words(Extraction source, HouseStyle style, Edition edition, string[] keys)
    {
        if (KeyOf(source, keys) is not { } key)
            return null;
        if (UnitOf(source, key) is not { } unit)
            return source.Value(key);
        ImmutableArray<Content?> targets = [.. edition.Segments.Where(s => s.UnitId == unit.Id).OrderBy(s => s.Index).Select(s => s.Target ?? s.Source)];
        var styled = new StyledTargets(style, edition, source).Of(unit, isHtmlAttribute: false, targets).Targets().Select(t => t?.Text.Trim() ?? "");
        return string.Join(SentenceSpace.Of(edition.Language), styled.Where(t => t.Length > 0));
    }

    private static string? KeyOf(Extraction source, string[] keys) => keys.FirstOrDefault(k => !string.IsNullOrWhiteSpace(source.Value(k)));

    private static Unit? UnitOf(Extraction source, string? key) => source.Units.FirstOrDefault(u => u.Kind == UnitKind.FrontMatter && u.Key == key);

    [GeneratedRegex(@"\s*[(（][^()（）]*\{credit\}[^()（）]*[)）]")]
    private static partial Regex Bracketed();
}
