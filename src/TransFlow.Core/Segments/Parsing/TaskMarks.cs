using Markdig;
using Markdig.Extensions.TaskLists;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>
/// Marks of tasks (GFM 0.29, 5.3): they begin the first paragraph of an item of a list, and white space stands behind them. Elsewhere <c>[X]</c> is words,
/// or those of a link, as in <c>- [X](https://x.com/desk)</c>, which the parser's own sort takes for marks, too.
/// </summary>
internal sealed class TaskMarks : IMarkdownExtension
{
    private readonly TaskListExtension _tasks = new();

    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        _tasks.Setup(pipeline);
        pipeline.InlineParsers.Replace<TaskListInlineParser>(new Parser());
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) => _tasks.Setup(pipeline, renderer);

    private sealed class Parser : TaskListInlineParser
    {
        private const int Width = 3;

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            // The slice ends with the paragraph, where a zero is read; a mark alone is one, too.
            var begins = processor.Root is { FirstChild: null } && processor.Block is ParagraphBlock { Parent: ListItemBlock item } && item[0] == processor.Block;
            return begins && slice.PeekCharExtra(Width) is '\0' or ' ' or '\t' or '\n' or '\r' && base.Match(processor, ref slice);
        }
    }
}
