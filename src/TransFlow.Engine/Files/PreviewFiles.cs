using TransFlow.Core;
using TransFlow.Core.Publishing;
using TransFlow.Engine.Settings;

namespace TransFlow.Engine.Files;

/// <summary>Reads the site's template for previews and what it refers to, out of its folder alone.</summary>
internal static class PreviewFiles
{
    /// <summary>The most that one file of the folder may have.</summary>
    private const int MostBytes = 2_000_000;

    /// <summary>The template as it is now.</summary>
    public static Outcome<PreviewTemplate> Template(PreviewSettings settings)
    {
        try
        {
            return PreviewTemplate.Of(File.ReadAllText(settings.Template)).Try(out var template, out var refusal)
                ? settings.Assets is { } folder ? template.With(path => Asset(folder, path)) : template
                : refusal with { File = settings.Template };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Refusal("no-template", $"The template cannot be read: {e.Message}", "Mend 'preview.template' in the settings.") { File = settings.Template };
        }
    }

    /// <summary>A file of the folder; null when it is not there, is too big, or is outside, by whatever links.</summary>
    private static byte[]? Asset(string folder, string path)
    {
        try
        {
            var root = RealPath.Of(Path.GetFullPath(folder));
            var file = new FileInfo(Path.GetFullPath(Path.Combine(root, path)));
            if (!file.FullName.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) || !file.Exists || file.Length > MostBytes)
                return null;
            return RealPath.Of(file.FullName).StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? File.ReadAllBytes(file.FullName) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
