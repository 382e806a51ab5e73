using System.Globalization;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Publishing;

/// <summary>One thing that somebody changed in a published file.</summary>
/// <param name="Where">The unit's name, or in words the place outside all units.</param>
/// <param name="Was">What stood there, without markup where the words tell the change; empty for nothing.</param>
/// <param name="Now">What stands there now; empty for nothing.</param>
public sealed record HandChange(Sentence Where, string Was, string Now)
{
    /// <summary>The segment's unit; null when the change lies outside all segments.</summary>
    public string? UnitId { get; init; }

    /// <summary>The segment's place in its unit, from 0.</summary>
    public int Index { get; init; }

    /// <summary>The segment's words as they are live.</summary>
    public Content? Old { get; init; }

    /// <summary>The segment's words as somebody would have them; null when the change is not offered.</summary>
    public Content? New { get; init; }

    /// <summary>True when taking it leaves nothing of the sentence.</summary>
    public bool IsDeletion => New is { Text: var text } && string.IsNullOrWhiteSpace(text);

    /// <summary>Why it is not offered; null when it is.</summary>
    public HandChangeBar? Bar { get; init; }

    /// <summary>True unless its sentence left the source article: the next publication has then neither what was there nor what is.</summary>
    public bool ComesBack => Bar != HandChangeBar.Gone;

    /// <summary>Why the file cannot be read as a page; null when it can.</summary>
    public Refusal? Unread { get; init; }

    /// <summary>The same in words that go on after "because"; null when it is offered.</summary>
    public string? NotOffered => Bar switch
    {
        null => null,
        HandChangeBar.Furniture => "it stands in no segment: it is the newsroom's own line or text, which settings and house style make",
        HandChangeBar.FrontMatter => "it stands in no segment: this key comes from the source article, the credits or the settings",
        HandChangeBar.Removed => "the block was taken out, and an edition has the blocks of its source",
        HandChangeBar.Added => "it stands in no segment: the source article has no such block",
        HandChangeBar.Unreadable => $"the published file cannot be read as a page{(Unread?.Line is { } line ? string.Create(CultureInfo.InvariantCulture, $", from line {line} on") : "")}: {Unread?.Message.TrimEnd('.')}",
        HandChangeBar.LineEnds => "nothing but the ends of its lines changed, which the next publication sets right",
        HandChangeBar.Styled => "nothing but capitals or the form of quotation marks changed, which the house style sets",
        HandChangeBar.Unseen => "no reader sees it: white space, where a line ends, or how a sign is written",
        HandChangeBar.NotNoted => "the page was published by a version that did not note how it was",
        HandChangeBar.Overtaken => "its sentence has other words by now than those that are live",
        HandChangeBar.Gone => "its sentence is no longer in the source article",
        HandChangeBar.Cut => "a block was cut in two, and an edition has the blocks of its source",
        HandChangeBar.Joined => "two blocks were joined into one, and an edition has the blocks of its source",
        HandChangeBar.Moved => "sentences were moved, and an edition has the blocks of its source in their order",
        HandChangeBar.Codes => "a link, picture or other markup in it changed, and that comes from the source article",
        HandChangeBar.Elsewhere => "its words stand on the page otherwise than in its segments",
        HandChangeBar.Empty => "nothing of its words is left, and a block without words would be gone",
        _ => "it lies outside all segments: markup, addresses or white space, which come from the source article",
    };
}

/// <summary>Why a change is not offered to a segment.</summary>
public enum HandChangeBar
{
    /// <summary>Settings and house style make it.</summary>
    Furniture,

    /// <summary>It is a front matter value that is not translated.</summary>
    FrontMatter,

    /// <summary>A block of the source was taken out.</summary>
    Removed,

    /// <summary>A block was put in.</summary>
    Added,

    /// <summary>The file cannot be read as a page.</summary>
    Unreadable,

    /// <summary>Nothing changed but the ends of lines.</summary>
    LineEnds,

    /// <summary>Nothing changed but what the house style sets.</summary>
    Styled,

    /// <summary>No reader sees it: white space, where a line ends, how a sign is written.</summary>
    Unseen,

    /// <summary>How the page was published was not noted.</summary>
    NotNoted,

    /// <summary>The segment has other words by now, which nobody has published.</summary>
    Overtaken,

    /// <summary>The segment left the source.</summary>
    Gone,

    /// <summary>A block was cut in two.</summary>
    Cut,

    /// <summary>Two blocks were joined.</summary>
    Joined,

    /// <summary>Sentences were put elsewhere.</summary>
    Moved,

    /// <summary>Inline codes changed.</summary>
    Codes,

    /// <summary>The page has the words otherwise than the segments, so that nothing leads back to them.</summary>
    Elsewhere,

    /// <summary>No words are left.</summary>
    Empty,

    /// <summary>It lies between the words.</summary>
    Markup,
}
