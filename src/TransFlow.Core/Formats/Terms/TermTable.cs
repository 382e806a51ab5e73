using System.Collections.Immutable;
using TransFlow.Core.Formats.Tables;
using TransFlow.Core.Formats.Tbx;

namespace TransFlow.Core.Formats.Terms;

/// <summary>
/// Termbases as tables, a concept a row. A column named by a language tag (<c>en</c>), or by the language's name, holds its preferred term, <c>en_variants</c>
/// (or <c>en_admitted</c>) those that may be used, <c>forbidden_en</c> (or <c>en_forbidden</c>) those that must not, several
/// separated by <c>|</c>; <c>id</c> and <c>pos</c> are what they say, <c>note</c> is a note, every other column says something of the concept.
/// </summary>
public static class TermTable
{
    private const char Between = '|';

    /// <summary>Reads the entries of a table.</summary>
    /// <param name="stream">The bytes; left open, and read on while entries are asked for.</param>
    /// <param name="header">The names of the columns, for tables without a first row of names; null when the first row has them.</param>
    /// <returns>The entries in order.</returns>
    /// <exception cref="BrokenFileException">On the way: no column is a language, a row has more cells than there are columns, or the table itself is broken.</exception>
    public static IEnumerable<TermEntry> Read(Stream stream, IReadOnlyList<string>? header = null)
    {
        IReadOnlyList<Column>? columns = header is null ? null : Columns(header, 0);
        foreach (var row in TableReader.Read(stream))
        {
            if (columns is null)
                columns = Columns(row.Cells, row.Line);
            else if (row.Cells.Skip(columns.Count).Any(c => c.Length > 0))
                throw new BrokenFileException($"The row has {row.Cells.Count} cells, the table {columns.Count} columns; a separator inside a cell needs quotation marks around it.", row.Line);
            else if (row.Cells.Any(c => c.Length > 0))
                yield return Entry(row.Cells, columns);
        }
    }

    /// <summary>Writes entries as a table; what a table has no column for is left out.</summary>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="format">How.</param>
    /// <param name="entries">The entries; gone through twice.</param>
    /// <param name="languages">Languages that have a column even when no entry has them.</param>
    public static void Write(Stream stream, TableFormat format, IReadOnlyCollection<TermEntry> entries, params IEnumerable<string> languages)
    {
        var columns = ColumnsOf(entries, languages).ToList();
        TableWriter.Write(stream, format, entries.Select(e => (IReadOnlyList<string>)[.. columns.Select(c => c.Cell(e))]).Prepend([.. columns.Select(c => c.Name)]));
    }

    /// <summary>What entries say that a table has no place for.</summary>
    /// <param name="entries">The entries.</param>
    /// <returns>The data categories, each once, in order.</returns>
    public static IEnumerable<string> LeftOut(IEnumerable<TermEntry> entries) =>
        entries.SelectMany(e => e.Fields.SelectMany(f => f.About)
                .Concat(e.Languages.SelectMany(l => l.Fields.Concat(l.Terms.SelectMany(t => t.Fields.Where(f => f.Type != "partOfSpeech")))).SelectMany(f => f.About.Prepend(f))))
            .Select(f => f.Type.Length > 0 ? f.Type : f.Element).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static List<Column> Columns(IReadOnlyList<string> names, int line)
    {
        var columns = names.Select(n => Column.Named(n.Trim())).ToList();
        return columns.Exists(c => c.Status is not null)
            ? columns
            : throw new BrokenFileException($"No column is named by a language or its tag, such as 'ko' or 'en-US': {string.Join(", ", names.Take(8))}; the first row has to name them, as in 'ko,en,note'.", line);
    }

    private static TermEntry Entry(IReadOnlyList<string> cells, IReadOnlyList<Column> columns)
    {
        var terms = new List<(string Language, TermForm Form)>();
        var fields = ImmutableArray.CreateBuilder<TermField>();
        var (id, pos) = ("", "");
        for (var i = 0; i < Math.Min(cells.Count, columns.Count); i++)
        {
            var cell = cells[i].Trim();
            if (cell.Length == 0)
                continue;
            switch (columns[i])
            {
                case { Status: { } status, Language: var language }:
                    terms.AddRange(cell.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                        .Select((t, n) => (language, new TermForm(t) { Status = status == TermStatus.Preferred && n > 0 ? TermStatus.Admitted : status })));
                    break;
                case { Name: var name } when name.Equals("id", StringComparison.OrdinalIgnoreCase):
                    id = cell;
                    break;
                case { Name: var name } when name.Equals("pos", StringComparison.OrdinalIgnoreCase) || name == "partOfSpeech":
                    pos = TbxWords.PartOfSpeech(cell);
                    break;
                case { Name: var name }:
                    fields.Add(name.Equals("note", StringComparison.OrdinalIgnoreCase) ? new TermField("note", "", cell) : new TermField("descrip", name is "category" or "subject" ? "subjectField" : name, cell));
                    break;
            }
        }

        ImmutableArray<TermField> said = pos.Length > 0 ? [new TermField("termNote", "partOfSpeech", pos)] : [];
        return new TermEntry(id, [.. terms.GroupBy(t => t.Language, StringComparer.Ordinal).Select(g => new TermLanguage(g.Key, [.. g.Select(t => t.Form with { Fields = said })]))])
        {
            Fields = fields.ToImmutable(),
        };
    }

    private static IEnumerable<Column> ColumnsOf(IReadOnlyCollection<TermEntry> entries, IEnumerable<string> languages)
    {
        yield return Column.Named("id");
        foreach (var language in languages.Concat(entries.SelectMany(e => e.Languages).Select(l => l.Language)).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            yield return Column.Named(language);
            foreach (var (name, status) in new[] { ($"{language}_variants", TermStatus.Admitted), ($"forbidden_{language}", TermStatus.Forbidden) })
            {
                if (entries.SelectMany(e => e.Languages).Any(l => l.Language.Equals(language, StringComparison.OrdinalIgnoreCase) && l.Terms.Any(t => t.Status == status)))
                    yield return Column.Named(name);
            }
        }

        if (entries.SelectMany(Column.Forms).SelectMany(f => f.Fields).Any(f => f.Type == "partOfSpeech"))
            yield return Column.Named("pos");
        foreach (var field in entries.SelectMany(e => e.Fields).Select(f => f.Element == "note" ? "note" : f.Type == "subjectField" ? "category" : f.Type).Where(n => n.Length > 0 && Column.Named(n).Status is null && n is not ("id" or "pos")).Distinct(StringComparer.Ordinal))
            yield return Column.Named(field);
    }

    /// <summary>A column: terms of a language, or something that is said of the concept.</summary>
    private sealed record Column(string Name, string Language, TermStatus? Status)
    {
        public static Column Named(string name)
        {
            var parts = name.Split('_', 2) is [var one, var other] ? [IsTag(one) ? one : one.ToLowerInvariant(), IsTag(other) ? other : other.ToLowerInvariant()] : new[] { name };
            var (language, status) = parts switch
            {
                [var l] when IsTag(l) => (l, TermStatus.Preferred),
                [var l, "variants" or "admitted"] => (l, TermStatus.Admitted),
                [var l, "forbidden"] => (l, TermStatus.Forbidden),
                ["forbidden", var l] => (l, TermStatus.Forbidden),
                // As programs write it that know no hyphen in a name.
                [var l, { Length: 2 } region] when IsTag(region) => ($"{l}-{region.ToUpperInvariant()}", TermStatus.Preferred),
                _ => (LanguageNames.TagOf(name) ?? "", TermStatus.Preferred),
            };
            return IsTag(language) ? new Column(name, Small(language), status) : new Column(name, "", null);
        }

        /// <summary>Language tags are alike in capitals and small letters; the first part is written small (RFC 5646, 2.1.1).</summary>
        private static string Small(string tag) => tag.Split('-', 2) is [var first, var rest] ? $"{first.ToLowerInvariant()}-{rest}" : tag.ToLowerInvariant();

        public static IEnumerable<TermForm> Forms(TermEntry entry) => entry.Languages.SelectMany(l => l.Terms);

        public string Cell(TermEntry entry)
        {
            if (Status is { } status)
                return string.Join(Between, entry.Languages.Where(l => l.Language.Equals(Language, StringComparison.OrdinalIgnoreCase)).SelectMany(l => l.Terms).Where(t => t.Status == status || (t.Status == TermStatus.Unsaid && status == TermStatus.Preferred)).Select(t => t.Text));
            return Name switch
            {
                "id" => entry.Id,
                "pos" => Forms(entry).SelectMany(f => f.Fields).FirstOrDefault(f => f.Type == "partOfSpeech")?.Value ?? "",
                "note" => string.Join("; ", entry.Fields.Where(f => f.Element == "note").Select(f => f.Value)),
                "category" => string.Join("; ", entry.Fields.Where(f => f.Type is "subjectField" or "category").Select(f => f.Value)),
                _ => string.Join("; ", entry.Fields.Where(f => f.Type == Name).Select(f => f.Value)),
            };
        }

        /// <summary>Whether a name is a language tag: two or three letters, perhaps script and region.</summary>
        private static bool IsTag(string name)
        {
            var parts = name.Split('-');
            return parts[0].Length is 2 or 3 && (parts[0].All(char.IsAsciiLetterLower) || parts[0].All(char.IsAsciiLetterUpper)) && parts[0].ToUpperInvariant() is not ("ID" or "POS") && parts.Skip(1).All(p => p.Length is >= 2 and <= 8 && p.All(char.IsAsciiLetterOrDigit));
        }
    }
}
