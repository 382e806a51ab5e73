using TransFlow.Core;
using TransFlow.Core.Formats.Tables;
using TransFlow.Core.Formats.Tbx;
using TransFlow.Core.Formats.Terms;

namespace TransFlow.Cli;

/// <summary>Converts termbases.</summary>
internal static class TermFiles
{
    public static Outcome<int> Convert(ConvertedFiles files, Stream output)
    {
        if (files.Format is not ("tbx" or "tbx-dct" or "tbx-core" or "martif" or "csv" or "tsv"))
            return files.Unknown("tbx, tbx-dct, tbx-core, martif, csv, tsv");
        var entries = files.Each((extension, stream) => extension is ".TBX" or ".XML" ? TbxReader.Read(stream) : TermTable.Read(stream, files.Columns)).ToList();
        files.LeftOut = [.. files.Format is "csv" or "tsv" ? TermTable.LeftOut(entries) : files.Format == "tbx-core" ? TbxWriter.LeftOutOfCore(entries) : []];
        if (files.Format is "csv" or "tsv")
            TermTable.Write(output, files.Format == "csv" ? TableFormat.Csv : TableFormat.Tsv, entries);
        else
            TbxWriter.Write(output, StyleOf(files.Format), "en", entries);
        return entries.Count;
    }

    private static TbxStyle StyleOf(string format) => format switch
    {
        "tbx-dct" => TbxStyle.Dct,
        "tbx-core" => TbxStyle.Core,
        "martif" => TbxStyle.Martif,
        _ => TbxStyle.Dca,
    };
}
