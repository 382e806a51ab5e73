using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TransFlow.Core.Tests.Segments;

/// <summary>A renderer of Markdown that sites use and nobody here wrote; <c>tests/run</c> installs it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Program">What it runs on.</param>
/// <param name="Script">A program of a few lines that takes a JSON list of texts and gives one of pages.</param>
internal sealed partial record Renderer(string Name, string Program, string Script)
{
    /// <summary>Jekyll's, with what it does to typed signs left out (<c>--</c> to a dash), which is the site's wish.</summary>
    public static readonly Renderer Kramdown = new("kramdown", "/usr/bin/ruby", """
        require "json"
        require "kramdown"
        require "kramdown-parser-gfm"
        signs = { hellip: "...", mdash: "---", ndash: "--", laquo: "<<", raquo: ">>", laquo_space: "<< ", raquo_space: " >>" }
        options = { input: "GFM", hard_wrap: false, auto_ids: false, smart_quotes: "apos,apos,quot,quot", typographic_symbols: signs, syntax_highlighter: nil }
        puts JSON.generate(JSON.parse(STDIN.read).map { |text| Kramdown::Document.new(text, options).to_html })
        """);

    /// <summary>That of MkDocs and Pelican.</summary>
    public static readonly Renderer PythonMarkdown = new("Python-Markdown", "/usr/bin/python3", """
        import json, sys, markdown
        json.dump([markdown.markdown(text, extensions=["extra", "sane_lists", "admonition"]) for text in json.load(sys.stdin)], sys.stdout)
        """);

    /// <summary>Renders texts in one go.</summary>
    /// <param name="texts">The texts, without front matter.</param>
    /// <returns>What a reader gets of each: tags and words as they are, references as what they stand for, white space as one blank.</returns>
    public async Task<IReadOnlyList<string>> Render(IReadOnlyList<string> texts)
    {
        if (!File.Exists(Program))
            Assert.Inconclusive($"Left out: {Name} is not installed. tests/run installs it.");
        var start = new ProcessStartInfo(Program, [Program.EndsWith("ruby", StringComparison.Ordinal) ? "-e" : "-c", Script]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            process.StandardInput.BaseStream.Write(JsonSerializer.SerializeToUtf8Bytes(texts));
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it read all; what it says of that is looked at below.
        }

        var pages = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0 && (await errors).Contains(Name == "kramdown" ? "cannot load such file" : "ModuleNotFoundError", StringComparison.Ordinal))
            Assert.Inconclusive($"Left out: {Name} is not installed. tests/run installs it.");
        Assert.AreEqual(0, process.ExitCode, await errors);
        return [.. JsonSerializer.Deserialize<string[]>(pages)!.Select(Read)];
    }

    private static string Read(string page)
    {
        var read = new StringBuilder();
        foreach (Match part in Part().Matches(page))
            read.Append(part.Value.Length > 1 && part.Value[0] == '<' ? $"<{Signs(part.Value[1..^1])}>" : Signs(part.Value));
        return Blanks().Replace(read.ToString(), " ");
    }

    /// <summary>Words as they read, with other signs for those that tags have.</summary>
    public static string Signs(string words) => WebUtility.HtmlDecode(words).Replace('<', '‹').Replace('>', '›');

    /// <summary>A tag, or the words between tags.</summary>
    [GeneratedRegex("""<!--.*?-->|</?[a-zA-Z](?:[^>"']|"[^"]*"|'[^']*')*>|[^<]+|<""", RegexOptions.Singleline)]
    private static partial Regex Part();

    [GeneratedRegex(@"[ \t\r\n]+")]
    private static partial Regex Blanks();
}
