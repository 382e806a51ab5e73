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
    private (bool IsLed, int Depth)[]? _led;

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

    /// <summary>Whether a unit belongs to what stands right before it, and how far it is set in, if it is an item of a list.</summary>
    /// <param name="unitId">The unit.</param>
    public (bool IsLed, int Depth) LeadOf(string unitId)
    {
        if (PlaceOf(unitId) is not (>= 0 and var at))
            return default;
        if (_led is null)
        {
            var units = article.Units.Zip(article.Places, (u, p) => (u.Kind, p)).ToList();
            _led = LedUnits.Of(article.Text, units, new TableColumns(article.Text, units));
        }

        return _led[at];
    }

    private int PlaceOf(string unitId)
    {
        _places ??= Enumerable.Range(0, article.Units.Length).ToDictionary(i => article.Units[i].Id, StringComparer.Ordinal);
        return _places.GetValueOrDefault(unitId, SamePlaces.None);
    }

    /// <summary>The address of the picture in the line above; null where there is none.</summary>
    private string? Above(int start)
    {
        var before = article.Text.AsSpan(Math.Max(0, start - Width)..start);
        var line = before[..Math.Max(0, before.LastIndexOf('\n'))].TrimEnd();
        return line.LastIndexOf("](") is >= 0 and var at ? line[at..].ToString() : null;
    }
}
