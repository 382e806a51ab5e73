namespace TransFlow.Core.Exchange;

/// <summary>A unit as a person recognises it: its name and its first words.</summary>
internal static class UnitWords
{
    private const int Length = 24;

    public static string Of(ReturnedUnit unit) => Of(unit.Name ?? unit.Id, Beginning(unit));

    public static string Of(string name, string text)
    {
        var words = text.Trim();
        return words.Length == 0 ? name : $"{name} “{(words.Length > Length ? words[..Length].TrimEnd() + "…" : words)}”";
    }

    /// <summary>As much of the source as is shown; a unit of thousands of sentences may be named for each of them.</summary>
    private static string Beginning(ReturnedUnit unit)
    {
        var words = "";
        foreach (var piece in unit.Pieces)
        {
            words = (words + piece.Source.Text).TrimStart();
            if (words.AsSpan().TrimEnd().Length > Length)
                break;
        }

        return words;
    }
}
