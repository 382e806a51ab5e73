using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace TransFlow.Core.Segments.Heads;

/// <summary>Reads a front matter with the place of every value: YAML between lines of <c>---</c>, TOML between lines of <c>+++</c>, a JSON object at the start.</summary>
internal static partial class HeadReader
{
    /// <summary>Reads the front matter of an article, if it begins with one.</summary>
    public static Outcome<Head> Read(string text, string file)
    {
        var start = text.StartsWith('\uFEFF') ? 1 : 0;
        var first = Line(text, start);
        if (JsonEnd(text, start) is > 0 and var close)
            return Json(text, start, close, Line(text, close).Next, file);

        var opening = text.AsSpan(start, first.End - start).TrimEnd();
        if (opening is "---json")
            return OfJson(text, first.Next, file);
        if (opening is "---js" or "---javascript" or "---coffee")
            return new Refusal("front-matter-code", "The front matter is code, which only runs in the site generator.", "Write it in YAML, between lines '---'.") { File = file, Line = 1 };
        var isToml = opening is "+++" or "---toml";
        var fence = opening is "+++" ? "+++" : "---";
        if (!isToml && opening is not ("---" or "---yaml" or "---yml"))
            return Head.None(start);

        for (var at = first.Next; at < text.Length;)
        {
            var line = Line(text, at);
            var words = text.AsSpan(at, line.End - at).TrimEnd();
            if (words.SequenceEqual(fence) && !LooksLikeHead(text.AsSpan(first.Next, at - first.Next)))
                return Head.None(start);
            if (isToml && words.SequenceEqual(fence))
                return TomlReader.Read(text, first.Next, at, line.Next, file);
            if (!isToml && words is "---" or "...")
                return PlainYaml.Read(text, first.Next, at, line.Next) is { } head ? head : OfYaml(text, start, first.Next, at, line.Next, file);
            at = line.Next;
        }

        var second = Line(text, first.Next);
        if (text.AsSpan(first.Next, second.End - first.Next).IsWhiteSpace() || !Key().IsMatch(text.AsSpan(first.Next)))
            return Head.None(start);
        return new Refusal("front-matter-open", $"The front matter begins with '{fence}' and never ends.", $"Close it with a line '{fence}'.") { File = file, Line = 1 };
    }

    /// <summary>The JSON object between a line <c>---json</c> and one of <c>---</c>.</summary>
    private static Outcome<Head> OfJson(string text, int at, string file)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        var close = JsonEnd(text, at);
        var fence = close;
        while (fence > 0 && fence < text.Length && char.IsWhiteSpace(text[fence]))
            fence++;
        var line = Line(text, fence);
        return close > 0 && text.AsSpan(fence, line.End - fence).TrimEnd() is "---"
            ? Json(text, at, close, line.Next, file)
            : new Refusal("front-matter-open", "The front matter begins with '---json' and is no object that a line '---' follows.", "Close its braces, and write a line '---' after it.") { File = file, Line = 1 };
    }

    private static Outcome<Head> Json(string text, int start, int end, int bodyStart, string file) => Parse(text, start, end, bodyStart, file).Try(out var json, out var broken)
        ? json with { IsJson = true }
        : broken with { Said = broken.Message.Replace("is not YAML", "is not JSON", StringComparison.Ordinal), Advice = "Mend that line; names and texts stand in quotes, with commas between them." };

    /// <summary>The front matter between two fences. What is no YAML and begins with an empty line, as no front matter does, are two rules with words between them.</summary>
    private static Outcome<Head> OfYaml(string text, int open, int start, int end, int bodyStart, string file)
    {
        var head = Parse(text, start, end, bodyStart, file);
        return (head.Try(out var read, out _) && !read.Entries.IsEmpty) || !text.AsSpan(start, Line(text, start).End - start).IsWhiteSpace() ? head : Head.None(open);
    }

    /// <summary>Whether anything in a text looks like a key with a value, or nothing is there at all; otherwise the line before it was a rule, not a fence.</summary>
    private static bool LooksLikeHead(ReadOnlySpan<char> text) => text.IsWhiteSpace() || Key().IsMatch(text);

    /// <summary>The end of the JSON object with which a text begins; 0 when it begins with none.</summary>
    private static int JsonEnd(string text, int start)
    {
        if (start >= text.Length || text[start] != '{' || text.AsSpan(start + 1).TrimStart() is not ['"', ..])
            return 0;
        var (depth, isText) = (0, false);
        for (var i = start; i < text.Length; i++)
        {
            if (isText)
                (i, isText) = (text[i] == '\\' ? i + 1 : i, text[i] != '"');
            else if (text[i] == '"')
                isText = true;
            else if (text[i] is '{' or '[')
                depth++;
            else if (text[i] is '}' or ']' && --depth == 0)
                return i + 1;
        }

        return 0;
    }

    private static (int End, int Next) Line(string text, int start)
    {
        var end = text.IndexOf('\n', start);
        return end < 0 ? (text.Length, text.Length) : (end, end + 1);
    }

    private static Outcome<Head> Parse(string text, int start, int end, int bodyStart, string file)
    {
        var walk = new Walk(text, start, end);
        try
        {
            walk.Run();
            if (walk.Twice is { } twice)
                return new Refusal("key-twice", $"The front matter has the key '{twice.Key}' twice.", "Keep one of them.") { File = file, Line = LineOf(text, twice.Start) };
            return new Head(start, end, bodyStart, [.. walk.Scalars], [.. walk.Entries]) { Aliases = [.. walk.Aliases] };
        }
        // The parser says InvalidOperationException of some texts that end inside a list or mapping.
        catch (Exception e) when (e is YamlException or InvalidOperationException)
        {
            var line = LineOf(text, start) + (e is YamlException at ? (int)at.Start.Line - 1 : 0);
            var said = e.InnerException?.Message ?? e.Message;
            // What a bracket begins goes on over lines: the parser gives up where something stands that cannot be in it.
            if (walk.Bracket is { } bracket && (LineOf(text, bracket) is var opened && (opened != line || e is not YamlException)))
                (line, said) = (opened, $"what '{text[bracket]}' begins here is not closed, or something in it needs quotes");
            return new Refusal("front-matter-broken", string.Create(CultureInfo.InvariantCulture, $"The front matter is not YAML: {said}"),
                "Mend that line; a value with ': ' or a quotation mark needs quotes.")
            { File = file, Line = line };
        }
    }

    [GeneratedRegex("""^[ \t]*(?:- )?(?:(?:&[\w-]+|!!?\w[\w:./-]*)[ \t]+)?(?:\w[\w ./-]*|"\w[\w ./:@-]*"|'\w[\w ./:@-]*')[ \t]*(?::(?=\s|$)|=)|^\?[ \t]+\S.*\n:(?=\s)|^[ \t]*[{\[](?![{%#^])""", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Key();

    private static int LineOf(string text, int offset) => text.AsSpan(0, offset).Count('\n') + 1;

    /// <summary>One walk over the events of a YAML document.</summary>
    private sealed class Walk(string text, int start, int end)
    {
        /// <summary>The most lists and mappings that may stand in one another.</summary>
        private const int MostNested = 100;

        private readonly Parser _parser = new(new StringReader(text[start..end]));
        private readonly Dictionary<string, HeadAlias> _anchors = new(StringComparer.Ordinal);
        private int _depth;

        public List<HeadScalar> Scalars { get; } = [];

        public List<HeadEntry> Entries { get; } = [];

        public List<HeadAlias> Aliases { get; } = [];

        public HeadEntry? Twice { get; private set; }

        /// <summary>Where the outermost bracket stands that begins the list or mapping at which the walk is; null outside of them.</summary>
        public int? Bracket { get; private set; }

        public void Run()
        {
            _parser.MoveNext();
            _parser.MoveNext();
            if (_parser.Current is StreamEnd)
                return;
            _parser.MoveNext();
            if (_parser.Current is not MappingStart)
            {
                if (_parser.Current is Scalar { Value: "" })
                    return;
                throw new YamlException(_parser.Current!.Start, _parser.Current.End, "it has no 'key: value' lines");
            }

            Node("", flow: false);
            _parser.MoveNext();
            if (_parser.MoveNext() && _parser.Current is not StreamEnd)
                throw new YamlException(_parser.Current!.Start, _parser.Current.End, "it holds more than one document");
        }

        /// <summary>Walks the node at the parser; leaves the parser on its last event.</summary>
        private (int End, bool IsList, bool IsFlow) Node(string key, bool flow)
        {
            if (_parser.Current is not NodeEvent { Anchor.IsEmpty: false } anchored)
                return Bare(key, flow);
            var anchor = new HeadAlias(key, anchored.Anchor.Value, Scalars.Count, Scalars.Count, key);
            _anchors[anchor.Anchor] = anchor;
            var place = Bare(key, flow);
            _anchors[anchor.Anchor] = anchor with { To = Scalars.Count };
            return place;
        }

        /// <summary>Walks a node without its anchor.</summary>
        private (int End, bool IsList, bool IsFlow) Bare(string key, bool flow)
        {
            switch (_parser.Current)
            {
                case AnchorAlias alias:
                    Aliases.Add(_anchors.GetValueOrDefault(alias.Value.Value) is { } named
                        ? named with { Key = key }
                        : throw new YamlException(alias.Start, alias.End, $"'*{alias.Value.Value}' names an anchor that is not there"));
                    return (start + (int)alias.End.Index, false, false);
                case SequenceStart { Style: YamlDotNet.Core.Events.SequenceStyle.Flow } or MappingStart { Style: YamlDotNet.Core.Events.MappingStyle.Flow } when !flow:
                    Bracket = text.IndexOfAny(['[', '{'], start + (int)_parser.Current.Start.Index);
                    var whole = Bare(key, flow: true);
                    Bracket = null;
                    return whole;
                case SequenceStart or MappingStart when ++_depth > MostNested:
                    throw new YamlException(_parser.Current.Start, _parser.Current.End, "its lists and mappings stand in one another too deeply");
                case Scalar scalar:
                    var (from, length) = Span(scalar);
                    Scalars.Add(new HeadScalar(key, scalar.Value, from, length, scalar.Style, flow));
                    return (from + length, false, false);
                case SequenceStart sequence:
                    var last = start + (int)sequence.End.Index;
                    while (Advance() is not SequenceEnd)
                        last = Node(key, flow).End;
                    _depth--;
                    return (flow ? AfterBracket : last, true, flow);
                case MappingStart mapping:
                    return Mapping(key, flow, start + (int)mapping.End.Index);
                default:
                    return (start + (int)_parser.Current!.End.Index, false, false);
            }
        }

        private (int End, bool IsList, bool IsFlow) Mapping(string key, bool flow, int last)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            while (Advance() is not MappingEnd)
            {
                var name = _parser.Current as Scalar ?? throw new YamlException(_parser.Current!.Start, _parser.Current.End, "a key is not plain text");
                var dotted = key.Length == 0 ? name.Value : $"{key}.{name.Value}";
                var at = start + (int)name.Start.Index;
                Advance();
                var (end, isList, isFlow) = Node(dotted, flow);
                last = Math.Max(end, at + 1);
                var entry = new HeadEntry(dotted, at, last, Indent(at, (int)name.Start.Column - 1), isList, isFlow);
                Entries.Add(entry);
                if (!seen.Add(name.Value))
                    Twice ??= entry;
            }

            _depth--;
            return (flow ? AfterBracket : last, false, flow);
        }

        /// <summary>Columns before a key, or before the question mark alone that may announce it.</summary>
        private int Indent(int at, int column)
        {
            var before = text.AsSpan(start, at - start).TrimEnd();
            return before is [.., '?'] && before[(before.LastIndexOf('\n') + 1)..^1] is var line && line.IsWhiteSpace() ? line.Length : column;
        }

        /// <summary>The end of a list or mapping between brackets; the parser's own mark stands before the bracket.</summary>
        private int AfterBracket => start + (int)_parser.Current!.Start.Index + 1;

        private ParsingEvent Advance()
        {
            _parser.MoveNext();
            return _parser.Current!;
        }

        /// <summary>
        /// A block scalar's event ends after its trailing line ends; its text ends with its last word. An event begins with the anchor and the tag, which are
        /// none of the value's; behind them, too, there may be nothing.
        /// </summary>
        private (int Start, int Length) Span(Scalar scalar)
        {
            int from = start + (int)scalar.Start.Index, to = start + (int)scalar.End.Index;
            var empty = from;
            for (var properties = (scalar.Anchor.IsEmpty ? 0 : 1) + (scalar.Tag.IsEmpty ? 0 : 1); properties > 0 && from < to && text[from] is '&' or '!'; properties--)
            {
                while (from < to && !char.IsWhiteSpace(text[from]))
                    from++;
                empty = from;
                while (from < to && char.IsWhiteSpace(text[from]))
                    from++;
            }

            if (scalar is { Value: "", Style: ScalarStyle.Plain })
                return (empty, 0);
            if (scalar.Style is ScalarStyle.Folded or ScalarStyle.Literal)
            {
                while (to > from && char.IsWhiteSpace(text[to - 1]))
                    to--;
            }

            return (from, to - from);
        }
    }
}
