using System.Collections.Immutable;
using TransFlow.Core.Segments.Parsing;
using TransFlow.Core.Segments.Units;

namespace TransFlow.Core.Segments.Weaves;

/// <summary>
/// How marks of emphasis that stand in one another, or side by side, are written so that every renderer pairs them as they are meant: mostly as the
/// source has them, else some with the other sign, or with a letter beside them as a reference, against which a mark only opens or only closes.
/// </summary>
internal sealed class EmphasisForms
{
    /// <summary>Of so many codes all choices are tried; a unit seldom has more, and of its others one by one.</summary>
    private const int FewCodes = 4;

    /// <summary>How many are tried one by one.</summary>
    private const int MostTried = 12;

    private static readonly EmphasisForms AsInSource = new(null, wholly: false);

    private readonly HashSet<string>? _plainer;
    private readonly bool _wholly;
    private readonly HashSet<string> _swapped = [];
    private readonly HashSet<(int Part, bool IsEnd)> _hidden = [];

    private EmphasisForms(HashSet<string>? plainer, bool wholly) => (_plainer, _wholly) = (plainer, wholly);

    private EmphasisForms(EmphasisForms meant, HashSet<string> swapped, HashSet<(int Part, bool IsEnd)> hidden)
        : this(meant._plainer, meant._wholly) => (_swapped, _hidden) = (swapped, hidden);

    /// <summary>Whether some renderer may read the marks otherwise, whatever is done.</summary>
    public bool IsInDoubt { get; private init; }

    /// <summary>Whether a code is written with stars, and with two tildes, whatever the source has.</summary>
    public bool IsPlainer(string code) => _wholly || _plainer?.Contains(code) == true;

    /// <summary>Whether a code is written with the other sign: an underscore for a star, a star for an underscore.</summary>
    public bool Swaps(string code) => _swapped.Contains(code);

    /// <summary>Whether the first or the last letter of a text is written as a reference.</summary>
    public bool Hides(int part, bool isEnd) => _hidden.Contains((part, isEnd));

    /// <summary>The forms for a unit's words.</summary>
    /// <param name="text">The source article.</param>
    /// <param name="parts">The words.</param>
    /// <param name="place">Where they stand.</param>
    /// <param name="wholly">Whether all are written with stars.</param>
    public static EmphasisForms Of(string text, ImmutableArray<Inline> parts, UnitPlace place, bool wholly)
    {
        var plainer = EmphasisEdges.WithPlainerMarks(parts, place);
        var meant = plainer is null && !wholly ? AsInSource : new EmphasisForms(plainer, wholly);
        if (!MayMeet(text, parts, place))
            return meant;
        var runs = new Reading(text, parts, place);
        if (runs.Readers(meant) == Reading.All)
            return meant;
        var codes = parts.Where(p => p.Kind == InlineKind.Open && place.IsEmphasis(p) && runs.HasOther(p.Value)).Select(p => p.Value).Distinct(StringComparer.Ordinal).Take(MostTried).ToList();
        var beside = runs.Of(meant);
        HashSet<(int, bool)> hidden = [
            .. beside.Where(r => r.Before >= 0 && r.Marks.TrueForAll(m => m.IsOpen)).Select(r => (r.Before, true)),
            .. beside.Where(r => r.After >= 0 && r.Marks.TrueForAll(m => !m.IsOpen)).Select(r => (r.After, false)),
        ];
        var swaps = Swaps(codes).Select(c => c.ToHashSet(StringComparer.Ordinal)).ToList();
        var tried = swaps.Select(s => new EmphasisForms(meant, s, []))
            .Append(new EmphasisForms(meant, [], hidden))
            .Concat(swaps.Select(s => new EmphasisForms(meant, s, hidden)));
        // Readers that go by other rules than CommonMark's are heard where that is possible.
        var (best, most) = (meant, runs.Readers(meant));
        foreach (var form in tried)
        {
            if (runs.Readers(form) is var readers && readers <= most)
                continue;
            (best, most) = (form, readers);
            if (most == Reading.All)
                break;
        }

        return most == 0 ? new EmphasisForms(plainer, wholly) { IsInDoubt = true } : best.WithFewest(runs, most);
    }

    /// <summary>The choices of codes that are written with the other sign, those of fewer codes first.</summary>
    private static IEnumerable<List<string>> Swaps(List<string> codes)
    {
        var few = codes.Take(FewCodes).ToList();
        return Enumerable.Range(1, (1 << few.Count) - 1).Select(choice => few.Where((_, i) => (choice >> i & 1) != 0).ToList()).OrderBy(c => c.Count)
            .Concat(codes.Skip(FewCodes).Select(c => new List<string> { c }));
    }

    /// <summary>The same without what it does not need.</summary>
    private EmphasisForms WithFewest(Reading runs, int readers)
    {
        // Without one another may be needless, too.
        foreach (var letter in _hidden.Order().Concat(_hidden.Order()).ToList())
        {
            var fewer = new EmphasisForms(this, _swapped, [.. _hidden.Where(h => h != letter)]);
            if (runs.Readers(fewer) >= readers)
                _hidden.Remove(letter);
        }

        return this;
    }

    /// <summary>Whether marks stand around the whole block, outside of its words.</summary>
    private static bool StandsInMarks(string text, UnitPlace place) => place.Start > 0 && place.End < text.Length && text[place.Start - 1] is '*' or '_' or '~' && text[place.End] == text[place.Start - 1];

    /// <summary>Whether marks stand in one another or right behind one another; any other pairs with its own.</summary>
    private static bool MayMeet(string text, ImmutableArray<Inline> parts, UnitPlace place)
    {
        var depth = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            if (!place.IsEmphasis(parts[i]))
                continue;
            if (parts[i].Kind == InlineKind.Open && (depth > 0 || (i > 0 && place.IsEmphasis(parts[i - 1])) || StandsInMarks(text, place)))
                return true;
            depth += parts[i].Kind == InlineKind.Open ? 1 : -1;
        }

        return false;
    }

    /// <summary>The runs of marks in a unit's words, as they would be written.</summary>
    private sealed class Reading(string text, ImmutableArray<Inline> parts, UnitPlace place)
    {
        /// <summary>Those that go by CommonMark, those of them to which a symbol and an emoji, or an emoji alone, is no punctuation, micromark, two versions of marked, kramdown and Python-Markdown.</summary>
        public const int All = 8;

        private readonly List<(char Sign, EmphasisRuns.Mark Mark)> _around = Around(text, place);
        private bool _hasSymbols, _hasEmoji;

        /// <summary>Whether a code has another sign.</summary>
        public bool HasOther(string id) => place.Code(id).Kind is CodeKind.Bold or CodeKind.Italic;

        /// <summary>How many readers see what is meant; none where those that go by CommonMark do not.</summary>
        public int Readers(EmphasisForms forms)
        {
            if (!EmphasisRuns.Hold(Of(forms)))
                return 0;
            var runs = Of(forms);
            var others = new EmphasisSketch(runs).Readers;
            if (!_hasSymbols || EmphasisRuns.Hold(Of(forms, symbol: 'a', emoji: 'a')))
                others++;
            if (!_hasEmoji || EmphasisRuns.Hold(Of(forms, emoji: 'a')))
                others++;
            return 1 + others + (EmphasisRuns.Hold(runs, byLeft: true) ? 1 : 0);
        }

        public List<EmphasisRuns.Run> Of(EmphasisForms forms, char symbol = '.', char emoji = '.')
        {
            var runs = new List<EmphasisRuns.Run>();
            EmphasisRuns.Run? run = null;
            // What stands before the run, and right before the place: its kind, and the part if that has words.
            var (outside, before, beforePart) = (' ', ' ', -1);
            void Take(char sign, EmphasisRuns.Mark mark)
            {
                if (run?.Sign != sign)
                {
                    run?.Stand(outside, sign);
                    runs.Add(run = new EmphasisRuns.Run(sign) { Before = beforePart });
                    outside = before;
                }

                run.Add(mark);
                (before, beforePart) = (sign, -1);
            }

            foreach (var (sign, mark) in _around)
                Take(sign, mark);
            for (var i = 0; i < parts.Length; i++)
            {
                var part = parts[i];
                if (part is { Kind: InlineKind.Text, Value.Length: 0 })
                    continue;
                if (place.IsEmphasis(part))
                {
                    var code = place.Code(part.Value);
                    var isOpen = part.Kind == InlineKind.Open;
                    Take(SignOf(code, forms), new EmphasisRuns.Mark(code.Id, isOpen, code.OpenEnd - code.OpenStart + (code.IsLoneTilde && forms.IsPlainer(code.Id) ? 1 : 0)));
                    // A list of attributes ends the run.
                    if (!isOpen && code.CloseEnd - code.CloseStart > code.OpenEnd - code.OpenStart)
                    {
                        run!.Stand(outside, '.');
                        (run, before) = (null, '.');
                    }

                    continue;
                }

                run?.Stand(outside, KindOf(i, isEnd: false, forms, symbol, emoji));
                if (run is not null && part.Kind == InlineKind.Text)
                    run.After = i;
                run = null;
                if (part.Kind is InlineKind.Open or InlineKind.Close && place.Code(part.Value).Kind == CodeKind.Link)
                    runs.Add(new EmphasisRuns.Run(part.Kind == InlineKind.Open ? '[' : ']'));
                (before, beforePart) = (KindOf(i, isEnd: true, forms, symbol, emoji), part.Kind == InlineKind.Text ? i : -1);
            }

            for (var i = _around.Count - 1; i >= 0; i--)
                Take(_around[i].Sign, _around[i].Mark with { IsOpen = false });
            run?.Stand(outside, ' ');
            return runs;
        }

        /// <summary>The marks around the whole block, from outside to inside.</summary>
        private static List<(char Sign, EmphasisRuns.Mark Mark)> Around(string text, UnitPlace place)
        {
            var marks = new List<(char, EmphasisRuns.Mark)>();
            for (var depth = 1; place.Start - depth >= 0 && place.End + depth <= text.Length && text[place.Start - depth] is '*' or '_' or '~' && text[place.End + depth - 1] == text[place.Start - depth];)
            {
                var sign = text[place.Start - depth];
                var width = place.Start - depth > 0 && text[place.Start - depth - 1] == sign && place.End + depth < text.Length && text[place.End + depth] == sign ? 2 : 1;
                marks.Insert(0, (sign, new EmphasisRuns.Mark($"around {depth}", IsOpen: true, width)));
                depth += width;
            }

            return marks;
        }

        private bool IsHidden(int at, bool isEnd, EmphasisForms forms) => forms.Hides(at, isEnd) || EmphasisEdges.HidesLetter(text, parts, at, place, isEnd);

        private char SignOf(CodeSource code, EmphasisForms forms)
        {
            // Tildes go by the same rules (GFM 0.29, 6.5).
            if (code.Kind == CodeKind.Strike)
                return '~';
            var sign = forms.IsPlainer(code.Id) ? '*' : text[code.OpenStart];
            return !forms.Swaps(code.Id) ? sign : sign == '*' ? '_' : '*';
        }

        /// <summary>What a part has at its edge: white space, punctuation, a hyphen behind a letter or anything else; a symbol, and one beyond U+FFFF, is what it is taken for.</summary>
        private char KindOf(int at, bool isEnd, EmphasisForms forms, char symbol, char emoji)
        {
            if (parts[at].Kind != InlineKind.Text)
            {
                var code = place.Code(parts[at].Value);
                return code.Kind == CodeKind.LineBreak ? ' ' : text.AsSpan(code.OpenStart) is ['{', '{' or '%', ..] ? 'a' : '.';
            }

            var words = parts[at].Value;
            // A reference has signs at both its ends.
            var isLetter = words.Length == 1 || (words.Length == 2 && char.IsSurrogatePair(words[0], words[1]));
            if (IsHidden(at, isEnd, forms) || (isLetter && IsHidden(at, !isEnd, forms)))
                return '.';
            if (EmphasisEdges.Edge(words, isEnd ? words.Length - 1 : 0) is var edge && edge != EmphasisEdges.Symbol)
                return isEnd && EmphasisEdges.EndsWithHyphen(words) ? '-' : edge;
            var isEmoji = char.IsSurrogate(isEnd ? words[^1] : words[0]);
            _hasSymbols = true;
            _hasEmoji |= isEmoji;
            return isEmoji ? emoji : symbol;
        }
    }
}
