using System.Collections.Immutable;
using TransFlow.Core.Segments.Parsing;

namespace TransFlow.Core.Segments;

/// <summary>Finds boilerplate among the top-level blocks of an article.</summary>
internal static class StandingBlocks
{
    /// <summary>The blocks, those that together equal a standing text taken as one.</summary>
    public static ImmutableArray<Block> Find(string text, List<Block> outline, ImmutableArray<StandingText> standing)
    {
        if (standing.IsEmpty)
            return [.. outline];
        var wanted = standing.Select(s => (s.Name, Blocks: Blocks(s.Markdown))).Where(s => s.Blocks.Count > 0).ToList();
        var found = ImmutableArray.CreateBuilder<Block>();
        for (var i = 0; i < outline.Count;)
        {
            var (name, blocks) = wanted.Find(s => StandsAt(text, outline, i, s.Blocks));
            if (name is null)
            {
                found.Add(outline[i++]);
                continue;
            }

            var last = outline[i + blocks.Count - 1];
            found.Add(new Block(BlockKind.Standing, outline[i].Start, last.Start + last.Length - outline[i].Start, name));
            i += blocks.Count;
        }

        return found.ToImmutable();
    }

    private static List<string> Blocks(string markdown) =>
        [.. Article.Parse(markdown, 0, default).Outline.Select(b => Bare(markdown, b))];

    private static bool StandsAt(string text, List<Block> outline, int at, List<string> blocks) =>
        at + blocks.Count <= outline.Count && !blocks.Where((b, i) => Bare(text, outline[at + i]) != b).Any();

    private static string Bare(string text, Block block) =>
        string.Join('\n', text.Substring(block.Start, block.Length).Split('\n').Select(l => l.Trim())).Normalize();
}
