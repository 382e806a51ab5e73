using TransFlow.Core.Formats.Tables;

namespace TransFlow.Core.Formats.Tmx;

/// <summary>Translation memories as tables: a column for each language, a unit a row, words without codes.</summary>
public static class MemoryTable
{
    /// <summary>Reads the units of a table.</summary>
    /// <param name="stream">The bytes; left open, and read on while units are asked for.</param>
    /// <param name="languages">The columns' languages, for tables without a first row of languages; null when the first row has them.</param>
    /// <returns>The units in order; a column with an empty name is left out, and so is an empty cell.</returns>
    /// <exception cref="BrokenFileException">On the way: a row has more cells than there are columns, or the table itself is broken.</exception>
    public static IEnumerable<MemoryUnit> Read(Stream stream, IReadOnlyList<string>? languages = null)
    {
        foreach (var row in TableReader.Read(stream))
        {
            if (languages is null)
            {
                languages = [.. row.Cells.Select(c => c.Trim())];
                if (languages.Count(l => l.Length > 0) < 2)
                    throw new BrokenFileException("The first row names fewer than two languages.", row.Line);
                continue;
            }

            if (row.Cells.Skip(languages.Count).Any(c => c.Length > 0))
                throw new BrokenFileException($"The row has {row.Cells.Count} cells, the table {languages.Count} columns; a separator inside a cell needs quotation marks around it.", row.Line);
            var variants = languages.Zip(row.Cells).Where(p => p.First.Length > 0 && p.Second.Length > 0).Select(p => new MemoryVariant(p.First, [new MemoryText(p.Second)])).ToList();
            if (variants.Count > 1)
                yield return new MemoryUnit([.. variants]);
        }
    }

    /// <summary>Writes units as a table; a unit with several texts in a language takes as many rows.</summary>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="format">How.</param>
    /// <param name="languages">The languages, a column each.</param>
    /// <param name="units">The units.</param>
    public static void Write(Stream stream, TableFormat format, IReadOnlyList<string> languages, IEnumerable<MemoryUnit> units) =>
        TableWriter.Write(stream, format, units.SelectMany(u => Rows(u, languages)).Prepend(languages));

    private static IEnumerable<IReadOnlyList<string>> Rows(MemoryUnit unit, IReadOnlyList<string> languages)
    {
        var texts = languages.Select(l => unit.Variants.Where(v => v.Language.Equals(l, StringComparison.OrdinalIgnoreCase)).Select(v => v.Text).ToList()).ToList();
        for (var row = 0; row < Math.Max(1, texts.Max(t => t.Count)); row++)
            yield return [.. texts.Select(t => t.Count == 0 ? "" : t[Math.Min(row, t.Count - 1)])];
    }
}
