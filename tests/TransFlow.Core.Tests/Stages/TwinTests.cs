using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using TransFlow.Core.Exchange;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Tests.Stages;

/// <summary>Sentences that say the same and are translated each in its own way, in articles that change at random: a translation stands where it belongs, or nowhere.</summary>
[TestClass]
public sealed class TwinTests
{
    private const string Surnames = "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구";

    private static readonly Route Plain = Route.Of("plain", ["translate", "edit"]).Value!;

    private static readonly string[] Words =
    [
        "쌀값이 올랐다", "눈이 왔다", "장마당이 닫혔다", "주민들이 떠났다", "단속이 심해졌다", "열차가 멈췄다", "전기가 끊겼다", "배급이 없었다", "강물이 불었다", "손님이 줄었다", "밤이 깊었다", "소문이 돌았다",
        "학교가 비었다", "길이 막혔다", "약이 떨어졌다", "비료가 모자랐다", "초병이 바뀌었다", "달러가 내렸다", "옥수수가 말랐다", "석탄이 쌓였다", "목선이 돌아왔다", "문이 잠겼다",
    ];

    [TestMethod]
    [DataRow("plain")]
    [DataRow("bold")]
    [DataRow("one link")]
    [DataRow("links")]
    [DataRow("one note")]
    [DataRow("notes")]
    public void A_file_that_comes_back_after_the_change_does_what_it_would_have_done_before(string form)
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var (_, after, early, late) = Translated(seed, form, hasNewTwins: true);
            Assert.AreEqual(Said(early, after), Said(late, after), $"{form}, seed {seed}");
        }
    }

    /// <summary>Where the codes of such sentences stand for different things each is known by them; a note by what it says, whatever its number.</summary>
    [TestMethod]
    [DataRow("links")]
    [DataRow("notes")]
    public void Sentences_of_the_same_words_are_told_apart_by_what_their_links_and_notes_are(string form)
    {
        for (var seed = 0; seed < 600; seed++)
        {
            var (before, after, early, _) = Translated(seed, form, hasNewTwins: false);
            var expected = string.Join(' ', after.Select(t => before.Contains(t) ? $"T{t.Id}" : "-"));
            Assert.AreEqual(expected, Said(early, after), $"{form}, seed {seed}");
            foreach (var segment in early.Segments.Where(s => s.Target is not null))
                CollectionAssert.AreEqual(Codes(segment.Source), Codes(segment.Target!), $"{form}, seed {seed}");
        }
    }

    /// <summary>Where nothing but order tells them apart, two changes may explain the article as well: of the sentences that stood few are asked about, and hardly any has another's translation.</summary>
    [TestMethod]
    [DataRow("plain")]
    [DataRow("bold")]
    public void Sentences_that_only_their_order_tells_apart_hardly_ever_take_the_translation_of_another(string form)
    {
        var (right, asked, wrong) = (0, 0, 0);
        for (var seed = 0; seed < 3000; seed++)
        {
            var (before, after, early, _) = Translated(seed, form, hasNewTwins: false);
            var known = before.ToHashSet();
            foreach (var (token, segment) in after.Zip(early.Segments).Where(t => known.Contains(t.First)))
            {
                if (segment.Target is null)
                    asked++;
                else if (segment.Target.Text == $"T{token.Id}")
                    right++;
                else
                    wrong++;
            }
        }

        var all = right + asked + wrong;
        Assert.IsTrue(wrong * 1000 <= all * 3 && asked * 100 <= all * 2, $"{right} right, {asked} asked, {wrong} wrong of {all}");
    }

    private static string Said(Edition edition, List<Token> tokens) => string.Join(' ', edition.Segments.Take(tokens.Count).Select(s => s.Target?.Text ?? "-"));

    private static Inline[] Codes(Content words) => [.. words.Parts.Where(p => p.Kind != InlineKind.Text)];

    /// <summary>An article that was translated before it changed, and the same of which the translation came back afterwards.</summary>
    private static (List<Token> Before, List<Token> After, Edition Early, Edition Late) Translated(int seed, string form, bool hasNewTwins)
    {
        var (before, after) = Change(new Random(seed), hasNewTwins);
        var first = Extract(Write(before, form), null);
        var second = Extract(Write(after, form), first);
        List<Token> were = [.. before.SelectMany(p => p)];
        var begun = EditionRevision.Begin("a", "en", first, Plain);
        var filled = begun with { Segments = [.. begun.Segments.Select((s, i) => s with { Target = new Content([new Inline(InlineKind.Text, i < were.Count ? $"T{were[i].Id}" : $"note {i}"), .. Codes(s.Source)]), Changes = [new Change("mina", "translate")] })] };
        ImmutableArray<MergedSegment> said = [.. filled.Segments.Select(s => new MergedSegment(s.UnitId, s.Index, s.Source, null, s.Target, ReturnedState.Translated))];
        var plan = ReturnPlan.For(EditionRevision.Revise(begun, second, 2, first), second, new MergedReturn(said, [], [], []), "translate", new Actor("mina", ["translate"]), ReturnWay.HandedBack, before: first);
        return (were, [.. after.SelectMany(p => p)], EditionRevision.Revise(filled, second, 2, first), plan.Edition);
    }

    /// <summary>A few paragraphs, and the same with one edit or two: a sentence goes, comes, is changed or moved, a paragraph is split, joined to the next or new.</summary>
    private static (List<List<Token>> Before, List<List<Token>> After) Change(Random random, bool hasNewTwins)
    {
        var (many, others) = (0, 0);
        Token Twin() => new(many++, "당국은 모른다", true);
        Token Other() => new(many++, Words[others++ % Words.Length], false);
        List<List<Token>> before = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(2) == 0 ? Twin() : Other()).ToList())];
        var after = before.ConvertAll(p => p.ToList());
        for (var edits = random.Next(1, 3); edits > 0; edits--)
        {
            var paragraph = random.Next(after.Count);
            var its = after[paragraph];
            var at = random.Next(its.Count + 1);
            var (isOne, isOther) = (at < its.Count, at < its.Count && !its[at].IsTwin);
            switch (random.Next(8))
            {
                case 0 when isOne:
                    its.RemoveAt(at);
                    break;
                case 1:
                    its.Insert(at, Other());
                    break;
                case 2 when hasNewTwins:
                    its.Insert(at, Twin());
                    break;
                case 3 when isOne:
                    its[at] = new Token(many++, "장마당을 " + its[at].Words, false);
                    break;
                case 4 when isOther:
                    var to = after[random.Next(after.Count)];
                    var moved = its[at];
                    its.RemoveAt(at);
                    to.Insert(random.Next(to.Count + 1), moved);
                    break;
                case 5 when isOne && at > 0:
                    after.Insert(paragraph + 1, its[at..]);
                    its.RemoveRange(at, its.Count - at);
                    break;
                case 6 when paragraph + 1 < after.Count:
                    its.AddRange(after[paragraph + 1]);
                    after.RemoveAt(paragraph + 1);
                    break;
                case 7:
                    after.Insert(random.Next(after.Count + 1), [Other()]);
                    break;
                default:
                    break;
            }

            after.RemoveAll(p => p.Count == 0);
            if (after.Count == 0)
                after.Add([Other()]);
        }

        return (before, after);
    }

    private static string Write(List<List<Token>> article, string form)
    {
        var notes = new List<string>();
        var text = string.Join("\n\n", article.Select(p => string.Join(' ', p.Select(t => t.IsTwin ? Written(t) : t.Words + "."))));
        return $"{text}\n\n{string.Concat(form == "one note" && notes.Count > 0 ? ["[^1]: 신문을 보라.\n\n"] : notes)}";

        string Written(Token token)
        {
            if (form is "notes" or "one note")
                notes.Add(string.Create(CultureInfo.InvariantCulture, $"[^{notes.Count + 1}]: {Surnames[token.Id]}씨의 말이다.\n\n"));
            return form switch
            {
                "bold" => "**당국**은 모른다.",
                "one link" => "[당국](/a)은 모른다.",
                "links" => string.Create(CultureInfo.InvariantCulture, $"[당국](/a{token.Id})은 모른다."),
                "one note" => "당국은 모른다[^1].",
                "notes" => string.Create(CultureInfo.InvariantCulture, $"당국은 모른다[^{notes.Count}]."),
                _ => "당국은 모른다.",
            };
        }
    }

    private static Extraction Extract(string article, Extraction? previous) =>
        MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(article), "a.ko.md", new ExtractionOptions("ko") { Previous = previous }).Value!;

    /// <summary>A sentence of an article.</summary>
    /// <param name="Id">Its number: the same before and after the change.</param>
    /// <param name="Words">Its words.</param>
    /// <param name="IsTwin">Whether others say the same.</param>
    private sealed record Token(int Id, string Words, bool IsTwin);
}
