using System.Numerics;
using TransFlow.Core.Segments.Sentences;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>Rows with commas or tabs between their values, as against sentences and lists.</summary>
internal ref struct TagRows
{
    /// <summary>The digits of a number between two of its commas.</summary>
    private const int Thousand = 3;

    /// <summary>So many words stand in a number with its unit, in the name of something, and in a word of a script without blanks signs.</summary>
    private const int OfNumber = 2, OfName = 4, OfWord = 4;

    private readonly char _sign;

    private int _count;

    private bool _areValues, _hasFirst, _hasSentence, _hasWord;

    /// <summary>The columns that have a number below the first row, and those that have something else there.</summary>
    private ulong _numbers, _others;

    private TagRows(char sign) => _sign = sign;

    /// <summary>
    /// Whether the lines read as rows do. With commas that is so where a column has numbers alone below its name; else where there is a single word, and, as
    /// sentences have one comma more often than several, of two columns none holds sentences.
    /// </summary>
    private readonly bool AreData => _areValues && _hasFirst && (_sign == '\t' || (_numbers & ~_others) != 0 || (_hasWord && !(_hasSentence && _count == 2)));

    /// <summary>Whether each line has as many values as the others, more than one, and a sign between them; and they are no sentences.</summary>
    /// <param name="text">The lines.</param>
    /// <param name="sign">The sign.</param>
    public static bool Are(ReadOnlySpan<char> text, char sign)
    {
        var rows = new TagRows(sign);
        foreach (var written in text.EnumerateLines())
        {
            var line = written.Trim(sign == '\t' ? " " : " \t");
            if (!line.IsWhiteSpace() && !rows.Takes(line))
                return false;
        }

        return rows.AreData;
    }

    /// <summary>Whether a line is a row like those above it.</summary>
    private bool Takes(ReadOnlySpan<char> line)
    {
        // Nobody names the columns in a sentence, and a backslash breaks lines of words.
        if (TagData.BeginsBlock(line) || line[^1] == '\\' || (_count == 0 && TagData.EndsSentence(line) && line[^1] != '"'))
            return false;
        var found = Values(line);
        if (found < 2 || (_count > 0 && found != _count))
            return false;
        _count = found;
        _hasFirst |= line[0] != _sign;
        return true;
    }

    /// <summary>How many values a row has; 0 where it is a sentence, or of a list.</summary>
    private int Values(ReadOnlySpan<char> line)
    {
        var hasWords = false;
        foreach (var c in line)
            hasWords |= char.IsLetter(c);
        var isOfNumber = false;
        for (var (count, at) = (1, 0); ; count++)
        {
            var start = at;
            // What stands in quotation marks is one value, whatever signs are in it.
            if (line[at..] is ['"', ..] && line[(at + 1)..].IndexOf('"') is >= 0 and var close && (at + close + 2 == line.Length || line[at + close + 2] == _sign))
                at += close + 2;
            var isQuoted = at > start;
            var next = line[at..].IndexOf(_sign);
            at = next < 0 ? line.Length : at + next;
            var words = See(isQuoted ? line[(start + 1)..(at - 1)] : line[start..at], count - 1, isOfNumber);
            _hasSentence |= !isQuoted && (words > OfName || (next < 0 && TagData.EndsSentence(line[start..])));
            if (next < 0)
                return count;
            // Who speaks.
            if (at > 0 && line[at - 1] == ':')
                return 0;
            isOfNumber = hasWords && _sign == ',' && IsOfNumber(line, at);
            _areValues |= !isOfNumber;
            if (++at == line.Length)
            {
                // A verse may end with a comma; what is named has a name, and is named first.
                _hasSentence |= words > 1;
                return count > 1 || _count > 0 ? count + 1 : 0;
            }

            if (line[at] != _sign && char.IsWhiteSpace(line[at]))
                return 0;
        }
    }

    /// <summary>Takes a value for what it says of its column and of the rows.</summary>
    /// <param name="value">The value.</param>
    /// <param name="column">Its column, from 0 on.</param>
    /// <param name="isOfNumber">Whether it is the rest of a number.</param>
    /// <returns>How many words it has.</returns>
    private int See(ReadOnlySpan<char> value, int column, bool isOfNumber)
    {
        var words = Words(value);
        _hasWord |= words == 1 && !isOfNumber;
        if (words == 0 || _count == 0 || column >= BitOperations.PopCount(ulong.MaxValue))
            return words;
        var isNumber = !isOfNumber && words <= OfNumber && value.TrimStart(" +-−~<>≤≥$€£¥₩(") is [var first, ..] && char.IsDigit(first);
        (isNumber ? ref _numbers : ref _others) |= 1UL << column;
        return words;
    }

    /// <summary>How many words a value has, as well as signs tell of Chinese and Japanese.</summary>
    private static int Words(ReadOnlySpan<char> value)
    {
        var (words, wide) = (0, 0);
        var isInWord = false;
        foreach (var c in value)
        {
            var isBlank = char.IsWhiteSpace(c);
            words += !isBlank && !isInWord ? 1 : 0;
            isInWord = !isBlank;
            wide += Characters.IsHan(c) || c is >= '\u3041' and <= '\u30FF' ? 1 : 0;
        }

        return Math.Max(words, (wide + OfWord - 1) / OfWord);
    }

    /// <summary>Whether a comma parts the thousands of a number.</summary>
    private static bool IsOfNumber(ReadOnlySpan<char> line, int at)
    {
        var digits = line[(at + 1)..].IndexOfAnyExceptInRange('0', '9');
        return at > 0 && char.IsAsciiDigit(line[at - 1]) && (digits < 0 ? line.Length - at - 1 : digits) == Thousand;
    }
}
