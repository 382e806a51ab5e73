using TransFlow.Core.Publishing;

namespace TransFlow.Core.Tests.Publishing;

[TestClass]
public sealed class UnifiedDiffTests
{
    [TestMethod]
    public void The_same_text_has_no_difference() => Assert.AreEqual("", UnifiedDiff.Of("a\n", "a\n", "x.md"));

    [TestMethod]
    public void A_new_file_is_all_added_and_one_that_goes_all_removed()
    {
        Assert.AreEqual("--- /dev/null\n+++ b/x.md\n@@ -0,0 +1,2 @@\n+a\n+b\n", UnifiedDiff.Of(null, "a\nb\n", "x.md"));
        Assert.AreEqual("--- a/x.md\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n", UnifiedDiff.Of("a\n", null, "x.md"));
    }

    [TestMethod]
    public void Changes_far_from_each_other_are_pieces_of_their_own_with_three_lines_around()
    {
        var old = string.Concat(Enumerable.Range(1, 30).Select(i => $"{i}\n"));
        var now = old.Replace("5\n6", "5\nfive\n6", StringComparison.Ordinal).Replace("\n25\n", "\n", StringComparison.Ordinal);
        Assert.AreEqual("--- a/x\n+++ b/x\n@@ -3,6 +3,7 @@\n 3\n 4\n 5\n+five\n 6\n 7\n 8\n@@ -22,7 +23,6 @@\n 22\n 23\n 24\n-25\n 26\n 27\n 28\n", UnifiedDiff.Of(old, now, "x"));
    }

    [TestMethod]
    public void A_missing_end_of_the_last_line_is_told() =>
        Assert.AreEqual("--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+a\n\\ No newline at end of file\n", UnifiedDiff.Of("a\n", "a", "x"));
}
