using System.Buffers;
using Markdig;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>
/// Tables by the rule of GFM (0.29, 4.10): a line of cells, a line of as many delimiters, and whatever lines follow up to an empty one or
/// another block, with bars or without. They are made of a paragraph's lines once it is whole, before anything inside it is parsed, so that
/// marks never reach from cell to cell. Lines each of which begins with a bar are rows for kramdown without a header, too, and lines of a poem for Pandoc; they stay lines.
/// </summary>
internal sealed class GfmTables : IMarkdownExtension
{
    /// <summary>What a line between rows is made of.</summary>
    private static readonly SearchValues<char> RuleSigns = SearchValues.Create("|+-=: \t");

    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        // It keeps delimiters that begin like a list from being one.
        pipeline.BlockParsers.Insert(0, new PipeTableBlockParser());
        pipeline.BlockParsers.Replace<DefinitionListParser>(new DefinitionsBesideTables());
        pipeline.BlockParsers.FindExact<ParagraphBlockParser>()!.Closed += Cut;
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    /// <summary>A cell of a table without a header: for GFM its words stand in one paragraph with those of the others.</summary>
    public sealed class LooseCell : TableCell;

    /// <summary>Takes the table out of a paragraph that has one, or out of what looks like a heading because a rule stands under the table.</summary>
    private static void Cut(BlockProcessor processor, Markdig.Syntax.Block block)
    {
        if (block is not LeafBlock { Lines.Count: > 1, Parent: { } parent } leaf)
            return;
        if (Delimiters(leaf.Lines, out var splitsCode) is not (>= 0 and var delimiters))
        {
            if (leaf is ParagraphBlock && AreRows(leaf.Lines))
                parent[Place(parent, leaf)] = Rows(leaf.Lines);
            return;
        }

        var header = Math.Max(0, delimiters - 1);
        var table = new Table { Span = new SourceSpan(leaf.Lines.Lines[header].Slice.Start, leaf.Lines.Lines[leaf.Lines.Count - 1].Slice.End) };
        for (var i = header; i < leaf.Lines.Count; i++)
        {
            if (i != delimiters)
                Row(table, leaf.Lines.Lines[i], splitsCode, isLoose: false);
        }

        var at = Place(parent, leaf);
        parent[at] = table;
        if (leaf is HeadingBlock { Level: 2 } heading)
            parent.Insert(at + 1, new ThematicBreakBlock(heading.Parser!) { Span = new SourceSpan(heading.Span.End + 1 - heading.HeaderCharCount, heading.Span.End) });
        if (header > 0)
            parent.Insert(at, Before(leaf, header));
    }

    private static int Place(ContainerBlock parent, LeafBlock leaf)
    {
        var at = parent.Count - 1;
        while (parent[at] != leaf)
            at--;
        return at;
    }

    /// <summary>Whether all lines of a paragraph begin with a bar; a list of attributes may be the first or the last.</summary>
    private static bool AreRows(in StringLineGroup lines)
    {
        var rows = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines.Lines[i].Slice.AsSpan().Trim();
            if (line.StartsWith('|'))
                rows++;
            else if (!((i == 0 || (i > 1 && i == lines.Count - 1)) && Shortcodes.IsHidden(line)))
                return false;
        }

        return rows > 0;
    }

    private static Table Rows(in StringLineGroup lines)
    {
        var table = new Table { Span = new SourceSpan(lines.Lines[0].Slice.Start, lines.Lines[lines.Count - 1].Slice.End) };
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines.Lines[i].Slice.AsSpan().ContainsAnyExcept(RuleSigns))
                Row(table, lines.Lines[i], splitsCode: false, isLoose: true);
        }

        return table;
    }

    /// <summary>The lines before a table, which are a paragraph, or rows.</summary>
    private static Markdig.Syntax.Block Before(LeafBlock leaf, int header)
    {
        var lines = new StringLineGroup(header);
        for (var i = 0; i < header; i++)
            lines.Add(leaf.Lines.Lines[i]);
        if (AreRows(lines))
            return Rows(lines);
        return new ParagraphBlock { Lines = lines, Span = new SourceSpan(leaf.Span.Start, lines.Lines[header - 1].Slice.End) };
    }

    /// <summary>The cells of a line that have anything in them. Nobody asks for the rows.</summary>
    private static void Row(Table table, in StringLine line, bool splitsCode, bool isLoose)
    {
        var text = line.Slice.AsSpan();
        for (var at = First(text); at < text.Length;)
        {
            var end = CellEnd(text, at, splitsCode);
            var words = text[at..end];
            if (!words.IsWhiteSpace())
            {
                var start = line.Slice.Start + at + (words.Length - words.TrimStart().Length);
                var slice = new StringSlice(line.Slice.Text, start, start + words.Trim().Length - 1);
                var cell = isLoose ? new LooseCell() : new TableCell();
                cell.Span = new SourceSpan(slice.Start, slice.End);
                var lines = new StringLineGroup(1);
                lines.Add(new StringLine(ref slice, line.Line, line.Column, line.Position, line.NewLine));
                cell.Add(new ParagraphBlock { Lines = lines, Span = cell.Span });
                table.Add(cell);
            }

            at = end + 1;
        }
    }

    /// <summary>The number of the line of delimiters; -1 when there is none. One at the very beginning is that of a table without a header, as some site generators have it.</summary>
    private static int Delimiters(in StringLineGroup lines, out bool splitsCode)
    {
        splitsCode = false;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines.Lines[i].Slice.AsSpan();
            if (line is not ['|' or '-' or ':', ..] || Delimiters(line) is not (> 0 and var count))
                continue;
            if (i == 0 && line[0] == '|')
                return 0;
            if (i == 0)
                continue;
            var header = lines.Lines[i - 1].Slice.AsSpan();
            if (Cells(header, false) == count)
                return i;
            splitsCode = Cells(header, true) == count;
            if (splitsCode)
                return i;
        }

        return -1;
    }

    /// <summary>How many delimiters a line has; 0 when it has anything else.</summary>
    private static int Delimiters(ReadOnlySpan<char> line)
    {
        if (line.ContainsAnyExcept("|-: \t"))
            return 0;
        var count = 0;
        for (var at = First(line); at < line.Length; count++)
        {
            var end = CellEnd(line, at, true);
            var cell = line[at..end].Trim(" \t");
            at = end + 1;
            // White space behind the last bar is no cell.
            if (cell.IsEmpty && at > line.Length && count > 0)
                break;
            cell = cell.StartsWith(':') ? cell[1..] : cell;
            cell = cell.EndsWith(':') ? cell[..^1] : cell;
            if (cell.IsEmpty || cell.ContainsAnyExcept('-'))
                return 0;
        }

        return count;
    }

    private static int Cells(ReadOnlySpan<char> line, bool splitsCode)
    {
        line = line.TrimEnd();
        var count = 0;
        for (var at = First(line); at < line.Length; count++)
            at = CellEnd(line, at, splitsCode) + 1;
        return count;
    }

    private static int First(ReadOnlySpan<char> line)
    {
        var at = line.Length - line.TrimStart(" \t").Length;
        return at < line.Length && line[at] == '|' ? at + 1 : at;
    }

    /// <summary>The bar that ends a cell, or the end of the line. A bar in code ends none where the table comes out right without it.</summary>
    private static int CellEnd(ReadOnlySpan<char> line, int from, bool splitsCode)
    {
        for (var at = from; at < line.Length; at++)
        {
            if (line[at] == '|')
                return at;
            if (line[at] == '\\')
                at++;
            else if (line[at] == '`' && !splitsCode)
                at = CodeEnd(line, at);
        }

        return line.Length;
    }

    /// <summary>The last backtick of the code that begins at a place; the last of those that begin it when it does not end.</summary>
    private static int CodeEnd(ReadOnlySpan<char> line, int from)
    {
        var width = Run(line, from);
        for (var at = from + width; line[at..].IndexOf('`') is >= 0 and var skip;)
        {
            at += skip;
            var run = Run(line, at);
            if (run == width)
                return at + run - 1;
            at += run;
        }

        return from + width - 1;
    }

    private static int Run(ReadOnlySpan<char> line, int from) => line[from..].IndexOfAnyExcept('`') is >= 0 and var width ? width : line.Length - from;

    /// <summary>A line of a table is no term, and what stands under it like a definition is another line of it.</summary>
    private sealed class DefinitionsBesideTables : DefinitionListParser
    {
        /// <inheritdoc/>
        public override bool CanInterrupt(BlockProcessor processor, Markdig.Syntax.Block block) =>
            processor.PeekChar(1) is not (' ' or '\t') || block is not ParagraphBlock { Lines.Count: > 1 } paragraph || Delimiters(paragraph.Lines, out _) < 0;
    }
}
