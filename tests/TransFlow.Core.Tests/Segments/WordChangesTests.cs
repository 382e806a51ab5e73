using CsCheck;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Tests.Segments;

[TestClass]
public sealed class WordChangesTests
{
    private static readonly Gen<Content> Contents = Gen.OneOfConst("rice", "price", " ", ", ", "쌀값은", "{1}", "{/1}", "{2/}", "米", "の", "𠀋", "e\u0301")
        .List[0, 20].Select(words => Content.Parse(string.Concat(words)));

    [TestMethod]
    [DataRow("Rice is dear.", "Rice is cheap.", "Rice is [-dear][+cheap].")]
    [DataRow("Rice is dear.", "Rice is dear.", "Rice is dear.")]
    [DataRow("", "Rice", "[+Rice]")]
    [DataRow("Rice", "", "[-Rice]")]
    [DataRow("one two three", "one three", "one [-two ]three")]
    [DataRow("the old red house", "the new blue house", "the [-old][+new] [-red][+blue] house")]
    [DataRow("米の価格", "米の値段", "米の[-価格][+値段]")]
    [DataRow("{1}bold{/1} words", "{1}bold words{/1}", "{1}bold[-{/1}] words[+{/1}]")]
    public void Changes_are_told_word_by_word(string older, string newer, string expected) =>
        Assert.AreEqual(expected, string.Concat(WordChanges.Between(Content.Parse(older), Content.Parse(newer)).Select(p => p.Change switch
        {
            WordChange.Added => $"[+{p.Piece}]",
            WordChange.Removed => $"[-{p.Piece}]",
            _ => p.Piece.ToString(),
        })));

    [TestMethod]
    public void Without_what_was_removed_the_pieces_are_the_newer_words_and_without_what_was_added_the_older() =>
        Gen.Select(Contents, Contents).Sample((older, newer) =>
        {
            var pieces = WordChanges.Between(older, newer);
            return string.Concat(pieces.Where(p => p.Change != WordChange.Removed).Select(p => p.Piece)) == newer.ToString()
                && string.Concat(pieces.Where(p => p.Change != WordChange.Added).Select(p => p.Piece)) == older.ToString()
                && pieces.Zip(pieces.Skip(1)).All(p => p.First.Change != p.Second.Change);
        });

    [TestMethod]
    public void Very_long_texts_are_told_as_one_change()
    {
        var older = Content.Of(string.Join(' ', Enumerable.Range(0, 3000).Select(i => $"a{i}")));
        var newer = Content.Of(string.Join(' ', Enumerable.Range(0, 3000).Select(i => $"b{i}")));
        CollectionAssert.AreEqual(new[] { WordChange.Removed, WordChange.Added }, WordChanges.Between(older, newer).Select(p => p.Change).ToList());
    }
}
