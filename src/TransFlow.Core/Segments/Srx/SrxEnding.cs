using System.Collections.Immutable;

namespace TransFlow.Core.Segments.Srx;

/// <summary>
/// With what the texts end that an expression matches, as far as it tells. It says too little rather than too much: letters of ASCII in either case
/// are one, and so is white space however much of it.
/// </summary>
/// <param name="Tails">The ends; every text has one of them. A whole one is all of its text.</param>
internal sealed record SrxEnding(ImmutableArray<(string Text, bool IsWhole)> Tails)
{
    /// <summary>More ends, or longer ones, sort out hardly any more.</summary>
    private const int Most = 64;

    /// <summary>Of what may be anything.</summary>
    public static readonly SrxEnding Any = new([("", false)]);

    /// <summary>Of what is no text, such as the edge of a word.</summary>
    public static readonly SrxEnding Nothing = new([("", true)]);

    /// <summary>Of one character.</summary>
    /// <param name="c">The character.</param>
    public static SrxEnding Of(char c) => new([(Key(c).ToString(), true)]);

    /// <summary>What a character counts as.</summary>
    /// <param name="c">The character.</param>
    public static char Key(char c) => c switch
    {
        < '\u0080' => char.IsWhiteSpace(c) ? ' ' : char.ToLowerInvariant(c),
        // Those that an expression for either case takes for letters of ASCII.
        '\u0130' or '\u0131' => 'i',
        '\u017F' => 's',
        '\u212A' => 'k',
        _ => char.IsWhiteSpace(c) ? ' ' : c,
    };

    /// <summary>Of this and another behind it.</summary>
    /// <param name="next">The other.</param>
    public SrxEnding Then(SrxEnding next)
    {
        if (next.Tails.Any(t => t.IsWhole) && Tails.Length * next.Tails.Length > Most)
            return next.Cut();
        return Made(next.Tails.SelectMany(t => t.IsWhole ? Tails.Select(before => (Joined(before.Text, t.Text), before.IsWhole)) : [t]));
    }

    /// <summary>Of this or another.</summary>
    /// <param name="other">The other.</param>
    public SrxEnding Or(SrxEnding other) => Made(Tails.Concat(other.Tails));

    /// <summary>Of this, once or more.</summary>
    public SrxEnding Repeated() => new([.. Tails.Select(t => (t.Text, t.Text == " " && t.IsWhole))]);

    private SrxEnding Cut() => Made(Tails.Select(t => (t.Text, false)));

    private static string Joined(string before, string after) => before.EndsWith(' ') && after.StartsWith(' ') ? before + after[1..] : before + after;

    private static SrxEnding Made(IEnumerable<(string Text, bool IsWhole)> tails)
    {
        var made = tails.Select(t => t.Text.Length > Most ? (t.Text[^Most..], false) : t).Distinct().ToImmutableArray();
        return made.Length > Most ? Any : new SrxEnding(made);
    }
}
