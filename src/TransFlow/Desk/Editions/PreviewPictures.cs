using System.Net;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using TransFlow.Engine.Settings;

namespace TransFlow.Desk.Editions;

/// <summary>
/// The pictures of a preview: those that the newsroom's own folders have are put into the document, so that nobody else learns who looks at
/// what; those of its site stay where the settings say so; of all others the words alone are shown.
/// </summary>
internal static partial class PreviewPictures
{
    /// <summary>The most bytes of pictures in one document.</summary>
    private const int Most = 2 * PictureRoutes.Largest;

    /// <summary>Gives a page its pictures.</summary>
    /// <param name="html">The page's body.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="article">The source article's path.</param>
    public static string In(string html, NewsroomSettings settings, string article)
    {
        var left = Most;
        return Picture().Replace(html, picture =>
        {
            var address = WebUtility.HtmlDecode(Source().Match(picture.Value) is { Success: true } source ? source.Groups[2].Value : "");
            if (PictureRoutes.Data(settings, article, address, left) is { } data)
            {
                left -= data.Length;
                return Source().Replace(SourceSet().Replace(picture.Value, ""), m => $"{m.Groups[1].Value}{data}{m.Groups[3].Value}", 1);
            }

            if (PictureRoutes.Site(settings) is { } site && address.StartsWith(site + "/", StringComparison.OrdinalIgnoreCase))
                return picture.Value;
            var words = WebUtility.HtmlDecode(Words().Match(picture.Value).Groups[1].Value);
            return $"<span class=\"transflow-picture\">{HtmlEncoder.Default.Encode(words)}</span>";
        });
    }

    [GeneratedRegex("""<img\b(?:[^>"']|"[^"]*"|'[^']*')*>""", RegexOptions.IgnoreCase)]
    private static partial Regex Picture();

    [GeneratedRegex("""(\ssrc\s*=\s*["']?)((?<=")[^"]*|(?<=')[^']*|[^\s"'>]+)(["']?)""", RegexOptions.IgnoreCase)]
    private static partial Regex Source();

    [GeneratedRegex("""\ssrcset\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex SourceSet();

    [GeneratedRegex("""\salt\s*=\s*["']?((?<=")[^"]*|(?<=')[^']*|[^\s"'>]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
