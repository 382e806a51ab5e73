using TransFlow.Core.Segments.Parsing;

namespace TransFlow.Core.Segments.Weaves;

/// <summary>
/// Codes of a unit that stand alone for Markdown and belong together for browsers and site generators: a tag and the one that closes it,
/// <c>{% if %}</c> and what ends it, with <c>{% else %}</c> between them. They are tied by their names, as they stand in the source.
/// </summary>
internal sealed class CodePairs
{
    private static readonly HashSet<string> Middles = new(StringComparer.Ordinal) { "else", "elseif", "elsif", "when" };

    /// <summary>By a code's id: the number of its pair, and its place in it; 0 for what opens, the highest for what closes.</summary>
    private readonly Dictionary<string, (int Pair, int Place)> _members = new(StringComparer.Ordinal);

    /// <summary>How many members each pair has.</summary>
    private readonly List<int> _counts = [];

    private CodePairs(Unit unit)
    {
        var marks = unit.Codes.Select(c => c.IsPair ? default : Read(c.Opening)).ToList();
        var partners = Partners(marks);
        var open = new Stack<(int Pair, bool IsLiquid)>();
        for (var i = 0; i < marks.Count; i++)
        {
            if (partners[i] > i)
            {
                open.Push((_counts.Count, marks[i].Name.StartsWith('%')));
                _counts.Add(1);
                _members[unit.Codes[i].Id] = (open.Peek().Pair, 0);
            }
            else if (partners[i] >= 0 || (marks[i].Role == Role.Between && open.TryPeek(out var around) && around.IsLiquid))
            {
                var pair = open.Peek().Pair;
                _members[unit.Codes[i].Id] = (pair, _counts[pair]++);
                if (partners[i] >= 0)
                    open.Pop();
            }
        }
    }

    private enum Role
    {
        None,
        Opens,
        Between,
        Closes,
    }

    /// <summary>Whether the codes of a target that belong together stand in their order, and inside or outside of what else opens and closes.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="parts">The target's parts.</param>
    public static bool Hold(Unit unit, ReadOnlySpan<Inline> parts)
    {
        if (!MayHave(unit))
            return true;
        var pairs = new CodePairs(unit);
        if (pairs._counts.Count == 0)
            return true;
        // Where the source lets emphasis and tags cross, the target may, too.
        var source = unit.Segments.SelectMany(s => s.Source.Parts).ToArray();
        return pairs.Hold(parts, pairs.Hold(source, withMarks: true));
    }

    private static bool MayHave(Unit unit)
    {
        var alone = 0;
        foreach (var code in unit.Codes)
            alone += !code.IsPair && code.Kind is CodeKind.Html or CodeKind.Shortcode or CodeKind.Other ? 1 : 0;
        return alone >= 2;
    }

    private bool Hold(ReadOnlySpan<Inline> parts, bool withMarks)
    {
        var used = new int[_counts.Count];
        foreach (var (kind, id) in parts)
        {
            if (kind == InlineKind.Standalone && _members.TryGetValue(id, out var member))
                used[member.Pair]++;
        }

        // The next place of each open pair; marks that span text are open, too.
        var open = new Stack<(string Mark, int Pair, int Next)>();
        foreach (var (kind, id) in parts)
        {
            if (kind is InlineKind.Open && withMarks)
                open.Push((id, -1, 0));
            else if (kind is InlineKind.Close && withMarks && (!open.TryPop(out var mark) || mark.Mark != id))
                return false;
            // What is missing or doubled is said elsewhere.
            if (kind != InlineKind.Standalone || !_members.TryGetValue(id, out var member) || used[member.Pair] != _counts[member.Pair])
                continue;
            if (member.Place == 0)
                open.Push(("", member.Pair, 1));
            else if (!open.TryPop(out var last) || last.Pair != member.Pair || last.Next != member.Place)
                return false;
            else if (member.Place < _counts[member.Pair] - 1)
                open.Push(last with { Next = member.Place + 1 });
        }

        return true;
    }

    /// <summary>The codes behind which the source has words, up to the next one that belongs to them, and a target has nothing to see.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="source">The source's parts.</param>
    /// <param name="target">The target's parts.</param>
    public static IEnumerable<string> Emptied(Unit unit, ReadOnlySpan<Inline> source, ReadOnlySpan<Inline> target)
    {
        if (!MayHave(unit) || new CodePairs(unit) is not { _counts.Count: > 0 } pairs)
            return [];
        var (worded, seen) = (pairs.Filled(source, byWordsAlone: true), pairs.Filled(target, byWordsAlone: false));
        return worded.Where(w => seen.TryGetValue(w.Key, out var isFilled) && w.Value && !isFilled).Select(w => w.Key);
    }

    /// <summary>By the id of each code but the last of a pair, whether there is something between it and the next.</summary>
    private Dictionary<string, bool> Filled(ReadOnlySpan<Inline> parts, bool byWordsAlone)
    {
        var filled = new Dictionary<string, bool>(StringComparer.Ordinal);
        // By its pair the code that stood last, and how much had been seen by then.
        var last = new (string Code, int Seen)[_counts.Count];
        var seen = 0;
        foreach (var (kind, value) in parts)
        {
            if (kind == InlineKind.Text)
                seen += string.IsNullOrWhiteSpace(value) ? 0 : 1;
            else if (kind == InlineKind.Standalone && _members.TryGetValue(value, out var member))
            {
                if (member.Place > 0 && last[member.Pair].Code is { } before)
                    filled[before] = seen > last[member.Pair].Seen;
                last[member.Pair] = (value, seen);
            }
            else if (kind == InlineKind.Standalone && !byWordsAlone)
                seen++;
        }

        return filled;
    }

    /// <summary>For each mark the number of the one that closes or opens it; -1 for none.</summary>
    private static int[] Partners(List<(Role Role, string Name)> marks)
    {
        var partners = new int[marks.Count];
        Array.Fill(partners, -1);
        var open = new List<int>();
        for (var i = 0; i < marks.Count; i++)
        {
            if (marks[i].Role == Role.Opens)
                open.Add(i);
            if (marks[i].Role != Role.Closes || open.FindLastIndex(o => marks[o].Name == marks[i].Name) is not (>= 0 and var at))
                continue;
            (partners[i], partners[open[at]]) = (open[at], i);
            open.RemoveRange(at, open.Count - at);
        }

        return partners;
    }

    private static (Role Role, string Name) Read(string code)
    {
        if (code is ['<', ..])
        {
            // A whole element is nobody's partner.
            if (HtmlTag.At(code, 0, code.Length) is not { } tag || tag.End != code.Length || code is ['<', '!' or '?', ..])
                return default;
            var name = "<" + tag.Name.ToLowerInvariant();
            return code[1] == '/' ? (Role.Closes, name) : tag.IsOpening ? (Role.Opens, name) : default;
        }

        if (code is ['[', .., ']'])
        {
            var inside = code.AsSpan(1, code.Length - 2);
            // What closes itself is nobody's partner.
            if (inside.EndsWith('/'))
                return default;
            var tag = inside.IndexOfAny(" \t=") is >= 0 and var space ? inside[..space] : inside;
            return tag is ['/', .. var closed] ? (Role.Closes, "[" + closed.ToString()) : (Role.Opens, "[" + tag.ToString());
        }

        if (code is not ['{', '{' or '%', ..] || SiteTag.End(code, 0) != code.Length)
            return default;
        var word = SiteTag.Name(code, 0, code.Length);
        if (code[1] == '{')
            return word.IsEmpty || SiteTag.ClosesItself(code) ? default : word[0] == '/' ? (Role.Closes, word[1..].ToString()) : (Role.Opens, word.ToString());
        return word.StartsWith("end") && word.Length > 3 ? (Role.Closes, "%" + word[3..].ToString()) : Middles.Contains(word.ToString()) ? (Role.Between, "%") : (Role.Opens, "%" + word.ToString());
    }
}
