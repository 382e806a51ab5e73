using TransFlow.Core.Segments;
using TransFlow.Core.Segments.Units;

namespace TransFlow.Core.Stages;

/// <summary>What tells blocks apart that say the same, wherever they stand.</summary>
/// <param name="Kind">What kind of place it is.</param>
/// <param name="Key">The key of the front matter, or the attribute's name; null for body text.</param>
/// <param name="Address">The markup of the picture or link to which it belongs, or the address of the picture above a caption; null where it belongs to none.</param>
internal readonly record struct UnitSign(UnitKind Kind, string? Key, string? Address);

/// <summary>The signs of an article's units, each looked up when it is asked for: most say what no other says.</summary>
/// <param name="article">The article.</param>
internal sealed class UnitSigns(Extraction article)
{
    /// <summary>So much of what stands above a caption is looked at, in characters.</summary>
    private const int Width = 500;

    private readonly Dictionary<string, UnitSign> _known = new(StringComparer.Ordinal);
    private Dictionary<string, int>? _places;
    private Lead[]? _leads;

    /// <summary>The sign of a unit.</summary>
    /// <param name="unitId">The unit.</param>
    public UnitSign Of(string unitId)
    {
        if (_known.TryGetValue(unitId, out var sign))
            return sign;
        if (PlaceOf(unitId) is not (>= 0 and var at))
            return default;
        var (unit, place) = (article.Units[at], article.Places[at]);
        sign = new UnitSign(unit.Kind, unit.Key, unit.Kind == UnitKind.Caption && place.Inset is null ? Above(place.Start) : Surrounding.AddressOf(article.Text, place));
        _known.Add(unitId, sign);
        return sign;
    }

    /// <summary>To which neighbour a unit belongs.</summary>
    /// <param name="unitId">The unit.</param>
    public Lead LeadOf(string unitId)
    {
        if (PlaceOf(unitId) is not (>= 0 and var at))
            return default;
        if (_leads is null)
        {
            var units = article.Units.Zip(article.Places, (u, p) => (u.Kind, p)).ToList();
            _leads = Lead.Of(article.Text, units, new TableColumns(article.Text, units));
        }

        return _leads[at];
    }

    private int PlaceOf(string unitId)
    {
        _places ??= Enumerable.Range(0, article.Units.Length).ToDictionary(i => article.Units[i].Id, StringComparer.Ordinal);
        return _places.GetValueOrDefault(unitId, SamePlaces.None);
    }

    /// <summary>The address of the picture of its figure, or of that in the line above; null where there is none.</summary>
    private string? Above(int start)
    {
        var before = article.Text.AsSpan(Math.Max(0, start - Width)..start);
        before = before[(before.LastIndexOf("</figure>", StringComparison.OrdinalIgnoreCase) is >= 0 and var end ? end : 0)..];
        if (before.LastIndexOf("<figure", StringComparison.OrdinalIgnoreCase) is >= 0 and var figure)
            return before[figure..].LastIndexOf(" src=") is >= 0 and var source ? Value(before[figure..][source..]) : null;
        var line = before[..Math.Max(0, before.LastIndexOf('\n'))].TrimEnd();
        line = line[(line.LastIndexOf('\n') + 1)..];
        return Math.Max(line.LastIndexOf("]("), line.LastIndexOf(" src=")) is >= 0 and var at ? line[at..].ToString() : null;

        static string Value(ReadOnlySpan<char> attribute) => attribute[..(attribute.IndexOf('>') is >= 0 and var close ? close : attribute.Length)].ToString();
    }
}
