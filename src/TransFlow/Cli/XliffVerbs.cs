using System.CommandLine;
using System.Globalization;
using TransFlow.Core;
using TransFlow.Engine;
using TransFlow.Xliff;

namespace TransFlow.Cli;

/// <summary>Verbs that work on XLIFF files themselves.</summary>
/// <param name="verb">What verbs have in common.</param>
internal sealed class XliffVerbs(Verb verb)
{
    public static IEnumerable<Command> All(Verb verb)
    {
        var command = new Command("xliff", "Convert, compare and resegment XLIFF files; no newsroom is needed.");
        foreach (var sub in new XliffVerbs(verb).Subcommands())
            command.Add(sub);
        yield return command;
    }

    /// <summary>Standard input as a file that is read, standard output as one that is written.</summary>
    private const string Standard = "-";

    private IEnumerable<Command> Subcommands()
    {
        var output = new Option<string?>("--output", "-o") { Description = "The file to write; standard output when left away or '-'.", HelpName = "OUT" };
        var place = new Option<string?>("--output", "-o") { Description = "The file to write, standard output when left away or '-'; for several files the folder, in which they stand as they stand to one another.", HelpName = "OUT" };
        var files = new Argument<string[]>("FILE") { Description = "XLIFF files of any version; '-' is standard input.", Arity = ArgumentArity.OneOrMore };
        var version = new Option<string>("--to") { Description = "The version to convert to.", Required = true, HelpName = "1.2|2.0|2.1|2.2" };
        version.AcceptOnlyFromAmong("1.2", "2.0", "2.1", "2.2");
        yield return Verb.FileCommand("convert", "Convert files to another version; what it cannot say is told, and makes the exit code 1.", [files, version, place],
            line => Convert(line.GetValue(files)!, line.GetValue(version)!, line.GetValue(place)));

        var file = new Argument<string>("FILE") { Description = "An XLIFF file of the 2.x family; '-' is standard input." };
        var unit = new Option<string>("--unit") { Description = "The unit's id, or the file's and the unit's as FILE/UNIT.", Required = true, HelpName = "ID" };
        var segment = new Option<string>("--segment") { Description = "The segment's id, or its number among the unit's segments.", DefaultValueFactory = _ => "1", HelpName = "ID" };
        var after = new Option<string>("--after") { Description = "The source's words (or how many characters) that stay in the first segment.", Required = true, HelpName = "TEXT" };
        var targetAfter = new Option<string?>("--target-after") { Description = "The target's words (or how many characters) that stay in the first; the whole target when left away.", HelpName = "TEXT" };
        yield return Verb.FileCommand("split", "Split a segment in two.", [file, unit, segment, after, targetAfter, output],
            line => Split(line.GetValue(file)!, line.GetValue(unit)!, line.GetValue(segment)!, line.GetValue(after)!, line.GetValue(targetAfter), line.GetValue(output)));

        var first = new Option<string>("--from") { Description = "The first segment: its id or number.", Required = true, HelpName = "ID" };
        var last = new Option<string>("--to") { Description = "The last segment: its id or number.", Required = true, HelpName = "ID" };
        yield return Verb.FileCommand("join", "Join segments, and what stands between them, to one.", [file, unit, first, last, output],
            line => Join(line.GetValue(file)!, line.GetValue(unit)!, line.GetValue(first)!, line.GetValue(last)!, line.GetValue(output)));

        var left = new Argument<string>("FIRST") { Description = "An XLIFF file of any version; '-' is standard input." };
        var right = new Argument<string>("SECOND") { Description = "Another." };
        var json = new Option<bool>("--json") { Description = "As JSON." };
        yield return Verb.FileCommand("diff", "Show unit by unit what differs; exit code 1 when anything does.", [left, right, json],
            line => Diff(line.GetValue(left)!, line.GetValue(right)!, line.GetValue(json)));
    }

    private int Convert(string[] files, string version, string? output)
    {
        var inputs = files.Select(Full).Distinct(StringComparer.Ordinal).ToList();
        if (!Places(inputs, output, files.Length > 1).Try(out var places, out var refused))
            return verb.Refuse(refused);
        var code = ExitCode.Done;
        foreach (var (file, place) in inputs.Zip(places))
        {
            if (!Read(file).Try(out var document, out var refusal) || !Converted(document, version).Try(out var converted, out refusal))
            {
                code = verb.Refuse(refusal with { File = file });
                continue;
            }

            foreach (var loss in converted.Losses)
                code = verb.Refuse(new Refusal("lost", loss, "Convert to a version that has it, if it matters.") { File = file });
            var bytes = XliffWriter.Write(converted.Document);
            if (XliffValidator.Validate(new MemoryStream(bytes)).FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error) is { } problem)
                code = verb.Refuse(new Refusal("not-valid", $"What was written is not valid: {problem}", "Mend that here and convert again; transflow validate tells all that is wrong with a file.") { File = file });
            if (!Write(bytes, place))
                code = ExitCode.Refused;
        }

        return code;
    }

    /// <summary>Where to write what the files become, each to its own place and none over another that is still to be read; empty for standard output.</summary>
    /// <param name="inputs">The files' full paths.</param>
    /// <param name="output">The file or folder that was asked for.</param>
    /// <param name="isSeveral">Whether several were named, be it one of them twice.</param>
    private Outcome<List<string?>> Places(List<string> inputs, string? output, bool isSeveral)
    {
        output = output == Standard ? null : output;
        var path = output is null ? "" : verb.Terminal.Full(output);
        if (inputs.Count == 1 && (output is null || !(isSeveral || Path.EndsInDirectorySeparator(output) || Directory.Exists(path))))
            return Over(inputs[0], output) is { } refusal ? refusal : new List<string?> { output };
        if (output is null)
            return new Refusal("no-folder", "Several files need a folder to be written to; nothing was written.", "Name one with -o, or convert one file after the other.");
        if (File.Exists(path))
            return new Refusal("no-folder", "This is a file; several files need a folder to be written to, and nothing was written.", "Name a folder with -o.") { File = path };
        var files = inputs.Where(i => i != Standard).ToList();
        var above = files.Count == 0 ? "" : Above(files);
        var places = inputs.ConvertAll(i => Path.Combine(path, i == Standard ? "standard-input.xlf" : Path.GetRelativePath(above, i)));
        try
        {
            // However the folders are named, a link may lead from one to the other.
            var read = new ReadFiles(files);
            if (places.Find(read.Hold) is { } taken)
                return new Refusal("same-file", "This file would be overwritten by what it becomes; nothing was written.", "Name another folder with -o, or a single file together with its own name.") { File = taken };
            if (places.GroupBy(Newsroom.RealPath).FirstOrDefault(g => g.Skip(1).Any()) is { } twice)
                return new Refusal("output-twice", "Several files would be written to this one; nothing was written.", "Convert them into different folders.") { File = twice.First() };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Refusal("no-folder", $"The folder cannot be looked at: {e.Message}", "Name another one with -o.") { File = path };
        }

        return places.ConvertAll<string?>(p => p);
    }

    /// <summary>Why what one file becomes cannot go where it is to: over that file under another name than that by which it is read; null when it can.</summary>
    /// <param name="input">The file.</param>
    /// <param name="output">The file that was asked for.</param>
    private Refusal? Over(string input, string? output)
    {
        if (output is null or Standard || input == Standard || verb.Terminal.Full(output) is var path && path == Full(input))
            return null;
        try
        {
            return new ReadFiles([Full(input)]).Hold(path)
                ? new Refusal("same-file", "This file would be overwritten by what it becomes; nothing was written.", "Name another file with -o, or this one by the name by which it is read.") { File = path }
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Refusal("not-written", $"This could not be written: {e.Message}", "Name another place with -o.") { File = path };
        }
    }

    /// <summary>The lowest folder that holds all files.</summary>
    private static string Above(List<string> files)
    {
        var folder = Path.GetDirectoryName(files[0])!;
        while (Path.GetDirectoryName(folder) is { } above && files.Exists(f => !f.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)))
            folder = above;
        return folder;
    }

    private static Outcome<ConvertedDocument> Converted(XliffDocument document, string version)
    {
        try
        {
            return XliffConversion.To(document, version);
        }
        catch (XliffException e)
        {
            return new Refusal("not-converted", e.Message, "Mend the file and convert it again.") { Line = e.Line > 0 ? e.Line : null };
        }
    }

    private int Split(string file, string unitId, string segment, string after, string? targetAfter, string? output) => Change(file, unitId, output, (document, unit) =>
    {
        var part = Part(unit, segment);
        var of = (Segment)unit.Parts.ElementAt(part);
        return Segmentation.Split(document, unit, part, Place(of.Source, after, "source"), targetAfter is null ? null : Place(of.Target, targetAfter, "target"));
    });

    private int Join(string file, string unitId, string first, string last, string? output) =>
        Change(file, unitId, output, (document, unit) => Segmentation.Join(document, unit, Part(unit, first), Part(unit, last)));

    private int Change(string file, string unitId, string? output, Func<XliffDocument, Unit, XliffDocument> change)
    {
        if (Over(file, output) is { } over)
            return verb.Refuse(over);
        if (!Read(file).Try(out var document, out var refusal))
            return verb.Refuse(refusal);
        if (document.IsVersion1)
            return verb.Refuse(new Refusal("version", "Segments of XLIFF 1.x are marks in a text.", "Convert it first: transflow xliff convert --to 2.0.") { File = Full(file) });
        var units = document.Files.SelectMany(f => f.Units.Where(u => u.Id == unitId || $"{f.Id}/{u.Id}" == unitId)).ToList();
        if (units.Count == 0)
            return verb.Refuse(new Refusal("no-unit", $"There is no unit '{unitId}'.", "Give the id of one that is there.") { File = Full(file) });
        if (units.Count > 1)
            return verb.Refuse(new Refusal("several-units", $"Several files in it have a unit '{unitId}'.", "Say which: the file's id, '/', the unit's id.") { File = Full(file) });
        try
        {
            return Write(XliffWriter.Write(XliffLayout.Indent(change(document, units[0]))), output) ? ExitCode.Done : ExitCode.Refused;
        }
        catch (ArgumentException e)
        {
            return verb.Refuse(new Refusal("not-possible", e.Message.Split(" (Parameter", 2)[0], "Nothing was changed.") { File = Full(file), Unit = unitId });
        }
    }

    private int Diff(string left, string right, bool isJson)
    {
        if (left == Standard && right == Standard)
            return verb.Refuse(new Refusal("input-twice", "Standard input can be read once only.", "Give one of the two as a file."));
        if (!Read(left).Try(out var first, out var refusal) || !Read(right).Try(out var second, out refusal))
            return verb.Refuse(refusal);
        // Two files of one version of 1.x are compared as they stand: 2.0 cannot say all of it.
        var (before, after) = (first, second);
        if (!(first.IsVersion1 && second.IsVersion1 && first.Tag.Namespace == second.Tag.Namespace) && (!Version2(first).Try(out before, out refusal) || !Version2(second).Try(out after, out refusal)))
            return verb.Refuse(refusal);
        var differences = XliffComparison.Compare(before, after);
        if (isJson)
            verb.Answer(differences.Select(d => new { d.File, d.Unit, Kind = d.Kind.ToString().ToLowerInvariant(), d.Left, d.Right }));
        foreach (var difference in isJson ? [] : differences)
        {
            var place = difference.File.Length == 0 ? "document" : difference.Unit.Length == 0 ? difference.File : $"{difference.File}/{difference.Unit}";
            verb.Terminal.Out.WriteLine($"{place}: {difference.Kind.ToString().ToLowerInvariant()}");
            if (difference.Left.Length > 0)
                verb.Terminal.Out.WriteLine("  - " + difference.Left.ReplaceLineEndings(" "));
            if (difference.Right.Length > 0)
                verb.Terminal.Out.WriteLine("  + " + difference.Right.ReplaceLineEndings(" "));
        }

        return differences.Count == 0 ? ExitCode.Done : ExitCode.Refused;
    }

    private static Outcome<XliffDocument> Version2(XliffDocument document)
    {
        if (!document.IsVersion1)
            return document;
        return Converted(document, "2.0").Try(out var converted, out var refusal) ? converted.Document : refusal;
    }

    /// <summary>Which part a segment's id or number means.</summary>
    private static int Part(Unit unit, string segment)
    {
        var parts = unit.Parts.ToList();
        var at = parts.FindIndex(p => p is Segment && p.Id == segment);
        if (at < 0 && int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && unit.Segments.ElementAtOrDefault(number - 1) is { } numbered)
            at = parts.FindIndex(p => ReferenceEquals(p, numbered));
        return at >= 0 ? at : throw new ArgumentException($"The unit has no segment '{segment}'.");
    }

    /// <summary>The place that words, or a number of characters, mean.</summary>
    private static int Place(InlineContent? content, string after, string side)
    {
        if (int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        var text = string.Concat(content?.Steps.Select(s => s.Text) ?? []);
        var at = text.IndexOf(after, StringComparison.Ordinal);
        return at >= 0 ? at + after.Length : throw new ArgumentException($"The {side} has no '{after}'.");
    }

    private string Full(string file) => file == Standard ? file : verb.Terminal.Full(file);

    private Outcome<XliffDocument> Read(string file)
    {
        var path = Full(file);
        if (Directory.Exists(path))
            return new Refusal("no-file", "This is a folder.", "Name the files in it.") { File = path };
        try
        {
            using var stream = path == Standard ? verb.Terminal.Input() : File.OpenRead(path);
            return XliffReader.Read(stream);
        }
        catch (XliffException e)
        {
            return new Refusal("not-xliff", e.Message, "Mend the file, or make it anew.") { File = path, Line = e.Line > 0 ? e.Line : null };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Refusal("no-file", e.Message, "Check its path.") { File = path };
        }
    }

    /// <summary>Writes a document; false when it cannot, which is told.</summary>
    private bool Write(byte[] bytes, string? output)
    {
        if (output is null or Standard)
            return verb.Print(System.Text.Encoding.UTF8.GetString(bytes)) == ExitCode.Done;
        var path = verb.Terminal.Full(output);
        try
        {
            Newsroom.WriteFile(path, bytes);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            verb.Say(new Refusal("not-written", $"This could not be written: {e.Message}", "Name another place with -o.") { File = path });
            return false;
        }
    }
}
