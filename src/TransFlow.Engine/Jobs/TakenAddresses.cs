using System.Collections.Immutable;
using TransFlow.Core;
using TransFlow.Core.Publishing;
using TransFlow.Core.Stages;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Jobs;

/// <summary>Where a page is, or will be.</summary>
/// <param name="Path">Its file, relative to the publication folder.</param>
/// <param name="Addresses">The addresses that it takes.</param>
/// <param name="OfOriginal">Those of its original.</param>
internal sealed record PagePlace(string Path, ImmutableArray<string> Addresses, ImmutableArray<string> OfOriginal);

/// <summary>Which edition has which file and which address, so that no two pages get one.</summary>
internal sealed class TakenAddresses
{
    private readonly Dictionary<string, (string Article, string Language)> _owners = new(StringComparer.Ordinal);

    /// <param name="heads">The editions whose live pages have theirs.</param>
    public TakenAddresses(IEnumerable<EditionHead> heads)
    {
        foreach (var head in heads.Where(h => h.LivePath is not null))
            Take((head.Article, head.Language), head.LivePath!, head.Marks.Addresses ?? []);
    }

    /// <summary>Notes what a page has from now on.</summary>
    public void Take((string Article, string Language) edition, string path, ImmutableArray<string> addresses)
    {
        foreach (var address in addresses.Prepend(File(edition.Language, path)))
            _owners.TryAdd(address, edition);
    }

    /// <summary>
    /// Why an edition's page cannot have its file or its addresses; null when it can. What is live already stays, and so may be
    /// corrected and retracted, whoever else has its address.
    /// </summary>
    public Refusal? Clash(Edition edition, Publication page) =>
        Clash((edition.Article, edition.Language), new PagePlace(page.Path, [.. page.Addresses.Except(edition.Live?.Addresses ?? [], StringComparer.Ordinal)], page.OfOriginal));

    /// <summary>Why a page cannot have a file and addresses; null when it can.</summary>
    public Refusal? Clash((string Article, string Language) edition, PagePlace place)
    {
        (string Article, string Language)? Other(string address) => _owners.TryGetValue(address, out var owner) && owner != edition ? owner : null;
        if (Other(File(edition.Language, place.Path)) is { } there)
        {
            return new Refusal("same-path", $"The file '{place.Path}' is that of {there.Article} [{there.Language}]; {edition.Article} [{edition.Language}] would have the same.",
                "Rename one of the two source files, or see to it that publish[].file sets them apart.");
        }

        foreach (var address in place.Addresses)
        {
            Sentence remedy = $"Give one of the two another: in its source article (permalink, url, slug) or for its language under targets.{edition.Language}.style.frontMatter; where the language has a site of its own, say so in style.url.";
            if (place.OfOriginal.Contains(address, StringComparer.Ordinal))
                return new Refusal("same-address", $"The address '{address}' is that of the original; {edition.Article} [{edition.Language}] would have the same.", remedy);
            if (Other(address) is { } owner)
                return new Refusal("same-address", $"The address '{address}' is that of {owner.Article} [{owner.Language}]; {edition.Article} [{edition.Language}] would have the same.", remedy);
        }

        return null;
    }

    /// <summary>No address holds a line break.</summary>
    private static string File(string language, string path) => $"{language}\n{path}";
}
