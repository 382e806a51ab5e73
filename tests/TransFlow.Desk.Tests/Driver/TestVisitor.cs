using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace TransFlow.Desk.Tests.Driver;

/// <summary>A browser without scripts: keeps cookies, follows nothing by itself, sends the forms that a page has.</summary>
internal sealed class TestVisitor : IDisposable
{
    private readonly HttpClient _client;

    public TestVisitor(Uri address)
    {
        _client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = address };
        _client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
    }

    public CookieContainer Cookies { get; } = new();

    public HttpClient Client => _client;

    public Task<HttpResponseMessage> Get(string path) => _client.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>A page that is there.</summary>
    public async Task<IDocument> Page(string path)
    {
        using var answer = await Get(path);
        Assert.AreEqual(HttpStatusCode.OK, answer.StatusCode, path);
        return await Document(answer);
    }

    /// <summary>Sends fields with the proof that a form of the desk has.</summary>
    public async Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] fields) =>
        await Send(path, new FormUrlEncodedContent(fields.Append(("form", await Proof())).Select(f => KeyValuePair.Create(f.Item1, f.Item2))));

    public async Task<HttpResponseMessage> Send(string path, HttpContent content) => await _client.PostAsync(new Uri(path, UriKind.Relative), content);

    public Task<HttpResponseMessage> SignIn(string person, string password, string to = "/") => Post("/sign-in", ("person", person), ("password", password), ("to", to));

    /// <summary>The proof that a form is the desk's own, from a page that everybody may see.</summary>
    public async Task<string> Proof()
    {
        using var answer = await Get("/sign-in");
        if (answer.StatusCode == HttpStatusCode.Redirect)
        {
            using var board = await Get("/");
            return Field(await Document(board));
        }

        return Field(await Document(answer));
    }

    public static async Task<IDocument> Document(HttpResponseMessage answer) => new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    public void Dispose() => _client.Dispose();

    private static string Field(IDocument page) => page.QuerySelector("input[name=form]")!.GetAttribute("value")!;
}
