using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using TransFlow.Core.Articles;
using TransFlow.Core.Segments.Heads;
using TransFlow.Core.Segments.Parsing;
using TransFlow.Core.Segments.Sentences;
using TransFlow.Core.Segments.Units;

namespace TransFlow.Core.Segments;

/// <summary>Takes a Markdown article apart into units.</summary>
public static class MarkdownExtractor
{
    /// <summary>The code of a refusal that says that an article has no words.</summary>
    public const string NoWords = "empty-article";

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
            return new Refusal("srx-slow", $"A segmentation rule needs more than {e.MatchTimeout.TotalSeconds:0} seconds for one of its paragraphs: {e.Pattern}", "Nest no repetitions in the rule, and give long ones a limit; or make two paragraphs of that one.") { File = file };
        }
    }

    private static Outcome<Extraction> TakeApart(ReadOnlySpan<byte> article, string file, ExtractionOptions options)
    {
        if (!Decode(article, file).Try(out var text, out var refusal) || !HeadReader.Read(text, file).Try(out var head, out refusal))
            return refusal;

        var rules = options.FrontMatter ?? HeadPresets.For(head, options.Roles.Preset);
        if (!Article.TryParse(text, head.BodyStart, file, new Dialect(options.IsMdx || ArticleIdentity.IsMdx(file), options.BreaksLines) { InHtml = HtmlReading.Of(text, rules.Name == "jekyll") }).Try(out var body, out refusal))
            return refusal;
        var blocks = StandingBlocks.Find(text, body.Outline, options.Standing);
        var splitter = new Splitter(options.Language, options.Segmentation);
        var drafts = Body(text, body, splitter);
        if (!options.Standing.IsEmpty)
            drafts.RemoveAll(d => blocks.Any(b => b.Kind == BlockKind.Standing && b.Start <= d.Place.Start && d.Place.End <= b.Start + b.Length));
        var words = new List<UnitDraft>(drafts.Count + head.Scalars.Length);
        var values = new KeyValuePair<string, string>[head.Scalars.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var scalar = head.Scalars[i];
            values[i] = new(scalar.Key, scalar.Value);
            if (HeadPresets.IsTranslated(rules, options.Roles, scalar))
                words.Add(Value(scalar, splitter));
        }

        words.AddRange(drafts);
        if (words.Count == 0)
            return new Refusal(NoWords, "The article has no words.", "Write its text below the front matter, or name there with source.frontMatter.translate what readers see of it.") { File = file };
        var places = new UnitPlace[words.Count];
        for (var i = 0; i < places.Length; i++)
            places[i] = words[i].Place;
        var units = UnitNaming.Name(words, text, body, options);
        return new Extraction
        {
            Text = text,
            Language = options.Language,
            Rules = rules,
            FrontMatter = ImmutableCollectionsMarshal.AsImmutableArray(values),
            Units = units,
            Blocks = blocks,
            Findings = [.. KeptWords.Of(head, rules, options.Roles), .. body.SeenKinds.Select(SeenKind), .. body.KeptInTags.Select(KeptInTag), .. body.KeptInFormulas.Select(KeptInFormula), .. HeadingLinks.Of(text, body, units, places)],
            Head = head,
            Body = body,
            Places = ImmutableCollectionsMarshal.AsImmutableArray(places),
        };
    }

    /// <summary>Tells of a word that is the kind of a box: whatever stood in its place would be another kind.</summary>
    private static Finding SeenKind(string kind) =>
        new("kept-words", Severity.Warn, "", $"{kind}: readers see this kind of a box above it, and it is kept as it is. Write a title in quotation marks behind it, which can be translated.");

    /// <summary>Tells of words in a tag or in the first line of code.</summary>
    private static Finding KeptInTag(string words) =>
        new("kept-words", Severity.Warn, "", $"{words}: readers may see these words of a tag or of code, and they are kept as they are. Where the site has a label or an argument with a name and quotation marks for them, write them there, and they can be translated.");

    /// <summary>Tells of words in a formula.</summary>
    private static Finding KeptInFormula(string words) =>
        new("kept-words", Severity.Warn, "", $"{words}: readers see these words in a formula, and they are kept as they are. Write a sign in their place and say in the text what it means, and that can be translated.");

    private static Outcome<string> Decode(ReadOnlySpan<byte> article, string file)
    {
        // There are no more characters than bytes.
        var room = ArrayPool<char>.Shared.Rent(article.Length);
        var status = Utf8.ToUtf16(article, room, out var read, out var written, replaceInvalidSequences: false);
        var text = new string(room, 0, written);
        ArrayPool<char>.Shared.Return(room);
        if (status != OperationStatus.Done)
        {
            var line = article[..read].Count((byte)'\n') + 1;
            if (IsUtf16(article))
                return Wide(file);
            return new Refusal("not-utf8", "The file is not UTF-8.", "Save it as UTF-8; older editors call this CP949 or EUC-KR and can convert it.") { File = file, Line = line };
        }

        if (text.AsSpan().IndexOfAny(Unfit) is >= 0 and var at)
        {
            if (text[at] == '\0' && IsUtf16(article))
                return Wide(file);
            return new Refusal("control-character", $"The file holds the control character U+{(int)text[at]:X4}, which no interchange file can carry.", "Delete it.")
            {
                File = file,
                Line = text.AsSpan(0, at).Count('\n') + 1,
            };
        }

        return text;
    }

    private static Refusal Wide(string file) => new("not-utf8", "The file is UTF-16, not UTF-8.", "Save it as UTF-8; some editors call UTF-16 \"Unicode\".") { File = file, Line = 1 };

    /// <summary>Whether a file begins with the mark of UTF-16, or many of its bytes are zero, and most of these first, or second ones; a letter may have one, too.</summary>
    private static bool IsUtf16(ReadOnlySpan<byte> article)
    {
        if (article is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return true;
        var looked = Math.Min(article.Length, 1024);
        Span<int> zeros = [0, 0];
        for (var i = 0; i < looked; i++)
            zeros[i & 1] += article[i] == 0 ? 1 : 0;
        return zeros[0] + zeros[1] > 1 && Math.Min(zeros[0], zeros[1]) * 4 <= Math.Max(zeros[0], zeros[1]) && (zeros[0] + zeros[1]) * 16 > looked;
    }

    /// <summary>The units of the body, in order.</summary>
    private static List<UnitDraft> Body(string text, Article body, Splitter splitter)
    {
        var drafts = new List<UnitDraft>(body.Leaves.Count + body.Insets.Count);
        using var cutter = new LeafUnit(text, body, splitter);
        for (var i = 0; i < body.Leaves.Count; i++)
        {
            if (cutter.Cut(body.Leaves[i], i, i > 0 && cutter.IsImage(body.Leaves[i - 1])) is { } draft)
                drafts.Add(draft);
        }

        if (body.Insets.Count == 0)
            return drafts;
        foreach (var inset in body.Insets)
        {
            if (!inset.IsAddress)
                drafts.Add(cutter.Cut(inset));
        }

        var ordered = drafts.ToArray();
        var order = new long[ordered.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = ((long)ordered[i].Place.Start << 32) | (uint)i;
        Array.Sort(order, ordered);
        return [.. ordered];
    }

    private static UnitDraft Value(HeadScalar scalar, Splitter splitter) =>
        new(UnitKind.FrontMatter, scalar.Key, PlainUnits.Split(scalar, splitter), [], new UnitPlace(scalar.Start, scalar.Start + scalar.Length) { Scalar = scalar });
}
