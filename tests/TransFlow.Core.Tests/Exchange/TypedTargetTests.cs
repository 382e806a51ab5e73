using System.Collections.Immutable;
using TransFlow.Core.Exchange;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Tests.Exchange;

[TestClass]
public sealed class TypedTargetTests
{
    private static readonly Content Source = Content.Parse("{1}굵은 글{/1}과 {2/}");

    private static readonly Unit Unit = new("u", "02-paragraph", UnitKind.Paragraph, [new Segment(Source, "")],
    [
        new InlineCode("1", CodeKind.Link, "[", "](/a)"), new InlineCode("2", CodeKind.Image, "![x](y)", null), new InlineCode("3", CodeKind.Bold, "**", "**") { CanDelete = true },
    ]);

    [TestMethod]
    [DataRow("{1}Bold words{/1} and {2/}", "{1}Bold words{/1} and {2/}")]
    [DataRow("  {2/} and{1} bold words {/1}\u200B ", "{2/} and {1}bold words{/1}")]
    [DataRow("{1}한글{/1} {2/}", "{1}한글{/1} {2/}")]
    [DataRow("{1}한글{/1} {2}", "{1}한글{/1} {2/}")]
    [DataRow("{1}a{/1} {{x}} {2/}", "{1}a{/1} {{x}} {2/}")]
    [DataRow("{1}{3}a{/3}{/1} {2/}", "{1}{3}a{/3}{/1} {2/}")]
    public void What_was_typed_is_taken_tidied(string typed, string expected) => Assert.AreEqual(expected, Read(typed).Value?.ToString());

    [TestMethod]
    [DataRow("Bold words and {2/}", "marker-lost")]
    [DataRow("{1}Bold words{/1}", "marker-lost")]
    [DataRow("{1}Bold words and {2/}", "marker-order")]
    [DataRow("{/1}Bold words{1} and {2/}", "marker-order")]
    [DataRow("{1/}Bold words and {2/}", "marker-order")]
    [DataRow("{1}Bold{/1} {2/} {7/}", "marker-unknown")]
    [DataRow("{1}Bold{/1} {2/} {", "marker-broken")]
    [DataRow("{1}Bold{/1} {2/} }", "marker-broken")]
    [DataRow("", "no-words")]
    [DataRow("{1} {/1}", "no-words")]
    public void A_marker_that_is_lost_broken_unknown_or_out_of_order_is_refused(string typed, string code)
    {
        var refusal = Read(typed).Refusal;
        Assert.AreEqual(code, refusal?.Code);
        Assert.AreEqual("02-paragraph", refusal!.Unit);
    }

    [TestMethod]
    public void A_marker_that_another_sentence_of_the_block_holds_is_not_lost() => Assert.IsNotNull(Read("Bold words", "1", "2").Value);

    [TestMethod]
    public void More_than_any_sentence_has_is_refused() => Assert.AreEqual("too-long", Read(new string('a', TypedTarget.Longest + 1)).Refusal!.Code);

    private static Outcome<Content> Read(string typed, params string[] elsewhere) => TypedTarget.Read(typed, Source, Unit, elsewhere.ToImmutableHashSet(StringComparer.Ordinal));
}
