using System.Collections.Immutable;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Publishing;

/// <summary>What stands around the article's own words: credits, standing text, the link to the original.</summary>
internal static class Furniture
{
    /// <summary>The body edits that turn the source's furniture into the target's.</summary>
    public static ImmutableArray<BodyEdit> Edits(Extraction source, HouseStyle style, Credits credits, Edition edition, string? sourceUrl)
    {
        var edits = ImmutableArray.CreateBuilder<BodyEdit>();
        var blocks = source.Blocks;
        var end = blocks.IsEmpty ? source.Text.Length : blocks[^1].Start + blocks[^1].Length;
        var first = FirstStanding(blocks);
        var closing = new List<string>();

        if (LeadCaption.Edit(source, style, edition) is { } caption)
            edits.Add(caption);
        List<string> ending = [.. edition.Notices.Select(n => Said(n, style))];
        if (style.Credits is { } template && credits.Fill(template, style.Names ?? NameList.OfLanguage(edition.Language), edition.Language, PageFacts.DateOf(source) is { } date ? style.Date.Of(date) : null) is { } line)
            ending.Add(line);
        if (first < blocks.Length && ending.Count > 0)
            edits.Add(new BodyEdit(blocks[first].Start, 0, string.Join("\n\n", ending) + "\n\n"));
        else
            closing.AddRange(ending);

        var placed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in blocks.Where(b => b.Kind == BlockKind.Standing))
        {
            var text = style.Boilerplate.FirstOrDefault(b => b.Name == block.Standing);
            edits.Add(text is null ? Removal(source.Text, block) : new BodyEdit(block.Start, block.Length, text.Markdown.Trim()));
            placed.Add(block.Standing!);
        }

        var missing = style.Boilerplate.Where(b => !placed.Contains(b.Name)).Select(b => b.Markdown.Trim()).ToList();
        if (missing.Count > 0 && placed.Count == 0)
            closing.Add("---");
        closing.AddRange(missing);
        if (style.ReadIn is { } read && sourceUrl is not null)
            closing.Add(read.Replace("{source_url}", sourceUrl, StringComparison.Ordinal));
        if (closing.Count > 0)
            edits.Add(new BodyEdit(end, 0, "\n\n" + string.Join("\n\n", closing)));
        return edits.ToImmutable();
    }

    /// <summary>What the page says of an earlier change.</summary>
    private static string Said(Notice notice, HouseStyle style) => (notice.Kind == CorrectionKind.Update ? style.Update : style.Correction)
        .Replace("{date}", MarkdownText.Escape(style.Date.Of(notice.Date)), StringComparison.Ordinal)
        .Replace(notice.Kind == CorrectionKind.Update ? "{update}" : "{correction}", MarkdownText.Escape(Styled(notice.Text, style)), StringComparison.Ordinal);

    /// <summary>What somebody wrote on it, on one line and with the quotation marks of the house.</summary>
    private static string Styled(string line, HouseStyle style)
    {
        var words = new UnitWords([Content.Of(string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))]);
        return style.Quotes?.Set(words) == true ? string.Concat(words.Now) : words.Text;
    }

    /// <summary>The place of the rule that sets the standing text apart, else of the first standing text, else the number of blocks.</summary>
    private static int FirstStanding(ImmutableArray<Block> blocks)
    {
        for (var i = 0; i < blocks.Length; i++)
        {
            if (blocks[i].Kind == BlockKind.Standing)
                return i > 0 && blocks[i - 1].Kind == BlockKind.ThematicBreak ? i - 1 : i;
        }

        return blocks.Length;
    }

    private static BodyEdit Removal(string text, Block block)
    {
        var end = block.Start + block.Length;
        while (end < text.Length && text[end] is '\r' or '\n')
            end++;
        return new BodyEdit(block.Start, end - block.Start, "");
    }
}
