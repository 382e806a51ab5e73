using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace TransFlow.Core.Segments.Heads;

/// <summary>A text of YAML by itself.</summary>
internal static class YamlText
{
    /// <summary>What a text says.</summary>
    /// <param name="written">The text with its quotation marks.</param>
    /// <returns>Its words; null when it has an escape that YAML does not know.</returns>
    public static string? Of(string written)
    {
        try
        {
            var parser = new Parser(new StringReader(written));
            while (parser.MoveNext())
            {
                if (parser.Current is Scalar scalar)
                    return scalar.Value;
            }
        }
        catch (YamlException)
        {
            // What it is not is told by nothing else.
        }

        return null;
    }
}
