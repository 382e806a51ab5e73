using System.Text;
using System.Text.RegularExpressions;

namespace TransFlow.Desk.Tests.Driver;

/// <summary>Finds in source files what refusals and findings say: the pattern of each sentence that a person can be told.</summary>
internal static partial class SaidInSource
{
    /// <summary>The patterns in a file's text.</summary>
    public static IEnumerable<string> Patterns(string source)
    {
        foreach (Match call in Call().Matches(source))
        {
            var arguments = Arguments(source, call.Index + call.Length);
            var said = call.Groups["what"].Value switch
            {
                "NoReason" or "Nothing" or "new HandChange" => arguments.Take(1),
                "new Finding" => arguments.Skip(3).Take(1),
                "Blocking" => arguments.Skip(2).Take(1),
                _ when arguments.Count == 3 && Code().IsMatch(arguments[0]) => arguments.Skip(1),
                _ => [],
            };
            foreach (var pattern in said.SelectMany(Literals))
                yield return pattern;
        }
    }

    /// <summary>The arguments of a call, from behind its opening bracket.</summary>
    private static List<string> Arguments(string source, int start)
    {
        var (found, depth, at) = (new List<string>(), 1, start);
        while (depth > 0)
        {
            if (IsLiteral(source, at))
            {
                at = Literal(source, at).End;
                continue;
            }

            depth += source[at] switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
            if (depth == 0 || (depth == 1 && source[at] == ','))
            {
                found.Add(source[start..at]);
                start = at + 1;
            }

            at += source[at] == '\'' ? (source[at + 1] == '\\' ? 4 : 3) : 1;
        }

        return found;
    }

    /// <summary>The texts of an argument that are not handed on to something else.</summary>
    private static IEnumerable<string> Literals(string argument)
    {
        var depth = 0;
        for (var at = 0; at < argument.Length;)
        {
            if (IsLiteral(argument, at))
            {
                var (pattern, end) = Literal(argument, at);
                if (depth == 0)
                    yield return pattern;
                at = end;
                continue;
            }

            depth += argument[at] switch { '(' or '[' => 1, ')' or ']' => -1, _ => 0 };
            at++;
        }
    }

    private static bool IsLiteral(string source, int at) => source[at] == '"' || (source[at] == '$' && source[at + 1] == '"');

    /// <summary>A text as the pattern of its sentence: values as numbered places, braces doubled.</summary>
    private static (string Pattern, int End) Literal(string source, int at)
    {
        var isInterpolated = source[at] == '$';
        var (pattern, values) = (new StringBuilder(), 0);
        at += isInterpolated ? 2 : 1;
        while (source[at] != '"')
        {
            var c = source[at];
            if (c == '\\')
            {
                pattern.Append(source[at + 1]);
                at += 2;
            }
            else if (c is '{' or '}' && (!isInterpolated || source[at + 1] == c))
            {
                pattern.Append(c).Append(c);
                at += isInterpolated ? 2 : 1;
            }
            else if (c == '{')
            {
                pattern.Append('{').Append(values++).Append('}');
                at = EndOfValue(source, at + 1);
            }
            else
            {
                pattern.Append(c);
                at++;
            }
        }

        return (pattern.ToString(), at + 1);
    }

    private static int EndOfValue(string source, int at)
    {
        for (var depth = 1; depth > 0;)
        {
            if (IsLiteral(source, at))
            {
                at = Literal(source, at).End;
                continue;
            }

            depth += source[at] switch { '{' => 1, '}' => -1, _ => 0 };
            at += source[at] == '\'' ? (source[at + 1] == '\\' ? 4 : 3) : 1;
        }

        return at;
    }

    [GeneratedRegex(@"\b(?<what>new (?:Core\.)?Refusal|new Finding|new HandChange|Refused|Blocking|NoReason|Nothing|new)\(")]
    private static partial Regex Call();

    [GeneratedRegex("""^\s*("[a-z0-9-]+"|[A-Z]\w*(\.\w+)?)\s*$""")]
    private static partial Regex Code();
}
