using System.Globalization;
using TransFlow.Core;

namespace TransFlow.Cli;

/// <summary>
/// Pages that were found in folders, not named, of which nothing is to be made, and which are not refused for it: those in the target's language
/// already, or in another than the one asked for, and translations beside the articles, which have no XLIFF, as no page in their language has.
/// </summary>
/// <param name="verb">The verb.</param>
internal sealed class PassedOver(Verb verb)
{
    /// <summary>The reason of a page that is in the target's language already.</summary>
    public const string SameLanguage = "same-language";

    /// <summary>The reason of a page in another language than the one asked for.</summary>
    public const string OtherLanguage = "other-language";

    /// <summary>The reason of a page without XLIFF.</summary>
    public const string NoXliff = "no-xliff";

    private readonly List<(string Folder, string? Language, Refusal Refusal)> _held = [];
    private readonly HashSet<string> _languages = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);

    /// <summary>Whether a refusal is held back until all pages were looked at.</summary>
    /// <param name="folder">The folder in which the page was found; null for one that was named.</param>
    /// <param name="language">Its language; null when nothing says it.</param>
    /// <param name="refusal">Why nothing was made of it; null when something was.</param>
    public bool Holds(string? folder, string? language, Refusal? refusal)
    {
        var isApart = refusal?.Code is SameLanguage or OtherLanguage or NoXliff;
        if (isApart && folder is not null)
        {
            _held.Add((folder, language, refusal!));
            return true;
        }

        if (!isApart && language is not null)
            _languages.Add(language);
        if (folder is not null)
            _folders.Add(folder);
        return false;
    }

    /// <summary>Whether a page in a language is one of the articles, and no translation beside them, as far as they tell.</summary>
    /// <param name="language">Its language; null when nothing says it.</param>
    public bool IsArticle(string? language) => language is null || _languages.Count == 0 || _languages.Contains(language);

    /// <summary>Refuses those that are articles like the others after all, and says which folders have nothing else.</summary>
    /// <returns>Refused when one was.</returns>
    public int Close()
    {
        var code = ExitCode.Done;
        foreach (var (folder, language, refusal) in _held)
        {
            if (refusal.Code is SameLanguage or OtherLanguage || (language is not null && _languages.Count > 0 && !_languages.Contains(language)))
                continue;
            code = verb.Refuse(refusal);
            _folders.Add(folder);
        }

        foreach (var left in _held.GroupBy(h => h.Folder, StringComparer.Ordinal).Where(g => !_folders.Contains(g.Key)))
        {
            var why = left.All(h => h.Refusal.Code == SameLanguage) ? "in the target's language already"
                : left.All(h => h.Refusal.Code != NoXliff) ? "in other languages than the one asked for"
                : "in no language of the articles that have XLIFF";
            verb.Terminal.Error.WriteLine($"{verb.Terminal.Shown(left.Key)}: nothing was made of what is in it; it is all {why} ({string.Join(", ", left.Select(h => h.Language ?? "?").Distinct(StringComparer.OrdinalIgnoreCase))}).");
        }

        // A name may only look as if it said a language: 'story.new.md' and 'story.kr.md' do.
        foreach (var left in _held.Where(h => h.Refusal.Code == OtherLanguage && _folders.Contains(h.Folder)).GroupBy(h => h.Language ?? "?", StringComparer.OrdinalIgnoreCase).OrderBy(g => g.Key, StringComparer.Ordinal))
            verb.Terminal.Error.WriteLine($"{verb.Terminal.Shown(left.First().Refusal.File ?? left.First().Folder)}{(left.Count() > 1 ? string.Create(CultureInfo.InvariantCulture, $" and {left.Count() - 1} more") : "")}: left out, since the name says '{left.Key}'. Name such a page alone if it is an article.");
        return code;
    }
}
