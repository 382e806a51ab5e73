using TransFlow.Core.Segments;
using TransFlow.Core.Segments.Units;

namespace TransFlow.Core.Stages;

/// <summary>
/// What the sentences of an article say, before and after a change, in numbers: the same for those whose words are the same, and what their codes stand for, whatever the ids of these, which
/// are their block's. Where its words stood once and stand once, a sentence is the same as well when a link has another address.
/// </summary>
internal sealed class SentenceWords
{
    /// <summary>Numbers them.</summary>
    /// <param name="before">The article before.</param>
    /// <param name="now">The article now.</param>
    public SentenceWords(Extraction before, Extraction now)
    {
        var labels = new FormerLabels(before.Body, now.Body);
        var (former, present) = (SentencesOf(before, labels.Before), SentencesOf(now, labels.Now));
        var own = new int[present.Count];
        Array.Fill(own, SamePlaces.None);
        if (former.Exists(s => s.HasCodes) && present.Exists(s => s.HasCodes))
            Find();
        var numbers = new Dictionary<string, int>(former.Count, StringComparer.Ordinal);
        // One that was written otherwise says what it said.
        (Before, Now) = ([.. former.Select(s => Number(s.Markup))], [.. present.Select((s, i) => Number(own[i] < 0 ? s.Markup : former[own[i]].Markup))]);

        void Find()
        {
            var isKnown = new bool[former.Count];
            var places = SamePlaces.Of([.. former.Select(s => s.Markup)], [.. present.Select(s => s.Markup)]);
            for (var i = 0; i < places.Length; i++)
            {
                if (present[i].HasCodes && places[i] >= 0)
                    Settle(i, places[i]);
            }

            Pair(s => (s.Unit, s.Source, s.Markup));
            Pair(s => (s.Source, s.Markup));
            Pair(s => s.Markup);
            Pair(s => (s.Unit, s.Source));
            var (manyBefore, manyNow) = (Counted(former), Counted(present));
            Pair(s => manyBefore.GetValueOrDefault(s.Source.Text) == 1 && manyNow.GetValueOrDefault(s.Source.Text) == 1 ? s.Kinds : null);

            // In order those that have a sign in common.
            void Pair<T>(Func<Sentence, T?> sign)
                where T : notnull
            {
                var left = Enumerable.Range(0, former.Count).Where(p => former[p].HasCodes && !isKnown[p] && sign(former[p]) is not null).GroupBy(p => sign(former[p])!).ToDictionary(g => g.Key, g => new Queue<int>(g));
                for (var i = 0; i < present.Count && left.Count > 0; i++)
                {
                    if (present[i].HasCodes && own[i] < 0 && sign(present[i]) is { } its && left.TryGetValue(its, out var same) && same.TryDequeue(out var place))
                        Settle(i, place);
                }
            }

            void Settle(int at, int place) => (own[at], isKnown[place]) = (place, true);
        }

        int Number(string markup)
        {
            if (!numbers.TryGetValue(markup, out var number))
                numbers.Add(markup, number = numbers.Count);
            return number;
        }
    }

    /// <summary>The number of each sentence before.</summary>
    public int[] Before { get; }

    /// <summary>The number of each sentence now.</summary>
    public int[] Now { get; }

    private static List<Sentence> SentencesOf(Extraction article, Func<InlineCode, InlineCode> labelled)
    {
        var sentences = new List<Sentence>();
        foreach (var unit in article.Units)
        {
            var codes = unit.Codes.IsEmpty ? null : unit.Codes.ToDictionary(c => c.Id, labelled, StringComparer.Ordinal);
            foreach (var (source, _) in unit.Segments)
            {
                var hasCodes = codes is not null && source.Parts.Any(p => p.Kind != InlineKind.Text);
                sentences.Add(hasCodes ? new Sentence(unit.Id, source, true, source.Written(codes!, Markup), source.Written(codes!, Kind)) : new Sentence(unit.Id, source, false, source.Text, ""));
            }
        }

        return sentences;
    }

    private static string Kind(InlineKind kind, InlineCode code) => $"\0{(char)('0' + (int)kind)}{(char)('0' + (int)code.Kind)}";

    private static string Markup(InlineKind kind, InlineCode code) => $"{Kind(kind, code)}{code.Opening}\0{code.Closing}\0";

    /// <summary>How many say what, with codes or without.</summary>
    private static Dictionary<string, int> Counted(List<Sentence> sentences) => sentences.CountBy(s => s.Source.Text, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    /// <summary>A sentence of an article.</summary>
    /// <param name="Unit">Its unit.</param>
    /// <param name="Source">Its words.</param>
    /// <param name="HasCodes">Whether there are codes in it.</param>
    /// <param name="Markup">Its words with what each code stands for in the place of its id.</param>
    /// <param name="Kinds">Its words with the kind of each code in the place of its id.</param>
    private sealed record Sentence(string Unit, Content Source, bool HasCodes, string Markup, string Kinds);
}
