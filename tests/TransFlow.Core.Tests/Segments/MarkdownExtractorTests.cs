using TransFlow.Core.Tests.Newsroom;

namespace TransFlow.Core.Tests.Segments;

[TestClass]
public sealed class MarkdownExtractorTests
{
    [TestMethod]
    public void Dump0()
    {
        foreach (var article in Sample.Articles)
        {
            var e = Sample.Korean(article);
            Console.WriteLine("=== " + article + " " + e.Rules.Name);
            foreach (var u in e.Units)
                Console.WriteLine($"{u.Id} {u.Name} {u.Kind} {u.Key} " + string.Join(" ¶ ", u.Segments.Select(s => s.Source)) + "   <" + string.Join(" ", u.Codes.Select(c => c.Id + c.Kind + c.Opening + ".." + c.Closing)) + ">");
            foreach (var b in e.Blocks)
                Console.WriteLine(b);
        }
        
    }
}
