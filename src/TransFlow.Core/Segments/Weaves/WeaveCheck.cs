using TransFlow.Core.Segments.Heads;
using TransFlow.Core.Segments.Parsing;
using TransFlow.Core.Segments.Splicing;
using TransFlow.Core.Segments.Units;

namespace TransFlow.Core.Segments.Weaves;

/// <summary>Parses a woven article again and compares its shape with the source's: blocks, words and inline codes.</summary>
internal static class WeaveCheck
{
    private static readonly List<Splice> Unchanged = [];

    /// <summary>The units whose place does not read as it should; a null unit means the article as a whole.</summary>
    /// <param name="source">The source article.</param>
    /// <param name="units">Its units with their words.</param>
    /// <param name="addresses">Its addresses that become others, in order.</param>
    /// <param name="woven">The woven article.</param>
    public static List<WovenUnit?> Misread(Extraction source, List<WovenUnit> units, List<Splice> addresses, string woven)
    {
        var (wanted, found) = (new ReaderWords(), new ReaderWords());
        WovenUnit? blamed = null;
        if (!HeadReader.Read(woven, "").Try(out var head, out _) || !SameValues(source, units, head, wanted, found, out blamed))
            return [blamed ?? units.FirstOrDefault(u => u is { Place.Scalar: not null, Words: not null })];

        if (!Article.TryParse(woven, head.BodyStart, "", source.Body.OfTranslations, source.Body.Parted).Try(out var again, out _))
            return [null];
        var was = source.Body.Leaves;
        var now = again.Leaves;
        var byLeaf = ByLeaf(units, was.Count);
        var misread = new List<WovenUnit?>();
        for (var i = 0; i < was.Count; i++)
        {
            var unit = byLeaf[i];
            var fits = i < now.Count && was[i].Kind == now[i].Kind && was[i].IsHtml == now[i].IsHtml
                && Words(woven, now[i], found).SequenceEqual(unit?.Words is { } words ? Words(source.Text, unit.Place, words, addresses, wanted) : Words(source.Text, was[i], wanted, addresses))
                && HasCodes(now[i], was[i], unit) && HasAddresses(source, addresses, woven, now[i], unit);
            if (!fits)
                misread.Add(unit);
            if (!fits && was.Count != now.Count)
                return misread;
        }

        if (now.Count > was.Count)
            misread.Add(byLeaf.LastOrDefault(u => u?.Words is not null));
        misread.AddRange(Insets(source, again.Insets, units, wanted, found));
        return misread;
    }

    /// <summary>The units of words inside markup that are not found again. Codes may have changed places, so the order says nothing.</summary>
    private static List<WovenUnit?> Insets(Extraction source, List<Inset> now, List<WovenUnit> units, ReaderWords wanted, ReaderWords seen)
    {
        var was = source.Body.Insets;
        var byStart = new Dictionary<int, WovenUnit>(was.Count);
        foreach (var unit in units)
        {
            if (unit.Place.Inset is not null)
                byStart.Add(unit.Place.Start, unit);
        }

        // Mostly nothing has moved.
        var same = 0;
        while (same < was.Count && same < now.Count && was[same].Kind == now[same].Kind && was[same].Key == now[same].Key
            && wanted.Clear().Add(Meant(source, was[same], byStart)).Words.SequenceEqual(seen.Clear().Add(now[same].Lead + now[same].Text).Words))
            same++;
        if (same == was.Count && same == now.Count)
            return [];
        var found = now.CountBy(i => (i.Kind, i.Key, Bare(i.Lead + i.Text))).ToDictionary();
        var misread = new List<WovenUnit?>();
        foreach (var inset in was)
        {
            var unit = byStart.GetValueOrDefault(inset.Start);
            var words = Meant(source, inset, byStart);
            if (!((inset.IsMarkdown || !inset.Pieces.IsEmpty) && unit?.Words is { } own ? own.Text : words).Any(char.IsLetterOrDigit))
                continue;
            var meant = (inset.Kind, inset.Key, Bare(words));
            if (found.GetValueOrDefault(meant) is > 0 and var left)
                found[meant] = left - 1;
            else
                misread.Add(unit);
        }

        return misread.Count == 0 && found.Values.Any(left => left > 0) ? [null] : misread;
    }

    /// <summary>What words inside markup should read as, the tags in them as they are written.</summary>
    private static string Meant(Extraction source, Inset inset, Dictionary<int, WovenUnit> units) => units.GetValueOrDefault(inset.Start) is not { Words: { } words } unit ? inset.Lead + inset.Text
        : inset.Pieces.IsEmpty ? inset.Lead + words.Text
        : string.Concat(words.Parts.Select(p => p.Kind == InlineKind.Text ? p.Value : inset.Written(source.Text, unit.Place.Code(p.Value))));

    /// <summary>What is wrong with the front matter values that do not read as they should: set ones, mapped ones, and all that nothing speaks of.</summary>
    /// <param name="woven">The article before they were set.</param>
    /// <param name="text">The article with them.</param>
    /// <param name="mapped">The values that became others.</param>
    /// <param name="edits">The keys that were to be set.</param>
    /// <param name="placed">Those for which there was a place, with what was set for their sake.</param>
    public static IEnumerable<Finding> Unset(string woven, string text, MappedValues mapped, IReadOnlyCollection<FrontMatterEdit> edits, IReadOnlyCollection<FrontMatterEdit> placed)
    {
        if (edits.Count + mapped.Count == 0)
            return [];
        if (!HeadReader.Read(woven, "").Try(out var before, out _) || !HeadReader.Read(text, "").Try(out var head, out _))
            return edits.Select(NotSet);
        var now = head.Scalars.ToLookup(s => s.Key, s => s.Value, StringComparer.Ordinal);
        var others = before.Scalars.Select((s, i) => (s.Key, Value: mapped.Value(i) ?? s.Value, s.IsNothing))
            .Where(v => !placed.Any(e => Holds(e.Key, v.Key) || (v.IsNothing && Holds(v.Key, e.Key))))
            .GroupBy(v => v.Key, v => v.Value, StringComparer.Ordinal).Select(v => new FrontMatterEdit(v.Key, [.. v]));
        return edits.Where(e => e.IsRequired).Union(placed).Concat(others).Where(e => !now[e.Key].SequenceEqual(e.Values)).Select(NotSet)
            .Concat(Aliases(before).Zip(Aliases(head)).Where(a => !a.First.Values.SequenceEqual(a.Second.Values)).Select(a => Dragged(a.First.Alias)));

        static bool Holds(string key, string other) => other == key || other.StartsWith(key + ".", StringComparison.Ordinal);
        IEnumerable<(HeadAlias Alias, IEnumerable<string> Values)> Aliases(Head of) => of.Aliases.Where(a => !placed.Any(e => Holds(e.Key, a.Key)))
            .Select(a => (a, of.Scalars[a.From..a.To].Select(s => s.Value)));
    }

    private static Finding NotSet(FrontMatterEdit edit) =>
        new("front-matter-not-set", Severity.Block, "", $"The front matter's '{edit.Key}' would not read as '{string.Join(", ", edit.Values)}'; mend the source's front matter there.");

    private static Finding Dragged(HeadAlias alias) =>
        new("front-matter-alias", Severity.Block, "", $"The front matter's '{alias.Key}' says '*{alias.Anchor}' and would become another with '{alias.Source}', from which it has its value; write the value itself there.");

    /// <summary>Whether every block of a woven article reads as before once furniture stands around it: unclosed markup would swallow what follows.</summary>
    /// <param name="source">The source article.</param>
    /// <param name="woven">The article before.</param>
    /// <param name="furnished">The article with its furniture.</param>
    /// <param name="body">The furniture.</param>
    public static bool KeepsBlocks(Extraction source, string woven, string furnished, IReadOnlyCollection<BodyEdit> body)
    {
        if (!Leaves(woven, source.Body.OfTranslations, source.Body.Parted).Try(out var was, out _) || !Leaves(furnished, source.Body.OfTranslations, null).Try(out var now, out _) || was.Count != source.Body.Leaves.Count)
            return false;
        var (wanted, found) = (new ReaderWords(), new ReaderWords());
        var next = 0;
        for (var i = 0; i < was.Count; i++)
        {
            if (source.Body.Leaves[i].Atoms is [var first, ..] && body.Any(b => b.Start <= first.Start && first.Start < b.Start + b.Length))
                continue;
            while (next < now.Count && !(now[next].Kind == was[i].Kind && Words(furnished, now[next], found).SequenceEqual(Words(woven, was[i], wanted)) && HasCodes(now[next], was[i], null)))
                next++;
            if (next++ == now.Count)
                return false;
        }

        return true;
    }

    private static Outcome<List<Leaf>> Leaves(string text, Dialect dialect, IReadOnlySet<int>? parted)
    {
        if (!HeadReader.Read(text, "").Try(out var head, out var refusal))
            return refusal;
        return Article.TryParse(text, head.BodyStart, "", dialect, parted).Try(out var article, out refusal) ? article.Leaves : refusal;
    }

    /// <summary>Whether the front matter has the values that it should have; the unit at the first that is another is to blame, or the last before it.</summary>
    private static bool SameValues(Extraction source, List<WovenUnit> units, Head head, ReaderWords wanted, ReaderWords found, out WovenUnit? blamed)
    {
        blamed = null;
        // The units of values come first, in the order of the values.
        var next = 0;
        for (var i = 0; i < source.Head.Scalars.Length; i++)
        {
            var was = source.Head.Scalars[i];
            var unit = next < units.Count && ReferenceEquals(units[next].Place.Scalar, was) ? units[next++] : null;
            blamed = unit?.Words is null ? blamed : unit;
            if (i >= head.Scalars.Length || was.Key != head.Scalars[i].Key || !wanted.Clear().Add(unit?.Words?.Text ?? was.Value).Words.SequenceEqual(found.Clear().Add(head.Scalars[i].Value).Words))
                return false;
        }

        if (source.Head.Scalars.Length != head.Scalars.Length || source.Head.Entries.Length != head.Entries.Length)
            return false;
        for (var i = 0; i < head.Entries.Length; i++)
        {
            if (source.Head.Entries[i].Key != head.Entries[i].Key)
                return false;
        }

        return true;
    }

    private static string Bare(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static WovenUnit?[] ByLeaf(List<WovenUnit> units, int leaves)
    {
        var byLeaf = new WovenUnit?[leaves];
        foreach (var unit in units)
        {
            if (unit.Place.Leaf is { } leaf)
                byLeaf[leaf] = unit;
        }

        return byLeaf;
    }

    private static ReadOnlySpan<char> Words(string article, Leaf leaf, ReaderWords words) => Words(article, leaf, words, Unchanged);

    private static ReadOnlySpan<char> Words(string article, Leaf leaf, ReaderWords words, List<Splice> addresses)
    {
        words.Clear();
        foreach (ref readonly var atom in leaf.Atoms)
            words.Add(atom.Kind == InlineKind.Text ? Text(article, atom, addresses) : atom.Kind == InlineKind.Standalone ? Shown(article, atom.Code!, addresses) : "");
        return words.Words;
    }

    /// <summary>The words of a text, with the addresses that stand bare in it; these are written as they are read.</summary>
    private static ReadOnlySpan<char> Text(string article, in Atom atom, List<Splice> addresses)
    {
        var words = atom.Words(article);
        return addresses.Count > 0 && words.Length == atom.End - atom.Start && Splice.Over(article, addresses, atom.Start, atom.End) is var other && !other.SequenceEqual(article.AsSpan(atom.Start, words.Length)) ? other : words;
    }

    private static ReadOnlySpan<char> Words(string article, UnitPlace place, Content content, List<Splice> addresses, ReaderWords words)
    {
        words.Clear();
        foreach (var (kind, value) in content.Parts)
            words.Add(kind == InlineKind.Text ? value : kind == InlineKind.Standalone ? Shown(article, place.Code(value), addresses) : "");
        return words.Words;
    }

    /// <summary>What a reader sees of a code that stands alone. Addresses are text, so that one may stand bare or between angle brackets.</summary>
    private static ReadOnlySpan<char> Shown(string article, CodeSource code, List<Splice> addresses) => code.Kind switch
    {
        CodeKind.LineBreak => " ",
        CodeKind.Autolink => Address(article, code, addresses),
        _ => "",
    };

    private static ReadOnlySpan<char> Address(string article, CodeSource code, List<Splice> addresses) =>
        code.Words is null ? Splice.Over(article, addresses, code.OpenStart + 1, code.OpenEnd - 1) : Splice.Over(article, addresses, code.OpenStart, code.OpenEnd);

    /// <summary>Whether a block has the links to addresses that its unit means, as GFM sees them: each whole, and none besides.</summary>
    private static bool HasAddresses(Extraction source, List<Splice> addresses, string woven, Leaf now, WovenUnit? unit)
    {
        if (unit?.Words is not { } words || now.IsHtml || now.Atoms.IsEmpty)
            return true;
        var (begin, end) = (now.Atoms[0].Start, now.Atoms[^1].End);
        if (!Array.Exists(unit.Place.Codes, c => c.Kind == CodeKind.Autolink) && !BareAddress.MayStandIn(woven.AsSpan(begin, end - begin)))
            return true;
        var isLinked = source.Body.IsMdx && Array.Exists(unit.Place.Codes, c => c.Words is not null);
        var links = unit.Place.IsInLink ? 1 : 0;
        // Links of the source may look as those do that stand for bare addresses.
        var (wanted, own) = (new List<string>(), new List<string>());
        // Those behind tags may stand as they do in the source, and be seen as there.
        var ofTags = new List<(string Written, string? InSource)>();
        foreach (var (kind, value) in words.Parts)
        {
            var code = kind == InlineKind.Text ? null : unit.Place.Code(value);
            links += code?.Kind != CodeKind.Link ? 0 : kind == InlineKind.Open ? 1 : -1;
            if (code?.Kind == CodeKind.Autolink && links == 0)
            {
                var written = Address(source.Text, code, addresses).ToString();
                if (AddressMarkup.FollowsTag(source.Text, code))
                    ofTags.Add((written, SeenAt(source.Text, code, unit.Place.End)));
                else
                    wanted.Add(written);
            }

            if (code?.Kind == CodeKind.Link && kind == InlineKind.Open && Angled(Splice.Over(source.Text, addresses, code.CloseStart, code.CloseEnd)) is { } address)
                own.Add(address);
        }

        var (seen, standing) = (new List<string>(), new List<(string Address, string Shown)>());
        var (next, past) = (-1, begin);
        links = 0;
        foreach (ref readonly var atom in now.Atoms)
        {
            var code = atom.Code;
            links += code?.Kind != CodeKind.Link ? 0 : atom.Kind == InlineKind.Open ? 1 : -1;
            if (code is { Kind: CodeKind.Autolink } && links == 0)
                seen.Add(Address(woven, code, Unchanged).ToString());
            else if (code is { Kind: CodeKind.Link } && atom.Kind == InlineKind.Open && Angled(woven.AsSpan(code.CloseStart, code.CloseEnd - code.CloseStart)) is { } address)
            {
                var shown = woven.AsSpan(code.OpenEnd);
                if (shown.StartsWith("www.") && address.IndexOf("://www.", StringComparison.Ordinal) is > 0 and var scheme)
                    standing.Add((address, address[(scheme + "://".Length)..]));
                else if (isLinked && shown.StartsWith("http"))
                    standing.Add((address, address));
                else
                    own.Remove(address);
            }

            if (atom.Kind != InlineKind.Text || links > 0)
                continue;
            // What was found behind a piece of text is the next one's: a look from each would go through the rest of the block.
            for (var from = atom.Start; from < atom.End; from = past)
            {
                if (next < from)
                {
                    past = from;
                    next = BareAddress.Seen(woven, ref past, begin, end) is >= 0 and var start ? start : int.MaxValue;
                }

                if (next >= atom.End)
                    break;
                seen.Add(woven[next..past]);
                next = -1;
            }
        }

        foreach (var address in own)
        {
            if (standing.FindIndex(s => s.Address == address) is >= 0 and var looksAlike)
                standing.RemoveAt(looksAlike);
        }

        seen.AddRange(standing.Select(s => s.Shown));
        foreach (var (address, shown) in ofTags)
        {
            var form = shown is not null && IsLeft(shown) ? shown : shown is not null || IsLeft(address) ? address : null;
            if (form is not null)
                wanted.Add(form);
        }

        wanted.Sort(StringComparer.Ordinal);
        seen.Sort(StringComparer.Ordinal);
        return wanted.SequenceEqual(seen);

        bool IsLeft(string form) => seen.Count(s => s == form) > wanted.Count(w => w == form);
    }

    /// <summary>The address that GFM sees in the source where a bare one stands; null for none.</summary>
    private static string? SeenAt(string text, CodeSource code, int end)
    {
        var past = code.OpenStart;
        return BareAddress.Seen(text, ref past, code.OpenStart - 1, Math.Min(end, code.OpenEnd + SiteTag.LongestTag)) == code.OpenStart ? text[code.OpenStart..past] : null;
    }

    /// <summary>The address between angle brackets that a link's closing mark has; null for another one.</summary>
    private static string? Angled(ReadOnlySpan<char> mark) => mark.StartsWith("](<http") && mark.IndexOf('>') is > 0 and var end ? mark["](<".Length..end].ToString() : null;

    /// <summary>Whether a block has the codes that it should have: the source's, those of its unit as often as the target uses them.</summary>
    private static bool HasCodes(Leaf now, Leaf was, WovenUnit? unit)
    {
        Span<int> counts = stackalloc int[(int)CodeKind.Other + 1];
        counts.Clear();
        foreach (ref readonly var atom in now.Atoms)
        {
            if (atom.Kind is InlineKind.Open or InlineKind.Standalone)
                counts[(int)atom.Code!.Kind]++;
        }

        foreach (ref readonly var atom in was.Atoms)
        {
            if (atom.Kind is InlineKind.Open or InlineKind.Standalone && (unit?.Words is null || atom.Code!.Id.Length == 0))
                counts[(int)atom.Code!.Kind]--;
        }

        var bare = 0;
        foreach (var (kind, value) in unit?.Words is { } words ? words.Parts : [])
        {
            if (kind is not (InlineKind.Open or InlineKind.Standalone))
                continue;
            var code = unit!.Place.Code(value);
            bare += code.Words is null ? 0 : 1;
            counts[(int)code.Kind] -= code.Words is null ? 1 : 0;
        }

        // An address that stands bare is text for Markdown, unless something touches it.
        if (bare > 0 && counts[(int)CodeKind.Autolink] is >= 0 and var angled && counts[(int)CodeKind.Link] is >= 0 and var linked && angled + linked <= bare)
            counts[(int)CodeKind.Autolink] = counts[(int)CodeKind.Link] = 0;
        return !counts.ContainsAnyExcept(0);
    }
}
