using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using TransFlow.Core.Segments.Heads;
using TransFlow.Core.Segments.Parsing;
using TransFlow.Core.Segments.Sentences;
using TransFlow.Core.Segments.Units;

namespace TransFlow.Core.Segments;

/// <summary>Takes a Markdown article apart into units.</summary>
public static class MarkdownExtractor
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>What XML cannot carry.</summary>
    private static readonly SearchValues<char> Unfit = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(c => (char)c).Where(c => c is not ('\t' or '\n' or '\r')), '\uFFFE', '\uFFFF']);

    /// <summary>Takes an article apart.</summary>
    /// <param name="article">The article's bytes: UTF-8, with or without byte order mark.</param>
    /// <param name="file">The article's name as people know it, for refusals.</param>
    /// <param name="options">Language, front matter rules, boilerplate.</param>
    /// <returns>The extraction; refused when the bytes are not UTF-8, the front matter is broken, there are no words, or a segmentation rule takes too long.</returns>
    public static Outcome<Extraction> Extract(ReadOnlySpan<byte> article, string file, ExtractionOptions options)
    {
        try
        {
            return TakeApart(article, file, options);
        }
        catch (RegexMatchTimeoutException e)
        {
            return new Refusal("srx-slow", $"A segmentation rule needs more than {e.MatchTimeout.TotalSeconds:0} seconds for one of its paragraphs: {e.Pattern}", "Write the rule without nested repetitions.") { File = file };
        }
    }

    private static Outcome<Extraction> TakeApart(ReadOnlySpan<byte> article, string file, ExtractionOptions options)
    {
        if (!Decode(article, file).Try(out var text, out var refusal) || !HeadReader.Read(text, file).Try(out var head, out refusal))
            return refusal;

        var rules = options.FrontMatter ?? HeadPresets.For(head, options.Roles.Preset);
        if (!Article.TryParse(text, head.BodyStart, file).Try(out var body, out refusal))
            return refusal;
        var blocks = StandingBlocks.Find(text, body.Outline, options.Standing);
        var standing = blocks.Where(b => b.Kind == BlockKind.Standing).Select(b => (b.Start, End: b.Start + b.Length)).ToList();
        Splitter split = words => SentenceSplitter.Split(words, options.Language, options.Segmentation);
        var drafts = Body(text, body, split)
            .Where(d => !standing.Exists(s => s.Start <= d.Place.Start && d.Place.End <= s.End))
            .OrderBy(d => d.Place.Start).ToList();
        if (drafts.Count == 0)
            return new Refusal("empty-article", "The article has no words.", "Write its text below the front matter.") { File = file };

        drafts.InsertRange(0, head.Scalars.Where(s => HeadPresets.IsTranslated(rules, options.Roles, s)).Select(s => Value(s, split)));
        return new Extraction
        {
            Text = text,
            Language = options.Language,
            Rules = rules,
            FrontMatter = [.. head.Scalars.Select(s => KeyValuePair.Create(s.Key, s.Value))],
            Units = UnitNaming.Name(drafts, options),
            Blocks = blocks,
            Findings = [],
            Head = head,
            Body = body,
            Places = [.. drafts.Select(d => d.Place)],
        };
    }

    private static Outcome<string> Decode(ReadOnlySpan<byte> article, string file)
    {
        string text;
        try
        {
            text = Strict.GetString(article);
        }
        catch (DecoderFallbackException e)
        {
            var line = article[..Math.Clamp(e.Index, 0, article.Length)].Count((byte)'\n') + 1;
            return new Refusal("not-utf8", "The file is not UTF-8.", "Save it as UTF-8; older editors call this CP949 or EUC-KR and can convert it.") { File = file, Line = line };
        }

        if (text.AsSpan().IndexOfAny(Unfit) is >= 0 and var at)
        {
            return new Refusal("control-character", $"The file holds the control character U+{(int)text[at]:X4}, which no interchange file can carry.", "Delete it.")
            {
                File = file,
                Line = text.AsSpan(0, at).Count('\n') + 1,
            };
        }

        return text;
    }

    private static IEnumerable<UnitDraft> Body(string text, Article body, Splitter split)
    {
        var cutter = new LeafUnit(text, body.Blank, split);
        for (var i = 0; i < body.Leaves.Count; i++)
        {
            if (cutter.Cut(body.Leaves[i], i, i > 0 && LeafUnit.IsImage(body.Leaves[i - 1])) is { } draft)
                yield return draft;
        }

        foreach (var inset in body.Insets)
            yield return new UnitDraft(inset.Kind, inset.Key, [.. PlainUnits.Split(inset.Text, split)], [], new UnitPlace(inset.Start, inset.End) { Inset = inset });
    }

    private static UnitDraft Value(HeadScalar scalar, Splitter split) =>
        new(UnitKind.FrontMatter, scalar.Key, [.. PlainUnits.Split(scalar.Value, split)], [], new UnitPlace(scalar.Start, scalar.Start + scalar.Length) { Scalar = scalar });
}
