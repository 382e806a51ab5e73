namespace TransFlow.Xliff.Tests;

[TestClass]
public sealed class ReadmeTests
{
    [TestMethod]
    public void The_sample_of_the_package_runs_as_it_stands_there()
    {
        var folder = Directory.CreateTempSubdirectory();
        var (from, to) = (Path.Combine(folder.FullName, "article.xlf"), Path.Combine(folder.FullName, "done.xlf"));
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Data", "everything-2.1.xlf"), from);
        Sample(from, to);
        using (var done = File.OpenRead(to))
            Assert.IsTrue(XliffReader.Read(done).Files.SelectMany(f => f.Units).SelectMany(u => u.Segments).Any(s => s.State == "final"));
        folder.Delete(recursive: true);
        var here = Lines("ReadmeTests.cs").ToHashSet();
        var code = Lines("README.md").SkipWhile(l => l != "```csharp").Skip(2).TakeWhile(l => l != "```").Select(l => l.Split("  //")[0].TrimEnd());
        Assert.AreEqual("", string.Join('\n', code.Where(l => !here.Contains(l.Replace("\"article.xlf\"", "from", StringComparison.Ordinal).Replace("\"done.xlf\"", "to", StringComparison.Ordinal)))));
    }

    private static void Sample(string from, string to)
    {
        using var article = File.OpenRead(from);
        var document = XliffReader.Read(article);
        foreach (var unit in document.Files.SelectMany(f => f.Units))
            Console.WriteLine($"{unit.Id}: {string.Concat(unit.Segments.Select(s => s.Source!.InnerText))}");

        var done = document with
        {
            Files = document.Files.Select(f => f with { Units = f.Units.Select(u => u with { Parts = u.Parts.Select(Approved) }) }),
        };
        File.WriteAllBytes(to, XliffWriter.Write(XliffLayout.Indent(done)));

        static UnitPart Approved(UnitPart part) => part is Segment { Target: not null } segment ? segment with { State = "final" } : part;

        using var written = File.OpenRead(to);
        foreach (var problem in XliffValidator.Validate(written))
            Console.WriteLine(problem);
    }

    private static IEnumerable<string> Lines(string name) => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Data", name)).Select(l => l.Trim());
}
