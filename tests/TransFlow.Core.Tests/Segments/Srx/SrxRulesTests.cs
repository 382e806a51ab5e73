using System.Text;
using CsCheck;
using TransFlow.Core.Segments;
using TransFlow.Core.Segments.Sentences;
using TransFlow.Core.Segments.Srx;

namespace TransFlow.Core.Tests.Segments.Srx;

[TestClass]
public sealed class SrxRulesTests
{
    [TestMethod]
    [DataRow("en", "Dr. Kim met Mr. Lee. He left.", "Dr. Kim met Mr. Lee.|He left.", DisplayName = "an exception before the rule")]
    [DataRow("en-GB", "He said... no. Yes!  End", "He said... no.|Yes!|End", DisplayName = "white space belongs to no sentence")]
    [DataRow("ko", "하나; 둘이다. 셋", "하나;|둘이다.|셋", DisplayName = "the rules of all maps that fit, in order")]
    [DataRow("ja", "Dr. Kim; left.", "Dr.|Kim; left.", DisplayName = "the rules of one language alone")]
    [DataRow("ko", "셋이다.[^1] 넷이다.", "셋이다.[^1]|넷이다.", DisplayName = "a footnote mark stays with its sentence")]
    [DataRow("ko", "셋\uFFFC이다\uFFFC. 넷이다.", "셋\uFFFC이다\uFFFC.|넷이다.", DisplayName = "codes are nothing to a rule")]
    [DataRow("ko", "하나\u2028둘. 셋", "하나\u2028|둘.|셋", DisplayName = "a hard line break ends a segment")]
    [DataRow("ko", "하나.", "하나.", DisplayName = "one sentence")]
    [DataRow("ko", "", "", DisplayName = "nothing")]
    public void A_text_is_split_where_the_rules_say(string language, string text, string sentences) => Assert.AreEqual(sentences, Split(Given(), text, language));

    [TestMethod]
    public void Without_cascading_only_the_first_map_that_fits_counts() =>
        Assert.AreEqual("하나;|둘이다. 셋", Split(Given(r => r.Replace("cascade=\"yes\"", "cascade=\"no\"", StringComparison.Ordinal)), "하나; 둘이다. 셋", "ko"));

    [TestMethod]
    public void Rules_without_a_namespace_mean_the_same() =>
        Assert.AreEqual("하나;|둘이다.|셋", Split(Given(r => r.Replace(" xmlns=\"http://www.lisa.org/srx20\"", "", StringComparison.Ordinal)), "하나; 둘이다. 셋", "ko"));

    [TestMethod]
    [DataRow("<formathandle type=\"start\" include=\"no\"/><x:options xmlns:x=\"urn:x\"/>", null, DisplayName = "codes at an edge, and what other programs keep there")]
    [DataRow("<formathandle type=\"foo\" include=\"no\"/>", "'foo'", DisplayName = "codes of another kind")]
    [DataRow("<formathandle type=\"end\" include=\"1\"/>", "include=\"1\"", DisplayName = "neither yes nor no")]
    [DataRow("<formathandle type=\"end\"/>", "no include", DisplayName = "no word of it")]
    [DataRow("<options/>", "<header> holds <options>", DisplayName = "what SRX does not know")]
    public void A_header_says_what_SRX_knows(string header, string? says)
    {
        var text = File.ReadAllText("Data/rules.srx").Replace("<formathandle type=\"start\" include=\"no\"/>", header, StringComparison.Ordinal);
        Assert.Contains(header, text);
        var outcome = SrxRules.Read(Encoding.UTF8.GetBytes(text), "mine.srx");
        if (says is null)
            Assert.IsNotNull(outcome.Value);
        else
            Assert.Contains(says, outcome.Refusal!.Message);
    }

    [TestMethod]
    [DataRow("다\\.", DisplayName = "composed")]
    [DataRow("\u1103\u1161\\.", DisplayName = "decomposed")]
    [DataRow("\\p{Hangul}\\.", DisplayName = "by its script")]
    public void Rules_find_Hangul_in_either_form(string before)
    {
        foreach (var form in new[] { NormalizationForm.FormC, NormalizationForm.FormD })
            Assert.AreEqual("그\uFFFC는 갔다.[^1]|왔다.|끝".Normalize(form), Split(One(before, "\\s").Value!, "그\uFFFC는 갔다.[^1] 왔다. 끝".Normalize(form), "ko"));
    }

    [TestMethod]
    public void A_language_without_rules_is_split_by_our_own()
    {
        var rules = Given(r => r.Replace("<languagemap languagepattern=\".*\" languagerulename=\"Default\"/>", "", StringComparison.Ordinal));
        Assert.IsFalse(rules.Has("ja"));
        Assert.AreEqual("一つ。|二つ。", Split(rules, "一つ。二つ。", "ja"));
    }

    [TestMethod]
    public void A_language_that_is_mapped_to_no_rules_is_not_split()
    {
        var rules = Given(r => r.Replace("</languagerules>", "<languagerule languagerulename=\"none\"/></languagerules>", StringComparison.Ordinal)
            .Replace("<maprules>", "<maprules><languagemap languagepattern=\"ja\" languagerulename=\"none\"/>", StringComparison.Ordinal)
            .Replace("cascade=\"yes\"", "cascade=\"no\"", StringComparison.Ordinal));
        Assert.IsTrue(rules.Has("ja"));
        Assert.AreEqual("一つ。二つ。", Split(rules, "一つ。二つ。", "ja"));
        Assert.AreEqual("一つ。\u2028|二つ。", Split(rules, "一つ。\u2028二つ。", "ja"), "a hard line break is no matter of rules");
    }

    [TestMethod]
    [DataRow("kor")]
    [DataRow("KOR-KP")]
    [DataRow("ko-KP")]
    public void A_code_of_three_letters_is_its_language(string language)
    {
        var rules = Given(r => r.Replace("ko.*", "ko(-..)?", StringComparison.Ordinal));
        Assert.AreEqual("하나;|둘이다.|셋", Split(rules, "하나; 둘이다. 셋", language));
    }

    [TestMethod]
    public void A_document_type_is_passed_over()
    {
        var rules = Given(r => r.Replace("<srx ", "<!DOCTYPE srx SYSTEM \"srx20.dtd\">\n<srx ", StringComparison.Ordinal));
        Assert.AreEqual("하나;|둘이다.|셋", Split(rules, "하나; 둘이다. 셋", "ko"));
    }

    [TestMethod]
    [DataRow(@"\x{3002}", "", "一。二", "一。|二", DisplayName = "code point in braces")]
    [DataRow(@"\U00003002", "", "一。二", "一。|二", DisplayName = "code point of eight digits")]
    [DataRow(@"[\x{3002}\x21]", "", "一!二", "一!|二", DisplayName = "code points in a set")]
    [DataRow(@"\Q.*\E", "", "a.b.*c", "a.b.*|c", DisplayName = "a quoted run")]
    [DataRow(@"[\Q^-]\E]", "", "a^b-c]d", "a^|b-|c]|d", DisplayName = "a quoted run in a set")]
    [DataRow("[[:upper:]x]", "!", "aB!x!c!", "aB|!x|!c!", DisplayName = "a class of POSIX")]
    [DataRow(@"[\p{Ps}[!?]]", "a", "(a!a?a.a", "(|a!|a?|a.a", DisplayName = "a set in a set")]
    [DataRow(@"\p{Alphabetic}", "!", "a!1!", "a|!1!", DisplayName = "a property by its long name")]
    [DataRow(@"\p{Script=Hangul}", "a", "가a나b", "가|a나b", DisplayName = "a script")]
    [DataRow(@"\P{Lu}!", "a", "A!ab!a", "A!ab!|a", DisplayName = "a property that is not")]
    [DataRow(@"\.\h", "b", "a.\tb.b", "a.|b.b", DisplayName = "horizontal white space")]
    [DataRow("x", "(?:a|ab)++c", "xabc.xac", "xabc.x|ac", DisplayName = "a possessive quantifier gives nothing back")]
    [DataRow("(?i)(mr)+", "x", "aMRx", "aMR|x", DisplayName = "a setting within the expression")]
    [DataRow("\U0001F600+", "a", "b\U0001F600\U0001F600a", "b\U0001F600\U0001F600|a", DisplayName = "a character of two units, more than once")]
    [DataRow(@"\p{L}\.", "", "𠀋.a.1.", "𠀋.|a.|1.", DisplayName = "a category in all planes")]
    [DataRow(@"a\p{L}+\.", "", "a𠀋b𠀋.1.", "a𠀋b𠀋.|1.", DisplayName = "a category in all planes, more than once")]
    [DataRow(@"\p{So}", "b", "a\U0001F600b", "a\U0001F600|b", DisplayName = "a category that is mostly outside the basic plane")]
    [DataRow(@"a\P{L}\.", "", "a\U0001F600.a𠀋.a1.b", "a\U0001F600.|a𠀋.a1.|b", DisplayName = "all that are not in a category")]
    [DataRow(@"[\p{Han}x]\.", "", "𠀋.一.x.y.z", "𠀋.|一.|x.|y.z", DisplayName = "a script in a set")]
    [DataRow(@"a[^b]c", "", "a𠀋cabcaxcd", "a𠀋c|abcaxc|d", DisplayName = "a set of all others")]
    [DataRow(@"a[^\p{L}]c", "", "a𠀋ca\U0001F600c1", "a𠀋ca\U0001F600c|1", DisplayName = "all others than a category's, in all planes")]
    [DataRow("a.c", "", "a𠀋cab", "a𠀋c|ab", DisplayName = "any character")]
    [DataRow("a.{2}c", "", "a𠀋𠀋ca𠀋cb", "a𠀋𠀋c|a𠀋cb", DisplayName = "two of any")]
    [DataRow(@"\w\W\S\.", "", "𠀋\U0001F600𠀋.a", "𠀋\U0001F600𠀋.|a", DisplayName = "classes of one letter")]
    [DataRow("[\U0001F600-\U0001F602x]", "", "a\U0001F601b\U0001F603cxd", "a\U0001F601|b\U0001F603cx|d", DisplayName = "a range outside the basic plane")]
    [DataRow(@"[\U0001F600-\x{1F602}]", "", "a\U0001F601b\U0001F603c", "a\U0001F601|b\U0001F603c", DisplayName = "a range of code points there")]
    [DataRow("[\U0001F600]", "", "a.b", "a.b", DisplayName = "a set of nothing else, in a text without any")]
    [DataRow("[^\U0001F600]c", "", "acb", "ac|b", DisplayName = "all others than one there")]
    [DataRow(@"\p{sc=Hang}\.", "", "가.a.", "가.|a.", DisplayName = "a script by its short name")]
    [DataRow(@"\p{IsHangul}\.", "", "가.a.", "가.|a.", DisplayName = "a script as Java has it")]
    [DataRow(@"\p{InHangulSyllables}\.", "", "가.ㄱ.", "가.|ㄱ.", DisplayName = "a block")]
    [DataRow(@"\p{block=CJK Symbols And Punctuation}", "", "가。a.", "가。|a.", DisplayName = "a block by its name in words")]
    [DataRow(@"\p{blk=Hangul_Syllables}", "", "가.", "가|.", DisplayName = "a block by its other name")]
    [DataRow(@"\p{gc=lu}\.", "", "A.b.", "A.|b.", DisplayName = "a category in small letters")]
    [DataRow(@"\p{Currency_Symbol}", "", "$1", "$|1", DisplayName = "a category in words")]
    [DataRow(@"a\p{Any}c", "", "a\ncdac", "a\nc|dac", DisplayName = "any character at all")]
    [DataRow(@"a\p{Any}c", "", "a𠀋cdac", "a𠀋c|dac", DisplayName = "any character in all planes")]
    [DataRow(@"\p{Terminal_Punctuation}", "", "a;b。c'd", "a;|b。|c'd", DisplayName = "marks that end phrases")]
    [DataRow(@"\p{STerm}", "", "a;b。c!d", "a;b。|c!|d", DisplayName = "marks that end sentences")]
    [DataRow(@"\.", @"\H", "a. b.c.\td.\ne", "a. b.|c.\td.|e", DisplayName = "all but horizontal white space")]
    [DataRow(@"[\H]\.", "", "a. .\n.b", "a.|.\n.|b", DisplayName = "all but horizontal white space in a set")]
    [DataRow(@"x\v", "", "x\u2029y", "x|y", DisplayName = "vertical white space")]
    [DataRow(@"x\Vz", "", "x\nzxyza", "x\nzxyz|a", DisplayName = "all but vertical white space")]
    [DataRow(@"[[:^alpha:]]\.", "", "a.1.𠀋.b", "a.1.|𠀋.b", DisplayName = "a class of POSIX that is not")]
    [DataRow(@"[\P{Alphabetic}x]\.", "", "a.x.1.b", "a.x.|1.|b", DisplayName = "a property that is not, in a set")]
    [DataRow("[[:^alpha:]]x", "", "\U0001F600x𠀋xa", "\U0001F600x|𠀋xa", DisplayName = "a class of POSIX that is not, in all planes")]
    [DataRow(@"[\p{L}&&\p{Lu}]\.", "", "A.b.1.c", "A.|b.1.c", DisplayName = "what two sets have")]
    [DataRow("[[a-z]--[b]]!", "", "a!b!c!d", "a!|b!c!|d", DisplayName = "a set without another")]
    [DataRow("[[a-z]-[b]]!", "", "a!b!c!d", "a!|b!c!|d", DisplayName = "a set without another, with one sign")]
    [DataRow("[a-d&&b-e--c]!", "", "a!b!c!d!e!f", "a!b!|c!d!|e!f", DisplayName = "one sign after another")]
    [DataRow("[^a-c&&b]!", "", "a!b!c", "a!|b!c", DisplayName = "all but what two sets have")]
    [DataRow("[a[^a-c]]!", "", "a!b!d!c", "a!|b!d!|c", DisplayName = "a set of all others in a set")]
    [DataRow("[[^\U0001F600]&&[\U0001F600𠀋z]]!", "", "\U0001F600!𠀋!z!b", "\U0001F600!𠀋!|z!|b", DisplayName = "what two sets have in all planes")]
    [DataRow(@"[\--a&&b\-]!", "", "-!b!a", "-!|b!a", DisplayName = "a range from a hyphen")]
    [DataRow(@"[a&&b]!", "", "a!b!!c", "a!b!!c", DisplayName = "two sets that have nothing")]
    [DataRow("[a-[b]]!", "", "a!-!b!c!d", "a!|-!|b!|c!d", DisplayName = "a hyphen before a set")]
    [DataRow(@"[\w-x]!", "", "a!-!:!d", "a!|-!|:!d", DisplayName = "a hyphen behind a class")]
    [DataRow("[x[-b]]!", "", "x!-!b!y!d", "x!|-!|b!|y!d", DisplayName = "a hyphen at the beginning of a set in a set")]
    [DataRow("[:digit:]!", "", "1!d!:!a", "1!|d!:!a", DisplayName = "a class of POSIX by itself")]
    [DataRow("[[:script=Hangul:]]!", "", "가!d!a", "가!|d!a", DisplayName = "a property in the way of POSIX")]
    [DataRow(@"\0056", "", "a.b6", "a.|b6", DisplayName = "an octal code")]
    [DataRow(@"[\056\073]", "", "a.b;c", "a.|b;|c", DisplayName = "octal codes in a set")]
    [DataRow("(?x) d r \\. # a comment (", @"\s", "dr. a", "dr.|a", DisplayName = "free spacing with a comment at the end")]
    [DataRow("(?x: [d D] r # one\n +) \\.", "", "Drr .dr .a", "Drr .|dr .|a", DisplayName = "free spacing in a group")]
    [DataRow("(?-x)(?xi)d R(?-x) \\.", "", "DR .a", "DR .|a", DisplayName = "free spacing that is put off")]
    [DataRow(@"dr(?#x)\.", @"\s", "dr. a", "dr.|a", DisplayName = "a comment")]
    [DataRow("[\\Q\U0001F600-\\E.-]", "", "a\U0001F600b-c.d", "a\U0001F600|b-|c.|d", DisplayName = "a quoted run with one, and a hyphen at the end")]
    public void Expressions_are_those_of_ICU(string before, string after, string text, string sentences) => Assert.AreEqual(sentences, Split(One(before, after).Value!, text, "ko"));

    [TestMethod]
    public void Every_property_is_an_expression_for_all_planes()
    {
        string[] categories = ["L", "M", "N", "P", "S", "Z", "C", "Lu", "Nd", "Sm", "Cf", "Co", "Cn", "Cs", "Zs"];
        string[] scripts = ["Alphabetic", "Uppercase", "White_Space", "Punctuation", "Han", "Ideographic", "Hangul", "Hiragana", "Katakana", "Latin", "Greek", "Cyrillic", "Arabic", "Thai"];
        foreach (var name in categories.Concat(scripts))
        {
            foreach (var expression in new[] { $@"\p{{{name}}}", $@"\P{{{name}}}", $@"[x\p{{{name}}}-]", $@"[^x\p{{{name}}}]" })
                Assert.AreEqual("b\U0001F600𠀋!", string.Concat(Split(One("!", expression).Value!, "b\U0001F600𠀋!", "ko").Split('|')), expression);
        }
    }

    [TestMethod]
    [DataRow("(?i)[a-c--b]", "a set of which another is cut", 8)]
    [DataRow("[a--]", "an empty set", 8)]
    [DataRow("[[ab]-[b]c]", "a member behind a set that cuts another", 8)]
    [DataRow(@"[a-\w]", "a range that ends with a class", 8)]
    [DataRow("[a", "a set without its end", 8)]
    [DataRow("[a-\U0001F600]", "a range that leaves the basic plane", 8)]
    [DataRow("[\U0001F600-z]", "a range that ends in another way", 8)]
    [DataRow("[\U0001F602-\U0001F600]", "a range that ends before it begins", 8)]
    [DataRow(@"(a)\1", "a back reference", 8)]
    [DataRow(@"\N{DIGIT ONE}", "'\\N'", 8)]
    [DataRow(@"\p{Nonsense}", "the property 'Nonsense'", 8)]
    [DataRow(@"(?<q>a)\k<q>", "a back reference", 8)]
    [DataRow(@"\Ga", "'\\G'", 8)]
    [DataRow(@"\p{Age=3.0}", "the property 'Age=3.0'", 8)]
    [DataRow(@"\p{sc=Alphabetic}", "the property 'sc=Alphabetic'", 8)]
    [DataRow(@"\p{InNowhere}", "the property 'InNowhere'", 8)]
    [DataRow("(?<!a", "The expression '(?<!a' cannot be read: It opens a group", 8)]
    [DataRow("a)|(b", "The expression 'a)|(b' cannot be read: It closes a group", 8)]
    [DataRow("[b-a]x", "The expression '[b-a]x' cannot be read: [x-y] range in reverse order.", 7)]
    public void An_expression_without_an_equal_is_an_error_with_its_line(string before, string says, int line)
    {
        var refusal = One(before, "").Refusal;
        Assert.IsNotNull(refusal);
        Assert.Contains(says, refusal.Message, StringComparison.OrdinalIgnoreCase);
        Assert.AreEqual(line, refusal.Line);
        Assert.AreEqual("one.srx", refusal.File);
    }

    [TestMethod]
    [DataRow("version=\"2.0\"", "version=\"1.0\"", "SRX 1.0")]
    [DataRow("cascade=\"yes\"", "", "no cascade")]
    [DataRow("languagerulename=\"Hangul\">", "languagerulename=\"English\">", "there twice")]
    [DataRow("languagerulename=\"English\"/>", "languagerulename=\"Nobody\"/>", "no rules 'Nobody'")]
    [DataRow("break=\"no\"", "break=\"maybe\"", "neither yes nor no")]
    [DataRow("<afterbreak>\\n</afterbreak>", "", "nothing of what stands before")]
    [DataRow("cascade=\"yes\"", "cascade=\"maybe\"", "cascade=\"maybe\" says neither yes nor no")]
    [DataRow("segmentsubflows=\"yes\"", "segmentsubflows=\"perhaps\"", "neither yes nor no")]
    [DataRow("<body>", "<body><sorts/>", "<body> holds <sorts>")]
    [DataRow("<rule ", "<roule/><rule ", "<languagerule> holds <roule>")]
    [DataRow("<afterbreak>\\n</afterbreak>", "<afterbreak>\\n</afterbreak><beforebreak>x</beforebreak>", "after its <afterbreak>")]
    [DataRow("<afterbreak>\\n</afterbreak>", "<afterbreak>\\n</afterbreak><afterbreak>x</afterbreak>", "two <afterbreak>")]
    [DataRow("<afterbreak>\\n</afterbreak>", "<afterbreak>\\n<b/></afterbreak>", "<afterbreak> holds <b>")]
    [DataRow("</srx>", "", "not closed")]
    [DataRow("<srx ", "<!DOCTYPE srx [<!ENTITY lol \"lol\">]><srx x=\"&lol;\" ", "entity")]
    [DataRow("srx20", "srx30", "begins with <srx>")]
    public void A_broken_file_is_refused_with_its_line(string find, string replace, string says)
    {
        var text = File.ReadAllText("Data/rules.srx");
        Assert.Contains(find, text);
        var refusal = SrxRules.Read(Encoding.UTF8.GetBytes(text.Replace(find, replace, StringComparison.Ordinal)), "mine.srx").Refusal;
        Assert.IsNotNull(refusal);
        Assert.Contains(says, refusal.Message);
        Assert.AreNotEqual(0, refusal.Line);
    }

    [TestMethod]
    public void Spans_cover_any_text_exactly()
    {
        var rules = Given();
        var piece = Gen.OneOfConst("가", ".", "!", " ", "\n", "\u2028", "\uFFFC", "[^1]", "[", "^", "]", ";", "a", "\U0001F600", "\"", ")");
        piece.Array[0, 30].Select(string.Concat).Sample(text =>
        {
            var spans = SentenceSplitter.Split(text, "ko", rules);
            Assert.AreEqual(text, string.Concat(spans.Select(s => text.Substring(s.Start, s.Length))));
            Assert.IsTrue(spans.All(s => s.Length > 0));
        });
    }

    [TestMethod]
    public void An_article_is_taken_apart_by_the_rules()
    {
        var article = Encoding.UTF8.GetBytes("# 제목; 둘\n\n하나; **둘이다. 셋**; 넷\n");
        var units = MarkdownExtractor.Extract(article, "a.ko.md", new ExtractionOptions("ko") { Segmentation = Given() }).Value!.Units;
        Assert.AreEqual("제목;|둘", string.Join('|', units[0].Segments.Select(s => s.Source.Text)));
        Assert.AreEqual("하나;|둘이다. 셋;|넷", string.Join('|', units[1].Segments.Select(s => s.Source.Text)));
    }

    private static SrxRules Given(Func<string, string>? change = null)
    {
        var text = File.ReadAllText("Data/rules.srx");
        return SrxRules.Read(Encoding.UTF8.GetBytes(change is null ? text : change(text)), "rules.srx").Value!;
    }

    private static Outcome<SrxRules> One(string before, string after) => SrxRules.Read(
        Encoding.UTF8.GetBytes($"""
            <srx version="2.0">
            <header cascade="no"/>
            <body>
            <languagerules>
            <languagerule languagerulename="all">

            <rule>
            <beforebreak>{System.Security.SecurityElement.Escape(before)}</beforebreak><afterbreak>{after}</afterbreak>
            </rule>
            </languagerule>
            </languagerules>
            <maprules><languagemap languagepattern=".*" languagerulename="all"/></maprules>
            </body>
            </srx>
            """),
        "one.srx");

    private static string Split(SrxRules rules, string text, string language) =>
        string.Join('|', SentenceSplitter.Split(text, language, rules).Where(s => !s.IsSpace).Select(s => text.Substring(s.Start, s.Length)));
}
