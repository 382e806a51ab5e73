using System.Collections.Immutable;
using System.Globalization;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CsCheck;
using TransFlow.Core.Segments.Sentences;
using TransFlow.Core.Segments.Srx;

namespace TransFlow.Core.Tests.Segments.Srx;

[TestClass]
public sealed class SrxCascadeTests
{
    private static readonly Gen<string> Expression = Gen.OneOfConst(
        @"\b", "Mr", "(?:Mr|dr|a)", "(?:M|(?:d|D))r", "[Mm]r", "[.!]", "[^.]", @"[\s!]", @"\.", @"\.", @"\.", "!", @"\s", @"\s+", @"\s*", @"\s{2}", @"\s?", "  ", @"\h", @"\v",
        "x?", "x*", "(?:a|br)*", "(?:a|br)+", "(?:ab){0,2}", "a{2}", "r++", ".", ".{1,2}", @"\p{L}", @"\P{L}", "(?<!a)", "(?<=r)", "(?=b)", "(?!b)", "|", "(?i)", "(?i:k|É)", "k", "é", "다", "\U0001F600",
        @"\Qr.\E", @"\x2e", @"\x{2E}", @"\056", @"\u0072", "[\U0001F600a]", "(?x: r \\. # c)\n)", "(?#c)", "(?>r|ra)", "[[:alpha:]]", "[:^alpha:]", @"[\H]", "^", "$").Array[0, 4].Select(string.Concat);

    private static readonly Gen<string> Piece = Gen.OneOfConst("Mr", "mR", "dr", "r", ".", ".", " ", " ", "\n", "\u3000", "a", "b", "x", "!", "K", "\u212A", "é", "É", "다", "\u1103\u1161", "\U0001F600", "1", "\uFFFC");

    /// <summary>What SRX says, word for word: at every place the first rule of all that fits decides.</summary>
    [TestMethod]
    public void Sentences_end_where_the_first_rule_that_fits_ends_them()
    {
        var rule = Gen.Select(Gen.OneOfConst(true, false, false), Expression, Gen.OneOf(Gen.Const(""), Gen.Const(@"\s"), Expression)).Where(r => r.Item2.Length + r.Item3.Length > 0);
        var texts = Piece.Array[0, 14].Select(string.Concat).Array[4];
        var read = 0;
        Gen.Select(rule.Array[1, 7], texts).Sample((rules, some) =>
        {
            // Quantifiers behind nothing, and such.
            if (SrxRules.Read(File(rules), "some.srx").Value is not { } fast)
                return;
            Interlocked.Increment(ref read);
            foreach (var text in some)
            {
                var words = new SrxText(text);
                Assert.AreEqual(string.Join(' ', words.Ends(Plainly(rules, words.Plain))), string.Join(' ', fast.Boundaries(text, "ko")), text);
            }
        }, iter: 1500);
        Assert.IsGreaterThan(300, read);
    }

    [TestMethod]
    [DataRow(@"\bmr\.", ".rm", DisplayName = "behind the edge of a word")]
    [DataRow(@"\b(?:Mr|Dr)\.", ".rm .rd", DisplayName = "branches")]
    [DataRow(@"(?i)\b[dm]r\.\s", " .rd  .rm", DisplayName = "few members, and white space")]
    [DataRow(@"\.\s*", ". .", DisplayName = "white space that may be missing")]
    [DataRow(@"\d+\.", ".", DisplayName = "behind what may be much")]
    [DataRow(@"\p{L}", "", DisplayName = "anything")]
    [DataRow("(?i)é", "", DisplayName = "a letter of either case beyond ASCII")]
    [DataRow(@"etc\.(?=\s)", ".cte", DisplayName = "before what is only looked at")]
    public void An_exception_is_known_by_its_end(string before, string ends)
    {
        var ending = SrxPattern.Of(new XElement("beforebreak"), before).Ending;
        Assert.AreEqual(Sorted(ends.Split(' ', StringSplitOptions.RemoveEmptyEntries)), Sorted(ending.Tails.Select(t => string.Concat(t.Text.Trim().Reverse()))));

        static string Sorted(IEnumerable<string> texts) => string.Join(' ', texts.Where(t => t.Length > 0).Order(StringComparer.Ordinal).Distinct());
    }

    [TestMethod]
    [DataRow(@"\bAb{0}\.", @"\s", DisplayName = "abbreviations")]
    [DataRow(@"\b(?:Ab{0}|[Xx]b{0})\.\s", "", DisplayName = "abbreviations with their white space")]
    [DataRow(@"(?i)\bab{0}\.", @"\s", DisplayName = "in either case")]
    public void Two_thousand_exceptions_hold_where_their_text_stands(string before, string after)
    {
        var text = string.Concat(Enumerable.Repeat("가다 나라 마바. Ab7. 사아자차. ", 6000));
        var exceptions = Enumerable.Range(0, 2000).Select(i => (false, string.Format(CultureInfo.InvariantCulture, before, i), after));
        var rules = SrxRules.Read(File([.. exceptions, after.Length == 0 ? (true, @"[.?!]+\s", "") : (true, "[.?!]+", @"\s")]), "many.srx").Value!;
        Assert.HasCount(12_000, SentenceSplitter.Split(text, "en", rules).Where(s => !s.IsSpace));
    }

    [TestMethod]
    [DataRow("[.?!]+", @"\s", ".", 3, DisplayName = "stops, then a blank")]
    [DataRow("[.?!]+", @"\s+\p{L}", ".", 3, DisplayName = "stops, then blanks and a letter")]
    [DataRow("[.?!]++[\")]*", @"\s", "\"", 2, DisplayName = "quotation marks behind stops")]
    [DataRow("(?:。|！){1,}", "", "！", 300_003, DisplayName = "stops, whatever follows")]
    public void Of_a_long_run_each_sign_is_read_a_few_times(string before, string after, string sign, int sentences)
    {
        var rules = SrxRules.Read(File([(false, @"\bDr\.", @"\s"), (true, before, after)]), "plain.srx").Value!;
        var text = string.Concat(Enumerable.Repeat(sign, 300_000)) + (after.Length == 0 ? "！다。라" : " a. b");
        Assert.AreEqual(sentences, rules.Boundaries(text, "en").Length + 1);
    }

    [TestMethod]
    public void A_rule_that_takes_too_long_is_named_as_it_is_written()
    {
        const string before = @"X(\w*\s*)*\.";
        var rules = SrxRules.Read(File([(true, before, @"\sq"), (true, @"\.", @"\s")]), "slow.srx").Value!;
        var slow = Assert.ThrowsExactly<RegexMatchTimeoutException>(() => rules.Boundaries(string.Concat(Enumerable.Repeat("aaaa bbbb. qqqq ", 20_000)), "en"));
        Assert.AreEqual($@"{before} / \sq", slow.Pattern);
    }

    [TestMethod]
    public void An_exception_that_looks_back_through_a_long_paragraph_takes_too_long_at_all_its_places_together()
    {
        var rules = SrxRules.Read(File([(false, "“[^”]*", "."), (true, @"\.", @"\s")]), "slow.srx").Value!;
        var slow = Assert.ThrowsExactly<RegexMatchTimeoutException>(() => rules.Boundaries(string.Concat(Enumerable.Repeat("다. ", 80_000)), "ko"));
        Assert.AreEqual("“[^”]* / .", slow.Pattern);
        Assert.HasCount(999, rules.Boundaries(string.Concat(Enumerable.Repeat("다. ", 1_000)), "ko"));
    }

    private static IEnumerable<int> Plainly((bool Breaks, string Before, string After)[] rules, string text)
    {
        var pairs = text.Any(char.IsSurrogate);
        var places = rules.Select(r => (r.Breaks, Place: new Regex($@"\G(?<={Made(r.Before)})(?={Made(r.After)})", RegexOptions.CultureInvariant))).ToImmutableArray();
        return Enumerable.Range(0, text.Length + 1).Where(at => places.FirstOrDefault(p => p.Place.IsMatch(text, at)).Breaks);

        string Made(string expression) => SrxPattern.Of(new XElement("rule"), expression, pairs).Made;
    }

    private static byte[] File((bool Breaks, string Before, string After)[] rules) => Encoding.UTF8.GetBytes($"""
        <srx version="2.0"><header cascade="no"/><body><languagerules><languagerule languagerulename="all">
        {string.Concat(rules.Select(r => $"<rule break=\"{(r.Breaks ? "yes" : "no")}\"><beforebreak>{SecurityElement.Escape(r.Before)}</beforebreak><afterbreak>{SecurityElement.Escape(r.After)}</afterbreak></rule>"))}
        </languagerule></languagerules><maprules><languagemap languagepattern=".*" languagerulename="all"/></maprules></body></srx>
        """);
}
