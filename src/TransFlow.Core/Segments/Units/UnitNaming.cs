using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using TransFlow.Core.Segments.Parsing;

namespace TransFlow.Core.Segments.Units;

/// <summary>
/// Gives units their ids and names. An id is derived from the unit's kind and words, so that an edit elsewhere changes none;
/// with the article's former extraction at hand, a block that a person would call the same keeps its id though its words changed.
/// </summary>
internal static class UnitNaming
{
    private const int IdDigits = 8;

    /// <summary>Names the units of an article.</summary>
    /// <param name="drafts">The units in order.</param>
    /// <param name="text">The article's text.</param>
    /// <param name="body">Its body.</param>
    /// <param name="options">What is known of the article before.</param>
    public static ImmutableArray<Unit> Name(IReadOnlyList<UnitDraft> drafts, string text, Article body, ExtractionOptions options)
    {
        var previous = options.Previous;
        var ids = new string?[drafts.Count];
        var codes = new ImmutableArray<string>[drafts.Count];
        if (options.UnitIds.Length == drafts.Count)
        {
            for (var i = 0; i < ids.Length; i++)
                (ids[i], codes[i]) = Read(options.UnitIds[i]);
        }
        else if (previous is not null)
        {
            var labels = new FormerLabels(previous.Body, body);
            var places = Ancestry.Of(drafts, text, previous, labels);
            for (var i = 0; i < ids.Length; i++)
                (ids[i], codes[i]) = places[i] < 0 ? (null, default) : (previous.Units[places[i]].Id, CodeIds.Of(drafts[i], previous.Units[places[i]], labels));
        }

        var taken = new HashSet<string>(drafts.Count, StringComparer.Ordinal);
        taken.UnionWith(ids.OfType<string>());
        if (previous is not null)
            taken.UnionWith(previous.Units.Select(u => u.Id));
        var copies = new Dictionary<(UnitKind, string?, string), int>();
        using var digest = new ContentDigest();
        for (var i = 0; i < drafts.Count; i++)
            ids[i] ??= Fresh(drafts[i], previous is null || i == 0 ? null : drafts[i - 1], digest, taken, copies);

        var width = Math.Max(2, drafts.Count.ToString(CultureInfo.InvariantCulture).Length);
        var units = new Unit[drafts.Count];
        for (var i = 0; i < units.Length; i++)
        {
            var draft = !codes[i].IsDefaultOrEmpty && codes[i].Length == drafts[i].Codes.Length ? CodeIds.Give(drafts[i], codes[i]) : drafts[i];
            units[i] = new Unit(ids[i]!, Named(i + 1, width, Word(draft)), draft.Kind, draft.Segments, draft.Codes) { Key = draft.Key };
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(units);
    }

    /// <summary>A unit's id, with those of its codes where they are not numbered in order, so that <see cref="Read"/> reads them.</summary>
    public static string Written(Unit unit)
    {
        for (var i = 0; i < unit.Codes.Length; i++)
        {
            if (unit.Codes[i].Id != (i + 1).ToString(CultureInfo.InvariantCulture))
                return $"{unit.Id} {string.Join(',', unit.Codes.Select(c => c.Id))}";
        }

        return unit.Id;
    }

    private static (string Id, ImmutableArray<string> Codes) Read(string written) =>
        written.IndexOf(' ', StringComparison.Ordinal) is > 0 and var at ? (written[..at], [.. written[(at + 1)..].Split(',')]) : (written, []);

    /// <summary>A name: the unit's number in so many digits, and a word for what it is.</summary>
    private static string Named(int number, int width, string word)
    {
        Span<char> digits = stackalloc char[width + 1];
        digits[width] = '-';
        for (var i = width - 1; i >= 0; i--, number /= 10)
            digits[i] = (char)('0' + (number % 10));
        return string.Concat(digits, word);
    }

    private static (UnitKind, string?, string) WordsOf(UnitDraft draft) => (draft.Kind, draft.Key, draft.Text);

    /// <summary>
    /// An id that no other unit has. The second of two blocks that say the same is told from the first by its number; in an article that was
    /// changed also by what stands before it, so that it does not get the id of a third that is gone and of which a file may still be out.
    /// </summary>
    private static string Fresh(UnitDraft draft, UnitDraft? before, ContentDigest digest, HashSet<string> taken, Dictionary<(UnitKind, string?, string), int> copies)
    {
        var first = Derived(draft, digest, 0, null);
        if (taken.Add(first))
            return first;
        ref var copy = ref CollectionsMarshal.GetValueRefOrAddDefault(copies, WordsOf(draft), out _);
        while (true)
        {
            var made = Derived(draft, digest, ++copy, before);
            if (taken.Add(made))
                return made;
        }
    }

    private static string Derived(UnitDraft draft, ContentDigest digest, int copy, UnitDraft? before)
    {
        digest.Add((int)draft.Kind).Add('\n').Add(draft.Key).Add('\n').Add(copy).Add('\n');
        foreach (var segment in draft.Segments)
            digest.Add(segment.Source).Add(draft.Kind == UnitKind.FrontMatter && segment.SpaceAfter is ['\n', ..] ? " " : segment.SpaceAfter);
        if (before is not null)
            digest.Add('\n').Add(before.Text);
        return digest.Take("u", IdDigits);
    }

    private static string Word(UnitDraft draft) => draft.Kind switch
    {
        UnitKind.FrontMatter => Ascii(draft.Key![(draft.Key!.LastIndexOf('.') + 1)..]),
        UnitKind.Heading => "heading",
        UnitKind.Paragraph => "paragraph",
        UnitKind.ListItem => "list-item",
        UnitKind.Quotation => "quotation",
        UnitKind.TableCell => "table-cell",
        UnitKind.Footnote => "footnote",
        UnitKind.ImageAlt => "image-alt",
        UnitKind.Title => "title",
        UnitKind.Caption => "caption",
        UnitKind.Definition => "definition",
        _ => "attribute",
    };

    private static string Ascii(string word)
    {
        var ascii = string.Concat(word.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        return ascii.Length == 0 ? "value" : ascii[..Math.Min(ascii.Length, 24)];
    }
}
