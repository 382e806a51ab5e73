using TransFlow.Core.Segments;

namespace TransFlow.Core.Exchange;

/// <summary>
/// Notices that a tool put translations into the wrong units, one place on or back: what cannot be translated, numbers and inline codes,
/// then fits the neighbour's source and not the own.
/// </summary>
internal static class ShiftCheck
{
    /// <summary>The check that translations stand in the wrong places.</summary>
    public const string Check = "targets-shifted";

    /// <summary>So many units are no accident.</summary>
    private const int Fewest = 3;

    /// <summary>So many are none where all that tell anything tell the same, and codes are among it: nobody types those into another unit.</summary>
    private const int FewestOfAll = 2;

    /// <summary>From this share of the units on, in hundredths, nothing of the file is taken.</summary>
    private const int Most = 30;

    /// <summary>The refusal of a file whose translations stand in the wrong places, or a finding when only a few do.</summary>
    /// <param name="pairs">The units that were handed out and what came back for each, in order.</param>
    /// <param name="findings">Where it is told.</param>
    public static Refusal? Of(IReadOnlyList<(ReturnedUnit Sent, ReturnedUnit Returned)> pairs, ICollection<Finding> findings)
    {
        // Most files have each number and code where the source has it.
        if (pairs.All(p => HasSignsOf(p.Sent, p.Returned)))
            return null;
        // What fits its own sentence fits its unit, too.
        var sentences = pairs.SelectMany(p => Sentences(p.Sent, p.Returned)).ToList();
        if (sentences.TrueForAll(FitsItsOwn))
            return null;
        var units = pairs.Select(p => new Place(p.Sent, Signs.Of(p.Sent.Pieces.Select(s => (Content?)s.Source)), Signs.Of(p.Returned.Pieces.Select(s => s.Target)))).ToList();
        if (Of(units, findings) is { } refusal)
            return refusal;
        // One sentence on or back. A few say nothing here: translators move numbers from one sentence to the next.
        return Of(sentences, []);
    }

    private static bool HasSignsOf(ReturnedUnit sent, ReturnedUnit returned)
    {
        if (sent.Pieces.Length != returned.Pieces.Length)
            return false;
        for (var i = 0; i < sent.Pieces.Length; i++)
        {
            if (returned.Pieces[i] is not { Order: null } piece || piece.IsSegment != sent.Pieces[i].IsSegment || (piece.Target is { } target && !Signs.AreSame(sent.Pieces[i].Source, target)))
                return false;
        }

        return true;
    }

    private static bool FitsItsOwn(Place place) => place.Target.IsEmpty || place.Target.Fits(place.Source) == 1;

    private static IEnumerable<Place> Sentences(ReturnedUnit sent, ReturnedUnit returned)
    {
        var (ours, theirs) = (sent.Pieces.Where(p => p.IsSegment).ToList(), returned.Pieces.Where(p => p.IsSegment).ToList());
        return ours.Count == theirs.Count && theirs.TrueForAll(p => p.Order is null)
            ? ours.Zip(theirs, (one, other) => new Place(sent, Signs.Of([one.Source]), Signs.Of([other.Target])))
            : [new Place(sent, Signs.Of(ours.Select(p => (Content?)p.Source)), Signs.Of(theirs.Select(p => p.Target)))];
    }

    private static Refusal? Of(List<Place> places, ICollection<Finding> findings)
    {
        // What fits its own place is nobody else's.
        if (places.TrueForAll(FitsItsOwn))
            return null;
        var telling = Enumerable.Range(0, places.Count).Where(i => !places[i].Target.IsEmpty).ToList();
        foreach (var by in new[] { 1, -1 })
        {
            var shifted = telling.Where(i => i - by >= 0 && i - by < places.Count && places[i].Target.Fits(places[i].Source) < places[i].Target.Fits(places[i - by].Source)).ToList();
            // A number that is said in words here and stands in the neighbour is chance; from a shift on, most that tells anything tells of it.
            var isAll = shifted.Count >= FewestOfAll && telling.TrueForAll(i => places[i].Target.Fits(places[i].Source) == 0) && shifted.Exists(i => places[i].Target.Codes.Count > 0);
            if ((shifted.Count < Fewest && !isAll) || shifted.Count <= telling.Count(i => i >= shifted[0] && places[i].Target.Fits(places[i].Source) > 0.5))
                continue;
            var first = places[shifted[0]].Unit;
            if (shifted.Count * 100 > telling.Count * Most)
            {
                return new Refusal(Check, $"The translations seem to stand one place {(by > 0 ? "too low" : "too high")} from there on: numbers and codes fit the neighbours.",
                    "Nothing of it was taken; look at the file in your tool, put the translations right and return it again.")
                { Unit = UnitWords.Of(first) };
            }

            findings.Add(new Finding(Check, Severity.Warn, first.Id, $"{UnitWords.Of(first)}: translations seem to stand in the wrong places from there on."));
        }

        return null;
    }

    /// <summary>A unit or a sentence of one.</summary>
    private sealed record Place(ReturnedUnit Unit, Signs Source, Signs Target);

    /// <summary>What translation leaves as it is: numbers, and codes.</summary>
    private sealed record Signs(HashSet<string> Numbers, List<Inline> Codes)
    {
        public bool IsEmpty => Numbers.Count == 0 && Codes.Count == 0;

        private static readonly Signs None = new([], []);

        public static Signs Of(IEnumerable<Content?> contents)
        {
            var signs = None;
            foreach (var content in contents)
            {
                var text = content?.Text ?? "";
                var at = NextDigit(text, 0);
                if (content is null || (at == text.Length && content.Parts is [] or [{ Kind: InlineKind.Text }]))
                    continue;
                signs = ReferenceEquals(signs, None) ? new([], []) : signs;
                for (; at < text.Length; at = NextDigit(text, at))
                {
                    var digits = DigitsAt(text, at);
                    signs.Numbers.Add(digits.ToString());
                    at += digits.Length;
                }

                signs.Codes.AddRange(content.Parts.Where(IsCode));
            }

            return signs;
        }

        /// <summary>Whether two texts have the same numbers and the same codes, in the same order.</summary>
        public static bool AreSame(Content one, Content other)
        {
            var (at, to) = (NextDigit(one.Text, 0), NextDigit(other.Text, 0));
            while (at < one.Text.Length && to < other.Text.Length)
            {
                var first = DigitsAt(one.Text, at);
                var second = DigitsAt(other.Text, to);
                if (!first.SequenceEqual(second))
                    return false;
                (at, to) = (NextDigit(one.Text, at + first.Length), NextDigit(other.Text, to + second.Length));
            }

            if (at < one.Text.Length || to < other.Text.Length)
                return false;
            var next = 0;
            foreach (var part in one.Parts)
            {
                if (!IsCode(part))
                    continue;
                while (next < other.Parts.Length && !IsCode(other.Parts[next]))
                    next++;
                if (next == other.Parts.Length || other.Parts[next++] != part)
                    return false;
            }

            while (next < other.Parts.Length && !IsCode(other.Parts[next]))
                next++;
            return next == other.Parts.Length;
        }

        private static bool IsCode(Inline part) => part.Kind is InlineKind.Open or InlineKind.Standalone;

        private static ReadOnlySpan<char> DigitsAt(string text, int at)
        {
            var end = at;
            while (end < text.Length && char.IsDigit(text[end]))
                end++;
            return text.AsSpan(at, end - at);
        }

        private static int NextDigit(string text, int at)
        {
            while (at < text.Length && !char.IsDigit(text[at]))
                at++;
            return at;
        }

        /// <summary>How much of the target's signs a source has: 0 none, 1 all.</summary>
        public double Fits(Signs source)
        {
            var count = Numbers.Count + Codes.Count;
            return count == 0 ? 0 : (double)(Numbers.Count(source.Numbers.Contains) + Codes.Count(source.Codes.Contains)) / count;
        }
    }
}
