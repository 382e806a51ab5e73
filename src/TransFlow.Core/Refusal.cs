namespace TransFlow.Core;

/// <summary>An expected "no": something that was asked for and is not done, with what a person can do about it.</summary>
/// <param name="Code">Short stable name of the reason in kebab case, such as <c>not-utf8</c>.</param>
/// <param name="Said">What is wrong, one sentence, naming the values that matter.</param>
/// <param name="Advice">What to do next, one sentence.</param>
public sealed record Refusal(string Code, Sentence Said, Sentence Advice)
{
    /// <summary>What is wrong, in English.</summary>
    public string Message => Said.Text;

    /// <summary>What to do next, in English.</summary>
    public string Remedy => Advice.Text;

    /// <summary>The file concerned, as the person knows it; null when no file is concerned.</summary>
    public string? File { get; init; }

    /// <summary>The line in <see cref="File"/>, from 1; null when unknown.</summary>
    public int? Line { get; init; }

    /// <summary>The unit concerned, by name and first words; null when no unit is concerned.</summary>
    public string? Unit { get; init; }

    /// <summary>Whether what a system says of itself lacks its stop, as it does behind a path in quotation marks.</summary>
    private static bool IsOpen(string message) => message.TrimEnd('\'', '"', '”', ')', ']') is [.., not ('.' or '!' or '?' or '…' or '。' or ':' or ';')];

    /// <summary>Place, message and remedy on one line.</summary>
    public override string ToString()
    {
        var place = (File, Line) switch
        {
            (null, _) => "",
            (_, null) => $"{File}: ",
            _ => $"{File}:{Line}: ",
        };
        return $"{place}{(Unit is null ? "" : $"{Unit}: ")}{Message}{(IsOpen(Message) ? "." : "")} {Remedy}".TrimEnd();
    }
}
