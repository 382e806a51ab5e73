using TransFlow.Core;
using TransFlow.Core.Exchange;
using TransFlow.Core.Formats;
using TransFlow.Core.Formats.Tables;
using TransFlow.Core.Formats.Tmx;

namespace TransFlow.Cli;

/// <summary>Converts translation memories.</summary>
internal static class MemoryFiles
{
    public static Outcome<int> Convert(ConvertedFiles files, Stream output)
    {
        if (files.Format is not ("tmx" or "csv" or "tsv"))
            return files.Unknown("tmx, csv, tsv");
        var header = new MemoryHeader();
        var units = files.Each((extension, stream) => extension switch
        {
            ".TMX" or ".XML" => Tmx(stream, h => header = h),
            ".XLF" or ".XLIFF" => Xliff(stream, files.Current),
            _ => MemoryTable.Read(stream, files.Columns),
        }).ToList();
        if (files.Format == "tmx")
            TmxWriter.Write(output, header, units);
        else
            MemoryTable.Write(output, files.Format == "csv" ? TableFormat.Csv : TableFormat.Tsv, [.. units.SelectMany(u => u.Variants).Select(v => v.Language).Distinct(StringComparer.OrdinalIgnoreCase)], units);
        return units.Count;
    }

    private static IEnumerable<MemoryUnit> Tmx(Stream stream, Action<MemoryHeader> seen)
    {
        using var reader = TmxReader.Open(stream);
        seen(reader.Header);
        foreach (var unit in reader.Units())
            yield return unit;
    }

    private static IEnumerable<MemoryUnit> Xliff(Stream stream, string path)
    {
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        if (!ReturnReader.Read(bytes, path, isBounded: false).Try(out var file, out var refusal))
            throw new BrokenFileException(refusal.Message, refusal.Line ?? 0);
        return MemoryUnits.Of(file, file.SourceLanguage ?? "und", file.TargetLanguage ?? "und");
    }
}
