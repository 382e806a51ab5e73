using System.Text;
using System.Xml;
using TransFlow.Xliff;

namespace TransFlow.Benchmarks;

/// <summary>Reading, writing and validating XLIFF, against a bare XML reader and writer over the same bytes.</summary>
internal static class XliffBenchmark
{
    private const int Rounds = 7;

    public static void Run()
    {
        var files = Enumerable.Range(0, 1000).Select(n => XliffCorpus.File(n, 30)).ToArray();
        double bytes = files.Sum(f => (long)f.Length);
        Console.WriteLine(FormattableString.Invariant($"1,000 files x 30 units, {bytes / 1e6:0.0} MB, one thread, median of {Rounds} rounds"));
        var documents = files.Select(f => XliffReader.Read(new MemoryStream(f))).ToArray();
        var replays = files.Select(Record).ToArray();
        var times = Timing.Medians(
            Rounds,
            () => Array.ForEach(files, BareRead),
            () => Array.ForEach(files, f => XliffReader.Read(new MemoryStream(f))),
            () => Array.ForEach(files, ReadParts),
            () => Array.ForEach(files, f => XliffValidator.Validate(new MemoryStream(f))),
            () => Array.ForEach(replays, BareWrite),
            () => Array.ForEach(documents, d => XliffWriter.Write(d, new MemoryStream())));
        Timing.Print("XmlReader, all values read", $"{bytes / 1e3 / times[0]:0} MB/s");
        Timing.Print("read, everything modelled", $"{times[0] / times[1]:P0} of XmlReader", "goal: 60 % or more");
        Timing.Print("read as a stream of parts", $"{times[0] / times[2]:P0} of XmlReader");
        Timing.Print("read and validate", $"{times[3] / times[1]:0.00} of reading", "goal: 1.50 or less");
        Timing.Print("XmlWriter, replay of the same", $"{bytes / 1e3 / times[4]:0} MB/s");
        Timing.Print("write", $"{times[4] / times[5]:P0} of XmlWriter", "goal: 60 % or more");
        Memory(files, bytes);
        Growth();
    }

    private static void Memory(byte[][] files, double bytes)
    {
        var held = new XliffDocument[files.Length];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < files.Length; i++)
            held[i] = XliffReader.Read(new MemoryStream(files[i]));
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(held);
        Timing.Print("allocated while reading", $"{allocated / bytes:0.0} bytes a byte", "goal: 8 or less");
        Timing.Print("held after reading", $"{kept / bytes:0.0} bytes a byte", "goal: 6 or less");
    }

    private static void Growth()
    {
        foreach (var units in (int[])[1, 10, 100, 1000, 8000])
        {
            var file = XliffCorpus.File(units, units);
            var turns = Math.Max(1, 8000 / units);
            var time = Timing.Medians(5, () => Repeat(turns, () => XliffReader.Read(new MemoryStream(file))), () => Repeat(turns, () => XliffValidator.Validate(new MemoryStream(file))));
            Timing.Print($"read, validate: {units} units in one file", $"{time[0] * 1000 / units / turns:0.0}, {time[1] * 1000 / units / turns:0.0} us a unit");
        }
    }

    private static void Repeat(int turns, Action action)
    {
        for (var i = 0; i < turns; i++)
            action();
    }

    private static void ReadParts(byte[] file)
    {
        foreach (var part in XliffReader.ReadParts(new MemoryStream(file)))
            GC.KeepAlive(part);
    }

    private static void BareRead(byte[] file)
    {
        using var xml = XmlReader.Create(new MemoryStream(file));
        long length = 0;
        while (xml.Read())
        {
            if (xml.HasValue)
                length += xml.Value.Length;
            while (xml.MoveToNextAttribute())
                length += xml.Value.Length;
        }

        if (length == 0)
            throw new InvalidOperationException("Nothing was read.");
    }

    /// <summary>What an XML writer has to be told to write the file again.</summary>
    private static List<Step> Record(byte[] file)
    {
        var steps = new List<Step>();
        using var xml = XmlReader.Create(new MemoryStream(file));
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                var isEmpty = xml.IsEmptyElement;
                steps.Add(new(XmlNodeType.Element, xml.Prefix, xml.LocalName, xml.NamespaceURI, ""));
                while (xml.MoveToNextAttribute())
                    steps.Add(new(XmlNodeType.Attribute, xml.Prefix, xml.LocalName, xml.NamespaceURI, xml.Value));
                if (isEmpty)
                    steps.Add(new(XmlNodeType.EndElement, "", "", "", ""));
            }
            else if (xml.NodeType == XmlNodeType.EndElement)
            {
                steps.Add(new(XmlNodeType.EndElement, "", "", "", ""));
            }
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace && xml.Depth > 0)
            {
                steps.Add(new(XmlNodeType.Text, "", "", "", xml.Value));
            }
        }

        return steps;
    }

    private static void BareWrite(List<Step> steps)
    {
        using var writer = XmlWriter.Create(new MemoryStream(), new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize });
        foreach (var step in steps)
        {
            if (step.Kind == XmlNodeType.Element)
                writer.WriteStartElement(step.Prefix, step.Name, step.Space);
            else if (step.Kind == XmlNodeType.Attribute)
                writer.WriteAttributeString(step.Prefix, step.Name, step.Space, step.Value);
            else if (step.Kind == XmlNodeType.Text)
                writer.WriteString(step.Value);
            else
                writer.WriteEndElement();
        }
    }

    private readonly record struct Step(XmlNodeType Kind, string Prefix, string Name, string Space, string Value);
}
