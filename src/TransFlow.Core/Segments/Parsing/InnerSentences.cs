using Markdig;
using Markdig.Syntax;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>Reads pieces of an article as sentences with the markup of Markdown, where its parser sees none: titles of boxes, elements of HTML.</summary>
/// <param name="article">Takes what is found.</param>
/// <param name="document">Whose notes and definitions the sentences may name.</param>
/// <param name="named">Takes the definitions that they name.</param>
/// <param name="atoms">Takes the pieces.</param>
internal sealed class InnerSentences(Article article, MarkdownDocument document, HashSet<LinkReferenceDefinition> named, AtomList atoms)
{
    /// <summary>Reads what stands between two places.</summary>
    /// <param name="text">The article's text, with blanks for marks that are none of the sentences'.</param>
    /// <param name="at">Where they begin.</param>
    /// <param name="end">Where they end.</param>
    /// <returns>The numbers of the first of its pieces and behind the last; null when nothing stands there.</returns>
    public (int First, int End)? Read(string text, int at, int end)
    {
        var written = text.AsSpan(at, end - at);
        at += written.Length - written.TrimStart().Length;
        var sentences = written.Trim().ToString();
        var within = Shortcodes.Find(sentences, 0, article.Dialect);
        var (pieces, insets, addresses, pictures) = (new AtomList(), new List<Inset>(), new List<Address>(), new List<PictureMark>());
        if (Markdown.Parse(within.Masked, Pipelines.Sentences, InlinesOnly.Within(document)) is not [ParagraphBlock { Inline: { } inline }])
            return null;
        new InlineWalk(sentences, within, pieces, insets, addresses, pictures) { Named = named, BreaksLines = article.Dialect.BreaksLines }.Run(inline);
        var first = atoms.Count;
        foreach (var atom in pieces.Items)
        {
            if (atom is { Kind: not InlineKind.Close, Code: { } code })
                code.Move(at);
            atoms.Add(atom with { Start = atom.Start + at, End = atom.End + at });
        }

        pieces.Seal();
        article.Insets.AddRange(insets.Select(i => i with { Start = i.Start + at, End = i.End + at }));
        article.Addresses.AddRange(addresses.Select(a => a with { Start = a.Start + at, End = a.End + at }));
        article.Pictures.AddRange(pictures.Select(p => p with { Start = p.Start + at, End = p.End + at }));
        return (first, atoms.Count);
    }
}
