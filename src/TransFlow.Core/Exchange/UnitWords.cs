namespace TransFlow.Core.Exchange;

/// <summary>A unit as a person recognises it: its name and its first words.</summary>
internal static class UnitWords
{
    private const int Length = 24;

    public static string Of(ReturnedUnit unit) => Of(unit.Name ?? unit.Id, unit.SourceText);

    public static string Of(string name, string text)
    {
        var words = text.Trim();
        return words.Length == 0 ? name : $"{name} “{(words.Length > Length ? words[..Length].TrimEnd() + "…" : words)}”";
    }
}
