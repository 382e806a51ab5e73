using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TransFlow.Core.Formats.Tables;
using TransFlow.Core.Formats.Tbx;
using TransFlow.Core.Formats.Terms;
using TransFlow.Core.Formats.Tmx;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Exchange;

/// <summary>
/// The files of a package as a person takes it along: the work, what helps with it, how it looks, what to do, and a manifest. They name
/// the recipient by id and the day until which the package is good; no other person, no machine, no path, no time.
/// </summary>
/// <param name="package">The package.</param>
/// <param name="xliff">Its file, as <see cref="PackageXliff.Write(Package)"/> made it.</param>
/// <param name="companions">What helps with it.</param>
public sealed class PackageArchive(Package package, byte[] xliff, Companions companions)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The name of the archive and of the files in it, without what they end in.</summary>
    public string Name => $"{package.Article}.{package.Token}.{package.SourceLanguage}-{package.Language}";

    /// <summary>The files.</summary>
    /// <param name="source">The source article, for the preview.</param>
    /// <param name="edition">The edition, for the preview.</param>
    /// <param name="form">In which form the recipient works.</param>
    /// <param name="recipient">The recipient's id.</param>
    /// <param name="expires">The day until which it is good.</param>
    /// <returns>Names and bytes, in order; the manifest comes last and has the digests of the others.</returns>
    public ImmutableArray<(string Name, byte[] Bytes)> Files(Extraction source, Edition edition, FileForm form, string recipient, DateOnly expires)
    {
        var files = ImmutableArray.CreateBuilder<(string Name, byte[] Bytes)>();
        files.Add((Name + form.Suffix, PackageForm.Of(xliff, form, companions)));
        foreach (var other in new[] { FileForm.Default, FileForm.Named("1.2")! }.Where(f => f != form))
            files.Add(($"other-forms/{Name}{other.Suffix}", PackageForm.Of(xliff, other, companions)));
        files.Add(("INSTRUCTIONS.txt", Encoding.UTF8.GetBytes(PackageInstructions.Text(package, Name + form.Suffix, expires))));
        files.Add(("preview.html", Encoding.UTF8.GetBytes(PackagePreview.Html(package, source, edition))));
        files.Add(("terms.csv", Written(s => TermTable.Write(s, TableFormat.Csv with { HasByteOrderMark = true }, companions.Terms, Unwritten()))));
        files.Add(("terms.tbx", Written(s => TbxWriter.Write(s, TbxStyle.Dca, "en", companions.Terms))));
        files.Add(("memory.tmx", Written(s => TmxWriter.Write(s, new MemoryHeader { SourceLanguage = package.SourceLanguage }, companions.Memory))));
        files.Add(("manifest.json", Manifest(files, recipient, expires)));
        return files.ToImmutable();
    }

    /// <summary>The package's languages in which no term occurs: a new row needs a column for them.</summary>
    private IEnumerable<string> Unwritten() =>
        new[] { package.SourceLanguage, package.Language }.Where(l => !companions.Terms.SelectMany(e => e.Languages).Any(t => Languages.AreSame(t.Language, l)));

    private byte[] Manifest(IEnumerable<(string Name, byte[] Bytes)> files, string recipient, DateOnly expires) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(
        new
        {
            Package = package.Token,
            package.Article,
            package.SourceLanguage,
            package.Language,
            Stage = package.Seat.Name,
            Recipient = recipient,
            Expires = expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Files = files.Select(f => new { f.Name, Sha256 = Convert.ToHexStringLower(SHA256.HashData(f.Bytes)) }),
        },
        Json) + "\n");

    private static byte[] Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }
}
