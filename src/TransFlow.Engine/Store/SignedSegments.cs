using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TransFlow.Core.Exchange;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Engine.Store;

/// <summary>Where a segment stands that passed all its stages.</summary>
/// <param name="Article">The article.</param>
/// <param name="Language">The language.</param>
/// <param name="Place">Its place in the edition, from 0.</param>
/// <param name="Context">The digest of its words between those of its neighbours.</param>
/// <param name="Source">The digest of its words.</param>
/// <param name="Pair">The digest of its words and their translation.</param>
public sealed record SignedPlace(string Article, string Language, int Place, long Context, long Source, long Pair);

/// <summary>
/// The signed-off segments of an edition, as the store keeps them to be found again: by digests, since there are a million of them.
/// Each digest has the language in it.
/// </summary>
internal static class SignedSegments
{
    /// <summary>
    /// What is signed off of an edition, with the words, for the pages and packages of other articles; no segment whose words stand in
    /// another. Nothing leaves the house by that way that may not leave it by its own: nothing of what was retracted or is held, and
    /// under an embargo only what readers have.
    /// </summary>
    public static ImmutableArray<(SignedPlace At, Content Source, Content Target)> Of(Edition edition)
    {
        if (edition.Retraction is not null || edition.Hold is not null || edition is { Embargo: not null, Live: null })
            return [];
        var live = edition.Embargo is null ? null : edition.Live!.Targets?.ToHashSet();
        var found = ImmutableArray.CreateBuilder<(SignedPlace, Content, Content)>();
        HashSet<string>? joined = null;
        for (var i = 0; i < edition.Segments.Length; i++)
        {
            var segment = edition.Segments[i];
            if (segment.Target is not { IsEmpty: false } target || segment.Position(edition.Route) < edition.Route.Stages.Length)
                continue;
            if (live?.Contains(new LiveTarget(segment.UnitId, segment.Index, target)) == false)
                continue;
            joined ??= JoinedText.Units(edition.Segments);
            if (!joined.Contains(segment.UnitId))
                found.Add((new SignedPlace(edition.Article, edition.Language, i, ContextOf(edition, i), SourceOf(edition.Language, segment.Source), PairOf(edition.Language, segment.Source, target)), segment.Source, target));
        }

        return found.ToImmutable();
    }

    /// <summary>Differs when what is signed off does, or where it stands.</summary>
    public static string Digest(ImmutableArray<(SignedPlace At, Content Source, Content Target)> signed)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (at, _, _) in signed)
            hash.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{at.Place} {at.Context} {at.Pair}\n")));
        return signed.IsEmpty ? "" : Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }

    /// <summary>The digest of a segment's words and of the sentences before and after it.</summary>
    public static long ContextOf(Edition edition, int place) =>
        Number($"{edition.Language}\n{Words(edition, place - 1)}\n{edition.Segments[place].Source}\n{Words(edition, place + 1)}");

    /// <summary>The digest of a segment's words.</summary>
    public static long SourceOf(string language, Content source) => Number($"{language}\n{source}");

    /// <summary>The words by which a pair is looked up.</summary>
    public static IEnumerable<long> WordsOf(string language, Content source) => EarlierPairs.Words(source).Select(w => Number($"{language}\n{w}"));

    private static long PairOf(string language, Content source, Content target) => Number($"{language}\n{source}\u241E{target}");

    private static string Words(Edition edition, int place) => place < 0 || place >= edition.Segments.Length ? "" : edition.Segments[place].Source.ToString();

    private static long Number(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }
}
