using CsCheck;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Tests.Stages;

[TestClass]
public sealed class TurnaroundTests
{
    [TestMethod]
    public void Half_and_nine_in_ten_are_times_that_were_taken()
    {
        var ten = Turnaround.Of(Enumerable.Range(1, 10).Select(h => new StageTime("edit", "en", TimeSpan.FromHours(h)))).Single();
        Assert.AreEqual((10, 5.0, 9.0, 10.0), (ten.Count, ten.Median.TotalHours, ten.Ninetieth.TotalHours, ten.Longest.TotalHours));
        var one = Turnaround.Of([new StageTime("edit", "en", TimeSpan.FromHours(3))]).Single();
        Assert.AreEqual((1, 3.0, 3.0, 3.0), (one.Count, one.Median.TotalHours, one.Ninetieth.TotalHours, one.Longest.TotalHours));
    }

    [TestMethod]
    public void At_least_so_many_took_no_longer() => Gen.Int[0, 500].Array[1, 60].Sample(
        minutes =>
        {
            var turnaround = Turnaround.Of(minutes.Select(m => new StageTime("edit", "en", TimeSpan.FromMinutes(m)))).Single();
            Assert.IsGreaterThanOrEqualTo(minutes.Length * 0.5, minutes.Count(m => m <= turnaround.Median.TotalMinutes));
            Assert.IsGreaterThanOrEqualTo(minutes.Length * 0.9, minutes.Count(m => m <= turnaround.Ninetieth.TotalMinutes));
            Assert.IsLessThan(minutes.Length * 0.9, minutes.Count(m => m < turnaround.Ninetieth.TotalMinutes));
        },
        iter: 2000);

    [TestMethod]
    [DataRow("쌀값이 두 배로 올랐다.", 4, 10)]
    [DataRow("“Rice,” he said – again.", 4, 20)]
    [DataRow("米の値段が上がった。", 1, 10)]
    [DataRow("  \n ", 0, 0)]
    [DataRow("한글 e\u0301 👩‍🌾", 2, 4)]
    public void Words_have_a_letter_or_digit_and_characters_are_what_a_reader_sees(string text, int words, int characters) =>
        Assert.AreEqual(new TextSize(words, characters), TextSize.Of(text));
}
