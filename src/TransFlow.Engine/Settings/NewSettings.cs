using System.Text.Encodings.Web;
using System.Text.Json;
using TransFlow.Core.Publishing;

namespace TransFlow.Engine.Settings;

/// <summary>The settings of a new newsroom.</summary>
public static class NewSettings
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Settings that work as they are, apart from the people's names.</summary>
    /// <param name="source">The language of the articles.</param>
    /// <param name="targets">The languages to translate into.</param>
    /// <returns>JSON with comments.</returns>
    public static string Text(string source, IReadOnlyList<string> targets)
    {
        var list = string.Join(",\n    ", targets.Select(t => $"{Quoted(t)}: {{ \"route\": \"default\"{Style(source, t)} }}"));
        string People(string who) => string.Join(", ", targets.Select(t => $"{Quoted(t)}: [\"{who}-{t}\"]"));
        return $$"""
            {
              // Where readers find an article, for the link to the original: "site": "https://example.org", "url": "{site}/{slug}"
              "source": { "language": {{Quoted(source)}}, "type": "folder", "path": "translations/articles" },
              "targets": {
                {{list.Replace("\n    ", "\n    ", StringComparison.Ordinal)}}
              },
              "routes": { "default": ["translate", "edit"] },
              // Who works which stage in which language. Nobody approves what the same person wrote.
              "people": {
                "translate": { {{People("translator")}} },
                "edit": { {{People("editor")}} },
                // A person is named on the page only with a credit here: "profiles": { "mina": { "credit": "Mina Park" } }
                "profiles": {}
              },
              "schedule": { "timeZone": "Asia/Seoul", "intake": "0 0/5 * * * ?", "collect": "0/30 * * * * ?", "publish": "0 0/10 * * * ?" },
              "desk": { "listen": "http://127.0.0.1:8460", "chiefs": [] },
              "publish": [{ "type": "folder", "path": "translations/published/{lang}" }],
              "store": "sqlite:translations/.transflow/newsroom.db"
            }

            """.ReplaceLineEndings("\n");
    }

    /// <summary>Credits and a link to the original, where we know the words.</summary>
    private static string Style(string source, string target)
    {
        var known = PageLanguage.Of(target);
        var style = new[]
        {
            known.Credits is { } credits ? $"\"credits\": {Quoted(credits)}" : null,
            known.ReadIn.GetValueOrDefault(source.Split('-')[0]) is { } words ? $"\"readIn\": {Quoted($"[{words}]({{source_url}})")}" : null,
        };
        return known.Credits is null ? "" : $", \"style\": {{ {string.Join(", ", style.OfType<string>())} }}";
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text, Plain);
}
