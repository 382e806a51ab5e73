using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests;

[TestClass]
public sealed class SampleNewsroomTests
{
    [TestMethod]
    public void The_files_in_the_drop_box_are_made_from_the_parallel_articles()
    {
        var differing = new List<string>();
        foreach (var (name, bytes) in SampleReturns.Files)
        {
            var there = Path.Combine(TestNewsroom.SampleFolder, "translations", "returned", name);
            var made = Path.Combine(AppContext.BaseDirectory, name);
            File.WriteAllBytes(made, bytes);
            if (!File.Exists(there) || !File.ReadAllBytes(there).AsSpan().SequenceEqual(bytes))
                differing.Add(made);
        }

        Assert.IsEmpty(differing, $"If these should be the sample's returns, copy them to translations/returned: {string.Join(' ', differing)}");
    }
}
