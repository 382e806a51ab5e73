namespace TransFlow.Core.Tests;

[TestClass]
public sealed class SentenceTests
{
    [TestMethod]
    public void An_interpolated_sentence_keeps_its_pattern_and_its_values()
    {
        var refusal = new Refusal("busy", $"{"mina"} waits {3} of {1.5:0.00} hours for {{1}}.", "Try again {now}.");
        Assert.AreEqual("mina waits 3 of 1.50 hours for {1}.", refusal.Message);
        Assert.AreEqual("{0} waits {1} of {2} hours for {{1}}.", refusal.Said.Pattern);
        CollectionAssert.AreEqual(new[] { "mina", "3", "1.50" }, refusal.Said.Values.ToArray());
        Assert.AreEqual(("Try again {now}.", "Try again {{now}}."), (refusal.Remedy, refusal.Advice.Pattern));
    }

    [TestMethod]
    public void Sentences_are_the_same_when_pattern_and_values_are()
    {
        Sentence Of(string name) => $"{name} waits.";
        Assert.AreEqual(Of("mina"), Of("mina"));
        Assert.AreEqual(Of("mina").GetHashCode(), Of("mina").GetHashCode());
        Assert.AreNotEqual(Of("mina"), Of("jonas"));
        Assert.AreNotEqual<Sentence>("mina waits.", Of("mina"), "the words alone say less");
    }
}
