using System.Collections.Immutable;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Publishing;

/// <summary>Who is named on the page: the people who did the work and agreed to be named.</summary>
/// <param name="Translators">Names of translators, in the order in which they came to the edition.</param>
/// <param name="Editors">Names of editors, likewise.</param>
public sealed record Credits(ImmutableArray<string> Translators, ImmutableArray<string> Editors)
{
    /// <summary>Finds the people of an edition.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="names">Gives the name under which a person agreed to be named; null for a person who did not.</param>
    /// <returns>The names.</returns>
    public static Credits Of(Edition edition, Func<string, string?> names)
    {
        ImmutableArray<string> Named(StageRole role) =>
        [
            .. edition.Segments
                .SelectMany(s => s.Changes.Select(c => (c.Person, c.Stage)).Concat(s.SignOffs.Select(o => (o.Person, o.Stage))))
                .Where(w => edition.Route.IndexOf(w.Stage) is >= 0 and var i && edition.Route.Stages[i].Role == role)
                .Select(w => w.Person).Distinct(StringComparer.Ordinal)
                .Select(names).OfType<string>().Distinct(StringComparer.Ordinal),
        ];
        return new Credits(Named(StageRole.Write), Named(StageRole.Review));
    }

    /// <summary>Fills a credits template; a sentence none of whose names may be said is left out.</summary>
    /// <param name="template">Markdown with <c>{translators}</c>, <c>{editors}</c> and <c>{date}</c>.</param>
    /// <param name="list">How names are joined.</param>
    /// <param name="language">The page's language, which decides where sentences end.</param>
    /// <param name="day">The article's day in words; null when it is not known.</param>
    /// <returns>The line; null when nothing is left of it.</returns>
    internal string? Fill(string template, NameList list, string language, string? day)
    {
        var line = CreditsLine.Without(template.Trim(), language, text => Lacks(text, "{translators}", Translators) || Lacks(text, "{editors}", Editors) || (day is null && text.Contains("{date}", StringComparison.Ordinal)));
        return line is null ? null : Names(Names(line.Replace("{date}", day, StringComparison.Ordinal), "{translators}", Translators, list), "{editors}", Editors, list);
    }

    private static bool Lacks(string sentence, string place, ImmutableArray<string> names) =>
        names.IsEmpty && sentence.Contains(place, StringComparison.Ordinal);

    private static string Names(string line, string place, ImmutableArray<string> names, NameList list) =>
        line.Replace(place, list.Join([.. names.Select(MarkdownText.Escape)]), StringComparison.Ordinal);
}
