using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments.Weaves;

/// <summary>
/// What Python-Markdown, and so MkDocs and Pelican, makes of marks of emphasis: it looks for stars first, by one pattern after another, and for underscores in
/// what is left. What is between two marks of underscores has to be one piece by then.
/// </summary>
internal sealed partial class PythonMarkdownReading
{
    private static readonly Form[] Stars = [
        new(BothByStars(), EmphasisStyle.Bold, EmphasisStyle.Italic, 2), new(OtherBothByStars(), EmphasisStyle.Italic, EmphasisStyle.Bold, 2),
        new(LastBothByStars(), EmphasisStyle.Bold, EmphasisStyle.Italic, 3), new(BoldByStars(), EmphasisStyle.Bold, EmphasisStyle.None, 2), new(ItalicByStars(), EmphasisStyle.Italic, EmphasisStyle.None, 2),
    ];

    private static readonly Form[] Underscores = [
        new(BothByUnderscores(), EmphasisStyle.Bold, EmphasisStyle.Italic, 2), new(OtherBothByUnderscores(), EmphasisStyle.Italic, EmphasisStyle.Bold, 2),
        new(LastBothByUnderscores(), EmphasisStyle.Bold, EmphasisStyle.Italic, 3), new(BoldByUnderscores(), EmphasisStyle.Bold, EmphasisStyle.None, 2), new(ItalicByUnderscores(), EmphasisStyle.Italic, EmphasisStyle.None, 2),
    ];

    private readonly EmphasisStyle[] _read;
    private readonly List<(string Words, int Start)> _pieces = [];

    private PythonMarkdownReading(int length) => _read = new EmphasisStyle[length];

    /// <summary>What it makes of each character of a sketch.</summary>
    public static EmphasisStyle[] Of(string sketch)
    {
        var reading = new PythonMarkdownReading(sketch.Length);
        // A link is one sign to what stands around it.
        var around = sketch.ToCharArray();
        for (int open = sketch.IndexOf('['), close; open >= 0 && (close = sketch.IndexOf(']', open)) > 0; open = sketch.IndexOf('[', close))
        {
            reading.Both(sketch[(open + 1)..close], open + 1);
            around.AsSpan(open, close - open).Fill('.');
        }

        reading.Both(new string(around), 0);
        return reading._read;
    }

    private void Both(string words, int start)
    {
        _pieces.Clear();
        Whole(words, start, Stars);
        foreach (var piece in _pieces.ToList())
            Whole(piece.Words, piece.Start, Underscores);
    }

    private static char SignOf(Form[] forms) => forms == Stars ? '*' : '_';

    private void Whole(string words, int start, Form[] forms)
    {
        if (!words.Contains(SignOf(forms), StringComparison.Ordinal))
        {
            _pieces.Add((words, start));
            return;
        }

        var rest = words.ToCharArray();
        for (var at = 0; at < words.Length;)
        {
            var index = words[at] == SignOf(forms) ? Array.FindIndex(forms, f => f.Pattern.IsMatch(words, at)) : -1;
            if (index < 0)
            {
                at++;
                continue;
            }

            var end = Take(words, at, start, forms, index);
            rest.AsSpan(at, end - at).Fill('.');
            at = end;
        }

        _pieces.Add((new string(rest), start));
    }

    /// <summary>Reads what stands inside of what a form found; the forms before it are not looked for there.</summary>
    private void Inside(string words, int start, Form[] forms, int found)
    {
        var from = 0;
        for (var at = 0; at < words.Length;)
        {
            var before = at;
            for (var index = found + 1; index < forms.Length && at < words.Length && words[at] == SignOf(forms); index++)
            {
                if (!forms[index].Pattern.IsMatch(words, at))
                    continue;
                _pieces.Add((words[from..at], start + from));
                from = at = Take(words, at, start, forms, index);
            }

            at += at == before ? 1 : 0;
        }

        _pieces.Add((words[from..], start + from));
    }

    private int Take(string words, int at, int start, Form[] forms, int index)
    {
        var form = forms[index];
        var match = form.Pattern.Match(words, at);
        var isMark = new bool[match.Length];
        Array.Fill(isMark, true);
        for (var i = 2; i < match.Groups.Count; i++)
        {
            var group = match.Groups[i];
            isMark.AsSpan(group.Index - match.Index, group.Length).Clear();
            var inner = form.Inner == i ? form.Own | form.Second : form.Own;
            foreach (ref var style in _read.AsSpan(start + group.Index, group.Length))
                style |= style == EmphasisStyle.Mark ? EmphasisStyle.None : inner;
        }

        for (var i = 0; i < isMark.Length; i++)
        {
            if (isMark[i])
                _read[start + match.Index + i] = EmphasisStyle.Mark;
        }

        for (var i = 2; i < match.Groups.Count; i++)
            Inside(match.Groups[i].Value, start + match.Groups[i].Index, forms, index);
        return match.Index + match.Length;
    }

    /// <summary>One of its patterns.</summary>
    /// <param name="Pattern">The pattern, with what it finds in its second and third groups.</param>
    /// <param name="Own">What all of it is.</param>
    /// <param name="Second">What a group of it is besides.</param>
    /// <param name="Inner">That group.</param>
    private sealed record Form(Regex Pattern, EmphasisStyle Own, EmphasisStyle Second, int Inner);

    [GeneratedRegex(@"\G(\*)\1{2}(.+?)\1(.*?)\1{2}", RegexOptions.CultureInvariant)]
    private static partial Regex BothByStars();

    [GeneratedRegex(@"\G(\*)\1{2}(.+?)\1{2}(.*?)\1", RegexOptions.CultureInvariant)]
    private static partial Regex OtherBothByStars();

    [GeneratedRegex(@"\G(\*)\1(?!\1)([^*]+?)\1(?!\1)(.+?)\1{3}", RegexOptions.CultureInvariant)]
    private static partial Regex LastBothByStars();

    [GeneratedRegex(@"\G(\*{2})(.+?)\1", RegexOptions.CultureInvariant)]
    private static partial Regex BoldByStars();

    [GeneratedRegex(@"\G(\*)([^\*]+)\1", RegexOptions.CultureInvariant)]
    private static partial Regex ItalicByStars();

    [GeneratedRegex(@"\G(_)\1{2}(.+?)\1(.*?)\1{2}", RegexOptions.CultureInvariant)]
    private static partial Regex BothByUnderscores();

    [GeneratedRegex(@"\G(_)\1{2}(.+?)\1{2}(.*?)\1", RegexOptions.CultureInvariant)]
    private static partial Regex OtherBothByUnderscores();

    [GeneratedRegex(@"\G(?<!\w)(_)\1(?!\1)(.+?)(?<!\w)\1(?!\1)(.+?)\1{3}(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex LastBothByUnderscores();

    [GeneratedRegex(@"\G(?<!\w)(_{2})(?!_)(.+?)(?<!_)\1(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex BoldByUnderscores();

    [GeneratedRegex(@"\G(?<!\w)(_)(?!_)(.+?)(?<!_)\1(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex ItalicByUnderscores();
}
