using System.Globalization;

namespace TransFlow.Xliff;

/// <summary>Makes a note of XLIFF 2.0 of one of 1.x.</summary>
internal static class Version2Note
{
    /// <summary>A note: what it carries of 2.x, and what is written or was changed in the words of 1.2.</summary>
    public static Note Of(Note note)
    {
        var made = new Note("") { Attributes = Carried.Back(note.Attributes, XliffNamespaces.Core20), Content = note.Content };
        List<string> known = ["from"];
        if (note.From is { } from && from != made.Category)
            made = made with { Category = from };
        if (note.Attributes.ValueOf("annotates") is { } side && side != made.AppliesTo)
            made = made with { AppliesTo = side is "source" or "target" ? side : null };
        // 1.2 lets tools write any number; 2.x knows 1 to 10.
        if (note.Attributes.ValueOf("priority") is { } priority && priority != made.Priority?.ToString(CultureInfo.InvariantCulture))
            made = made with { Priority = int.TryParse(priority, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 10 ? number : null };
        if (made.AppliesTo is not null)
            known.Add("annotates");
        if (made.Priority is not null)
            known.Add("priority");
        return made with { Attributes = [.. made.Attributes, .. Version2Writer.Native(note, [.. known])] };
    }
}
