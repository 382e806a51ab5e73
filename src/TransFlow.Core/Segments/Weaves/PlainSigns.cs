using System.Buffers;
using System.Text.RegularExpressions;
using TransFlow.Core.Segments.Parsing;

namespace TransFlow.Core.Segments.Weaves;

/// <summary>
/// Runs of signs that a block of the source has as plain text, and that mean something to its site: links by labels that are defined in another file
/// (<c>[words][label]</c>, <c>[^label]</c>), what stands lower (<c>CO~2~</c>), changes of CriticMarkup (<c>{++words++}</c>) and ruby (<c>{words|reading}</c>).
/// A target that has the same has them as they are typed.
/// </summary>
/// <param name="text">The source article.</param>
/// <param name="leaf">The block.</param>
internal sealed partial class PlainSigns(string text, Leaf leaf)
{
    private static readonly SearchValues<char> Beginnings = SearchValues.Create("[~{");

    private HashSet<string>? _runs;

    /// <summary>The block.</summary>
    public Leaf Leaf { get; } = leaf;

    /// <summary>Whether there may be such a run in words.</summary>
    /// <param name="words">The words.</param>
    public static bool MayStandIn(string words) => words.AsSpan().ContainsAny(Beginnings);

    /// <summary>The places of the signs in a target's words that stay as they are typed; null for none.</summary>
    /// <param name="words">The words.</param>
    public HashSet<int>? In(string words)
    {
        HashSet<int>? kept = null;
        foreach (Match run in Run().Matches(words))
        {
            if (!(_runs ??= OfSource()).Contains(Key(run.ValueSpan)))
                continue;
            var start = words[run.Index] == ']' ? Opening(words, run.Index) : run.Index;
            if (start < 0 || (words[start] == '{' && SiteTag.MayBegin(words, start)))
                continue;
            kept ??= [];
            kept.Add(start);
            if (words[start] == '~')
                kept.Add(run.Index + run.Length - 1);
        }

        return kept;
    }

    /// <summary>The runs of the source that stand there as they are, neither escaped nor in codes.</summary>
    private HashSet<string> OfSource()
    {
        var runs = new HashSet<string>(StringComparer.Ordinal);
        foreach (ref readonly var atom in Leaf.Atoms)
        {
            if (atom is not { Kind: InlineKind.Text, Text: null })
                continue;
            foreach (Match run in Run().Matches(text[atom.Start..atom.End]))
                runs.Add(Key(run.ValueSpan));
        }

        runs.Remove("");
        return runs;
    }

    /// <summary>What two runs have in common that mean the same: labels and what stands lower, letter for letter; of braces the signs within them. Nothing for braces without any.</summary>
    private static string Key(ReadOnlySpan<char> run)
    {
        if (run[0] != '{')
            return run.ToString();
        var inner = run[1..^1];
        var width = char.IsAsciiLetterOrDigit(inner[0]) || !char.IsAscii(inner[0]) || inner[0] == ' ' ? 0 : inner.IndexOfAnyExcept(inner[0]);
        if (width > 0 && inner.Length > width * 2 && !inner[^width..].ContainsAnyExcept(inner[0]))
            return $"{{{inner[..width]}}}";
        return width == 0 && inner.Count('|') == 1 && inner.IndexOf('|') is > 0 and var bar && bar < inner.Length - 1 ? "{|}" : "";
    }

    /// <summary>Where the bracket opens that closes at a place; -1 for none.</summary>
    private static int Opening(string words, int close) => close > 0 && words.AsSpan(0, close).LastIndexOfAny('[', ']') is >= 0 and var open && open < close - 1 && words[open] == '[' ? open : -1;

    [GeneratedRegex(@"\[[^\[\]\r\n]{1,200}\]\[\]|\]\[[^\[\]\r\n]{1,200}\]|\[\^[^\[\]\s]{1,200}\](?!:)|(?<!~)~[^~\s]{1,200}~(?!~)|\{[^{}\r\n]{1,1000}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Run();
}
