using System.Collections.Immutable;
using TransFlow.Core.Articles;
using TransFlow.Core.Segments;
using TransFlow.Core.Segments.Units;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Publishing;

/// <summary>Makes the finished page of an edition out of the source article, the targets and the house style.</summary>
/// <param name="style">The language's house style.</param>
/// <param name="sourceUrl">The public address of the original; null when it has none.</param>
/// <param name="site">The site's address, for <c>{site}</c>.</param>
public sealed class EditionPage(HouseStyle style, string? sourceUrl, string site = "")
{
    /// <summary>Makes the page.</summary>
    /// <param name="source">The source article, of the edition's revision.</param>
    /// <param name="edition">The edition; every segment has a target.</param>
    /// <param name="credits">Who is named.</param>
    /// <param name="path">Where the page goes, relative to the publication folder.</param>
    /// <returns>The page; refused when a unit's words or codes do not fit their place.</returns>
    public Outcome<Publication> Make(Extraction source, Edition edition, Credits credits, string path)
    {
        var own = OwnUrl(source);
        var original = style.ReadIn is null ? null : sourceUrl;
        var options = new WeaveOptions(edition.Language)
        {
            FrontMatter = FrontMatter(source, edition, credits, original, own),
            ValueTarget = style.FrontMatter.IsEmpty ? null : (key, value) => Mapped(source, key, value),
            LinkTarget = address => Longest(style.Links, address) ?? address,
            LeavesOutEmptiedLinks = true,
            Body = Furniture.Edits(source, style, credits, edition, sourceUrl),
        };
        var styling = new StyledTargets(style, edition, source);
        var plain = Targets(edition);
        var styled = styling.IsIdle ? plain : Styled(source, plain, styling);
        var weaving = MarkdownWeaver.Weave(source, styled, options);
        var findings = styling.Findings.ToList();
        if (!weaving.IsSound && !styling.IsIdle)
        {
            // Whatever is wrong with the words themselves is told of the words themselves.
            var unsound = weaving.Findings.Where(f => f.Severity == Severity.Block).Select(f => f.UnitId).ToHashSet(StringComparer.Ordinal);
            weaving = MarkdownWeaver.Weave(source, styled.ToDictionary(u => u.Key, u => unsound.Contains("") || unsound.Contains(u.Key) ? plain[u.Key] : u.Value, StringComparer.Ordinal), options);
            findings.AddRange(source.Units.Where(u => unsound.Contains(u.Id)).Select(u => new Finding("style-left-out", Severity.Warn, u.Id, $"{u.Name}: with the house style it would read as other markup than the source's, so that it is left out there.")));
        }

        if (weaving.Findings.FirstOrDefault(f => f.Severity == Severity.Block) is { } block)
        {
            return source.Units.FirstOrDefault(u => u.Id == block.UnitId)?.Name is { } name
                ? new Refusal("not-sound", block.Said, $"Mend it in the editor's file, or send it back: transflow send-back {edition.Article} -l {edition.Language} --unit {name} --reason …")
                : new Refusal("not-sound", block.Said, $"Mend it in the editor's file, or send it back: transflow send-back {edition.Article} -l {edition.Language} --reason …");
        }

        if (style.ReadIn?.Contains("{source_url}", StringComparison.Ordinal) == true && sourceUrl is null)
            findings.Add(new Finding("no-original", Severity.Warn, "", "The page has no link to the original, because nothing says where the original is: give the settings 'source.url'."));
        return new Publication(edition.Article, edition.Language, path, weaving.Text, edition.Fingerprint) { Findings = [.. weaving.Findings, .. findings, .. NotMapped(source), .. OtherWords(source, plain)], Address = own, Original = original, Addresses = Addresses(source, edition.Language, path), OfOriginal = OfOriginal(source, path) };
    }

    /// <summary>What the house style cannot set in the words that there are, be they all or not.</summary>
    /// <param name="source">The source article, of the edition's revision.</param>
    /// <param name="edition">The edition.</param>
    /// <returns>The findings, each with its unit.</returns>
    public ImmutableArray<Finding> StyleFindings(Extraction source, Edition edition)
    {
        var styling = new StyledTargets(style, edition, source);
        var targets = Targets(edition);
        if (!styling.IsIdle)
            Styled(source, targets, styling);
        return [.. styling.Findings, .. OtherWords(source, targets)];
    }

    private static Dictionary<string, ImmutableArray<Content?>> Targets(Edition edition) =>
        edition.Segments.GroupBy(s => s.UnitId, StringComparer.Ordinal)
            .ToDictionary(unit => unit.Key, unit => unit.OrderBy(s => s.Index).Select(s => s.Target).ToImmutableArray(), StringComparer.Ordinal);

    private static Dictionary<string, ImmutableArray<Content?>> Styled(Extraction source, Dictionary<string, ImmutableArray<Content?>> targets, StyledTargets styling)
    {
        var units = Places(source);
        return targets.ToDictionary(t => t.Key, t => units.TryGetValue(t.Key, out var unit) ? styling.Of(unit.First, IsHtmlAttribute(unit.Second), t.Value).Targets() : t.Value, StringComparer.Ordinal);
    }

    private static Dictionary<string, (Unit First, UnitPlace Second)> Places(Extraction source) => source.Units.Zip(source.Places).ToDictionary(u => u.First.Id, StringComparer.Ordinal);

    private static bool IsHtmlAttribute(UnitPlace place) => place.Inset is { IsHtml: true };

    /// <summary>
    /// Finds, for what somebody changed in a published file, the segments to which it belongs, and tells all that belongs to none. What
    /// counts is the page as it was published, whatever settings make of it today.
    /// </summary>
    /// <param name="source">The source article, of the revision that is live.</param>
    /// <param name="live">The edition with the words that are live.</param>
    /// <param name="published">The page as it was published.</param>
    /// <param name="hand">The file as it is now.</param>
    /// <param name="file">Its name, for refusals.</param>
    /// <returns>The changes in the order of the page; refused when the page that was published cannot be read.</returns>
    public Outcome<ImmutableArray<HandChange>> HandChanges(Extraction source, Edition live, string published, ReadOnlySpan<byte> hand, string file)
    {
        var keys = source.Units.Where(u => u.Kind == UnitKind.FrontMatter).Select(u => u.Key!).Distinct(StringComparer.Ordinal).ToImmutableArray();
        // Standing texts are blocks like others here, so that a change of one is seen for what it is.
        var options = new ExtractionOptions(live.Language)
        {
            FrontMatter = source.Rules,
            IsMdx = source.Body.IsMdx,
            BreaksLines = source.Body.Dialect.BreaksLines,
            Roles = new FrontMatterRoles { Translate = keys, Keep = [.. source.FrontMatter.Select(v => v.Key).Except(keys, StringComparer.Ordinal)] },
        };
        if (!MarkdownExtractor.Extract(OneLineEnd(System.Text.Encoding.UTF8.GetBytes(published)), file, options).Try(out var was, out var refusal))
            return refusal;
        if (!MarkdownExtractor.Extract(OneLineEnd(hand), file, options).Try(out var now, out var unread))
            return ImmutableArray.Create(new HandChange("whole page", $"{was.Units.FirstOrDefault()?.Text} …", "") { Bar = HandChangeBar.Unreadable, Unread = unread });
        var known = source.Units.Select(u => u.Id).ToHashSet(StringComparer.Ordinal);
        var targets = Targets(live).Where(t => known.Contains(t.Key) && t.Value.Any(c => c is { IsEmpty: false })).ToDictionary(StringComparer.Ordinal);
        var changes = new HandChanges(source, targets, LeadCaption.UnitsOf(source, style, live), live.Language).Between(was, now);
        if (!changes.IsEmpty || hand.SequenceEqual(System.Text.Encoding.UTF8.GetBytes(published)))
            return changes;
        if (hand.IndexOf("\r\n"u8) >= 0 != published.Contains("\r\n", StringComparison.Ordinal))
            return ImmutableArray.Create(new HandChange("line ends", "", "") { Bar = HandChangeBar.LineEnds });
        var (old, other) = Publishing.HandChanges.Differing(was.Text, now.Text) ?? ("", "");
        return ImmutableArray.Create(new HandChange("whole page", old, other) { Bar = HandChangeBar.Unseen });
    }

    /// <summary>A page without the carriage returns that an editor on Windows puts in: no words hang on them.</summary>
    private static byte[] OneLineEnd(ReadOnlySpan<byte> page)
    {
        var lines = new byte[page.Length];
        var length = 0;
        for (var i = 0; i < page.Length; i++)
        {
            if (page[i] != '\r' || i + 1 == page.Length || page[i + 1] != '\n')
                lines[length++] = page[i];
        }

        return lines[..length];
    }

    /// <summary>The page's own address: by the language's templates, else the original's as links are changed.</summary>
    private string? OwnUrl(Extraction source) => style.Url.IsEmpty
        ? sourceUrl is null ? null : Longest(style.Links, sourceUrl)
        : PageAddress.Of(style.Url, site, key => ValueOf(source, key));

    /// <summary>The addresses that a page takes, each in the form in which it is compared; no other page may have one of them.</summary>
    /// <param name="source">The source article.</param>
    /// <param name="language">The page's language.</param>
    /// <param name="path">Where the page goes, relative to the publication folder.</param>
    /// <returns>What the settings say it is, and what its front matter tells the site generator; that alone counts for nothing where the language has templates of its own.</returns>
    public ImmutableArray<string> Addresses(Extraction source, string language, string path)
    {
        var own = OwnUrl(source);
        var isSaid = (own is not null && !style.Url.IsEmpty) || source.FrontMatter.IsEmpty;
        return Taken(own, isSaid ? [] : OnSite(source, key => ValueOf(source, key), language, path));
    }

    /// <summary>The addresses at which the original stands, in the same form: a translation beside it needs another.</summary>
    /// <param name="source">The source article.</param>
    /// <param name="path">Where the page goes, relative to the publication folder.</param>
    /// <returns>What the settings say it is, and what its front matter tells the site generator.</returns>
    public ImmutableArray<string> OfOriginal(Extraction source, string path) => Taken(sourceUrl, OnSite(source, source.Value, source.Language, path));

    private static ImmutableArray<string> Taken(string? own, IEnumerable<string> onSite) => [.. new[] { own }.OfType<string>().Select(PageAddress.Plain).Concat(onSite).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> OnSite(Extraction source, Func<string, string?> value, string language, string path) =>
        PageAddress.OnSite(value, language, path, source.Rules.Name == "jekyll" && PageFacts.DateOf(source) is { Length: >= 10 } date ? date[..10] : null);

    /// <summary>A front matter value as the page will have it.</summary>
    private string? ValueOf(Extraction source, string key)
    {
        if (style.Set.FirstOrDefault(s => s.Key == key) is { Values: [var set, ..] })
            return set;
        return source.Value(key) is not { } value ? null : Mapped(source, key, value) ?? value;
    }

    /// <summary>What the settings have for a front matter value in this language; null when nothing. What is translated is none that only begins so.</summary>
    private string? Mapped(Extraction source, string key, string value)
    {
        if (!style.FrontMatter.TryGetValue(key, out var values))
            return null;
        if (IsWordList(source, key) && !values.ContainsKey(value) && EachWord(values, value) is { } words)
            return words;
        return IsTranslated(source, key, value) ? values.GetValueOrDefault(value) : Longest(values, value);
    }

    /// <summary>What the settings have for every word of a text, be it one word for each; null when they have not.</summary>
    private static string? EachWord(ImmutableSortedDictionary<string, string> values, string text)
    {
        var words = Words(text).Select(w => values.GetValueOrDefault(w)).ToList();
        return words.Count > 0 && words.TrueForAll(w => w is not null && Words(w).Length == 1) ? string.Join(' ', words) : null;
    }

    /// <summary>Whether an article's text is a list for its site: Jekyll takes each word there for an item.</summary>
    private static bool IsWordList(Extraction source, string key) => source.Rules.Name == "jekyll" && key is "tags" or "categories" && !IsList(source, key);

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The texts that are lists, whose targets have more items or fewer.</summary>
    private IEnumerable<Finding> OtherWords(Extraction source, Dictionary<string, ImmutableArray<Content?>> targets)
    {
        foreach (var unit in source.Units.Where(u => u is { Kind: UnitKind.FrontMatter, Key: { } key } && IsWordList(source, key) && Mapped(source, key, u.Text) is null && style.Set.All(s => s.Key != key)))
        {
            if (!targets.TryGetValue(unit.Id, out var target) || target.Contains(null))
                continue;
            var (was, now) = (Words(unit.Text).Length, target.Sum(t => Words(t!.Text).Length));
            if (was != now)
                yield return new Finding("other-tags", Severity.Warn, unit.Id, $"{unit.Name}: Jekyll takes each word there for an item of its own, {was} in the source and {now} in the target. Join what belongs together with a hyphen, or write the source's '{unit.Key}' as a list.");
        }
    }

    private static bool IsTranslated(Extraction source, string key, string value) => source.Places.Any(p => p.Scalar is { } scalar && scalar.Key == key && scalar.Value == value);

    /// <summary>The translated values for whose beginning alone the settings have something.</summary>
    private IEnumerable<Finding> NotMapped(Extraction source) => source.Units.Zip(source.Places)
        .Where(u => u.Second.Scalar is { } scalar && Mapped(source, scalar.Key, scalar.Value) is null && style.FrontMatter.TryGetValue(scalar.Key, out var values) && Longest(values, scalar.Value) is not null)
        .Select(u => new Finding("map-left-out", Severity.Warn, u.First.Id, $"{u.First.Name}: 'style.frontMatter' has something for its beginning, but it is translated, so that the translation stays. Name the whole value there, or the key under 'source.frontMatter.keep'."));

    private ImmutableArray<FrontMatterEdit> FrontMatter(Extraction source, Edition edition, Credits credits, string? original, string? own)
    {
        if (source.Head.Entries.IsEmpty)
            return [];

        var rules = source.Rules;
        var edits = ImmutableArray.CreateBuilder<FrontMatterEdit>();
        foreach (var key in ArticleLanguage.Keys.Prepend(rules.LanguageKey).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (source.Value(key) is { } value && (key == rules.LanguageKey || IsLanguage(value, source.Language)))
                edits.Add(new FrontMatterEdit(key, [edition.Language]) { IsList = IsList(source, key) });
        }

        edits.AddRange(Publishing.TranslationKeys.Edits(style.TranslationKeys, source, edition.Article, edition.Language, original, own));
        Add(source, edits, rules.Translators, credits.Translators);
        Add(source, edits, rules.Editors, credits.Editors);
        var day = PageFacts.DateOf(source) is { } date ? style.Date.Of(date) : null;
        var set = style.Set.Where(s => day is not null || !s.Values.Any(v => v.Contains("{date}", StringComparison.Ordinal)))
            .Select(s => s with { Values = [.. s.Values.Select(v => v.Replace("{date}", day, StringComparison.Ordinal))], IsRequired = true }).ToList();
        // What the settings say of a key counts before what the program itself would set.
        return [.. edits.Where(e => style.Set.All(s => s.Key != e.Key) && !source.FrontMatter.Any(v => v.Key == e.Key && Mapped(source, v.Key, v.Value) is not null)), .. set];
    }

    /// <summary>Whether a value is a language, or that with a region, as in <c>ko_KR</c>.</summary>
    private static bool IsLanguage(string value, string language) =>
        value.StartsWith(language, StringComparison.OrdinalIgnoreCase) && (value.Length == language.Length || (value[language.Length] is '-' or '_' && value.Length == language.Length + 3));

    /// <summary>Whether the article has a list there.</summary>
    private static bool IsList(Extraction source, string key) => source.Head.Entries.Any(e => e.Key == key && e.IsList);

    private static void Add(Extraction source, ImmutableArray<FrontMatterEdit>.Builder edits, CreditKey? key, ImmutableArray<string> names)
    {
        if (key is null || names.IsEmpty)
            return;
        var isList = key.IsList || IsList(source, key.Key);
        ImmutableArray<string> values = isList ? names : [string.Join(", ", names)];
        edits.Add(new FrontMatterEdit(key.Key, values) { IsList = isList, After = key.After });
    }

    internal static string? Longest(ImmutableSortedDictionary<string, string> beginnings, string value)
    {
        string? best = null;
        foreach (var start in beginnings.Keys)
        {
            if (value.StartsWith(start, StringComparison.Ordinal) && start.Length >= (best?.Length ?? 0))
                best = start;
        }

        return best is null ? null : beginnings[best] + value[best.Length..];
    }
}
