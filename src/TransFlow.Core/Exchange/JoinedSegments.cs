using System.Globalization;
using System.Text.RegularExpressions;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Exchange;

/// <summary>
/// Sentences whose words stand with one before, as a newsroom's file has them: their targets are empty, and a note says so. Nobody who does not know
/// the package can tell them from what is not translated, but for that note.
/// </summary>
internal static partial class JoinedSegments
{
    private const string Says = " stands for sentences ";

    /// <summary>The file with such sentences as one segment each.</summary>
    /// <param name="file">The file.</param>
    public static ReturnedFile Of(ReturnedFile file) => file.Units.Any(u => u.Notes.Any(IsMeant)) ? file with { Units = [.. file.Units.Select(Of)] } : file;

    /// <summary>How a note says that the target of a sentence stands for others, too.</summary>
    /// <param name="first">The sentence's number.</param>
    /// <param name="last">The number of the last of them.</param>
    public static string Note(int first, int last) => string.Create(CultureInfo.InvariantCulture, $"The target of sentence {first}{Says}{first} to {last}");

    private static bool IsMeant(string note) => note.Contains(Says, StringComparison.Ordinal);

    private static ReturnedUnit Of(ReturnedUnit unit)
    {
        var pieces = unit.Pieces;
        // From the end on, so that those before keep their places.
        foreach (var (first, last) in unit.Notes.Where(IsMeant).SelectMany(n => Form().Matches(n)).Select(m => (First: Number(m.Groups[1]), Last: Number(m.Groups[2]))).Distinct().Take(unit.Pieces.Length).OrderDescending())
        {
            var at = Enumerable.Range(0, pieces.Length).Where(i => pieces[i].IsSegment).ToList();
            if (first < 1 || last <= first || last > at.Count)
                continue;
            var own = pieces[at[first - 1]..(at[last - 1] + 1)];
            // Where they have words of their own by now each stands for itself.
            if (own[0].Target is not null && own.Skip(1).All(p => p.Target is null || ContentTidy.IsBlank(p.Target)))
                pieces = [.. pieces[..at[first - 1]], own[0] with { Source = new Content(own.SelectMany(p => p.Source.Parts)) }, .. pieces[(at[last - 1] + 1)..]];
        }

        return unit with { Pieces = pieces };
    }

    private static int Number(Group group) => int.TryParse(group.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@"The target of sentence ([0-9]+) stands for sentences \1 to ([0-9]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
