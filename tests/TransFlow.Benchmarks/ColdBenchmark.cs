using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace TransFlow.Benchmarks;

/// <summary>The program as a newly started process: one article, and a thousand in one call.</summary>
internal static partial class ColdBenchmark
{
    private const int Articles = 1000;
    private const int Rounds = 5;

    private static readonly XNamespace Xliff = "urn:oasis:names:tc:xliff:document:2.0";

    public static void Run()
    {
        var folder = Directory.CreateTempSubdirectory("transflow-cold-").FullName;
        try
        {
            var (articles, xliff) = (Directory.CreateDirectory(Path.Combine(folder, "articles")).FullName, Path.Combine(folder, "xliff"));
            for (var i = 0; i < Articles; i++)
                File.WriteAllBytes(Path.Combine(articles, FormattableString.Invariant($"{i:0000}.ko.md")), MarkdownBenchmark.Article(i));
            Print("one article extracted", "goal: 0.25 s", round => ["extract", Path.Combine(articles, "0000.ko.md"), "--target", "en", "-o", Path.Combine(folder, $"one{round}.xlf")]);
            Print("1,000 articles extracted", "goal: 3 s, 100 MB", round => ["extract", articles, "--target", "en", "-o", Directory.CreateDirectory($"{xliff}{round}").FullName]);
            foreach (var file in Directory.EnumerateFiles($"{xliff}0"))
                Translate(file);
            Print("1,000 editions woven", "goal: 3 s, 100 MB", round => ["weave", articles, "--xliff", $"{xliff}0", "-o", Directory.CreateDirectory(Path.Combine(folder, $"woven{round}")).FullName]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Puts a word of other letters in the place of each word.</summary>
    private static void Translate(string file)
    {
        var document = XDocument.Load(file, LoadOptions.PreserveWhitespace);
        foreach (var source in document.Descendants(Xliff + "source").ToList())
        {
            var target = new XElement(Xliff + "target", source.Nodes());
            foreach (var text in target.DescendantNodes().OfType<XText>())
                text.Value = Word().Replace(text.Value, "word");
            source.AddAfterSelf(target);
        }

        document.Save(file, SaveOptions.DisableFormatting);
    }

    /// <summary>Times a line of arguments, each round's with an output of its own: a file system takes longer over one that was there.</summary>
    private static void Print(string what, string goal, Func<int, string[]> arguments)
    {
        var runs = Enumerable.Range(0, Rounds).Select(round => Once(arguments(round))).ToList();
        var (wall, processor) = (runs.Select(r => r.Wall).Order().ElementAt(Rounds / 2), runs.Select(r => r.Processor).Order().ElementAt(Rounds / 2));
        Timing.Print(what, $"{wall:0.00} s, {processor:0.00} s of processor time, {runs.Max(r => r.Peak) / 1000:0} MB", goal);
    }

    /// <summary>Seconds until it ended, seconds of processor time, and kilobytes of memory at the most, looked at until the end.</summary>
    private static (double Wall, double Processor, double Peak) Once(string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [BuiltProgram.File, .. arguments]))!;
        var (processor, peak) = (0.0, 0.0);
        while (!process.WaitForExit(5))
        {
            try
            {
                processor = process.TotalProcessorTime.TotalSeconds;
                peak = double.Parse(File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
            }
            catch (Exception e) when (e is InvalidOperationException or IOException or System.ComponentModel.Win32Exception)
            {
                // It has just ended.
            }
        }

        return process.ExitCode == 0 ? (watch.Elapsed.TotalSeconds, processor, peak) : throw new InvalidOperationException($"'{arguments[0]}' ended with {process.ExitCode}.");
    }

    [GeneratedRegex("[가-힣]+")]
    private static partial Regex Word();
}
