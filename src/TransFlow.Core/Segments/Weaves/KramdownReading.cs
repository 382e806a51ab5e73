namespace TransFlow.Core.Segments.Weaves;

/// <summary>
/// What kramdown, and so Jekyll, makes of marks of emphasis: it takes two signs at once where it can, and then looks for the next two, past whatever stands
/// between them. It has no bold in bold, and none of underscores behind a letter with a hyphen.
/// </summary>
internal sealed class KramdownReading
{
    private readonly string _text;
    private readonly EmphasisStyle[] _read;
    private int _at;

    private KramdownReading(string text) => (_text, _read) = (text, new EmphasisStyle[text.Length]);

    /// <summary>What it makes of each character of a sketch.</summary>
    public static EmphasisStyle[] Of(string sketch)
    {
        var reading = new KramdownReading(sketch);
        reading.Spans(EmphasisStyle.None, default, 0);
        return reading._read;
    }

    /// <summary>Reads on up to the marks that end what has begun, or to the end.</summary>
    /// <returns>Whether the marks are there.</returns>
    private bool Spans(EmphasisStyle within, char sign, int width)
    {
        for (var start = _at; _at < _text.Length;)
        {
            var letter = _text[_at];
            if (width > 0 && (_at > start || sign == ']') && Ends(sign, width))
                return true;
            if (letter is '*' or '_')
            {
                Emphasis(within);
                continue;
            }

            _read[_at++] = within;
            // A link's words are read up to its end.
            if (letter == '[')
                Spans(within, ']', 1);
        }

        return false;
    }

    private bool Ends(char sign, int width) => Signs(_at, sign) >= width && (sign == ']'
        || (_text[_at - 1] != ' ' && (width == 2 || Signs(_at, sign) != 2) && (sign != '_' || _at + width >= _text.Length || _text[_at + width] != 'a')));

    private void Emphasis(EmphasisStyle within)
    {
        var (start, sign) = (_at, _text[_at]);
        var width = Math.Min(2, Signs(start, sign));
        var own = width == 2 ? EmphasisStyle.Bold : EmphasisStyle.Italic;
        if (!((sign == '_' && start > 0 && _text[start - 1] is 'a' or '-') || (start + width < _text.Length && _text[start + width] == ' ') || (within & own) != 0)
            && (Pair(within, own, start, sign, width) || (width == 2 && (within & EmphasisStyle.Italic) == 0 && Pair(within, EmphasisStyle.Italic, start, sign, 1))))
            return;
        _read.AsSpan(start, width).Fill(within);
        _at = start + width;
    }

    private bool Pair(EmphasisStyle within, EmphasisStyle own, int start, char sign, int width)
    {
        _at = start + width;
        if (!Spans(within | own, sign, width))
            return false;
        _read.AsSpan(start, width).Fill(EmphasisStyle.Mark);
        _read.AsSpan(_at, width).Fill(EmphasisStyle.Mark);
        _at += width;
        return true;
    }

    private int Signs(int at, char sign)
    {
        var count = 0;
        while (at + count < _text.Length && _text[at + count] == sign)
            count++;
        return count;
    }
}
