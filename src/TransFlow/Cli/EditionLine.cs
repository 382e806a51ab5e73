using System.CommandLine;
using TransFlow.Core;
using TransFlow.Engine;

namespace TransFlow.Cli;

/// <summary>
/// What the verbs about one edition have in common: how it is named, and how their answer is told. Made anew for each line, as all options are: one that lasts keeps every command of which it ever was a part.
/// </summary>
/// <param name="verb">What verbs have in common.</param>
internal sealed class EditionLine(Verb verb)
{
    public Argument<string> Article { get; } = new("ARTICLE") { Description = "The article's id, as 'status' shows it." };
    public Option<string?> Language { get; } = new("--language", "-l") { Description = "The edition's language; may be left out when the article has only one.", HelpName = "LANG" };
    public Option<string?> As { get; } = new("--as") { Description = "Who you are; else the person who has the stage.", HelpName = "PERSON" };
    public Option<string> Me { get; } = new("--as") { Description = "Who you are.", Required = true, HelpName = "PERSON" };
    public Option<string?> AtStage { get; } = new("--stage") { Description = "The stage, or a part of it such as translate+quotations; else what can be meant where the edition stands.", HelpName = "STAGE" };
    public Option<string[]> Unit { get; } = new("--unit") { Description = "Only this unit (its name in the file, such as 07-paragraph); give it for each.", HelpName = "NAME" };
    public Option<string> Reason { get; } = new("--reason") { Description = "Why, in a sentence.", Required = true, HelpName = "TEXT" };

    public Verb Verb { get; } = verb;

    /// <summary>Works on the edition that the line names.</summary>
    public Task<int> One(ParseResult line, Func<Newsroom, string, int> work) => Verb.InNewsroom(line, newsroom =>
        Task.FromResult(LanguageOf(newsroom, line).Try(out var language, out var refusal) ? work(newsroom, language) : Verb.Refuse(refusal)));

    public Outcome<string> LanguageOf(Newsroom newsroom, ParseResult line) => LanguageOf(newsroom, line, Id(line));

    public Outcome<string> LanguageOf(Newsroom newsroom, ParseResult line, string article)
    {
        if (line.GetValue(Language) is { } said)
            return said;
        var languages = newsroom.Store.Heads().Where(h => h.Article == article).Select(h => h.Language).ToList();
        return languages.Count == 1
            ? languages[0]
            : new Refusal("which-language", languages.Count == 0 ? $"There is no article '{article}'." : $"The article has editions in {string.Join(", ", languages)}.", languages.Count == 0 ? "See 'transflow status'." : "Say which: --language.");
    }

    /// <summary>Tells what was done, or why it was not.</summary>
    public int Said<T>(Outcome<T> outcome, Func<T, string> words)
        where T : notnull => Verb.Said(outcome, words);

    public string Id(ParseResult line) => line.GetValue(Article)!;

    /// <summary>Who acts; the desk when nobody is named.</summary>
    public string Person(ParseResult line) => line.GetValue(As) ?? "desk";
}
