using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TransFlow.Desk.Tests.Browser;

/// <summary>One page of a browser, used as a person uses it: by mouse, keys and what is to be seen.</summary>
internal sealed class Tab(Chromium browser, string context, string session, Uri address)
{
    /// <summary>What keys do in a field, where the browser leaves it to the system.</summary>
    private static readonly Dictionary<(string Key, int Modifiers), string> Commands = new()
    {
        [("End", 2)] = "moveToEndOfDocument",
        [("Home", 2)] = "moveToBeginningOfDocument",
        [("a", 2)] = "selectAll",
        [("x", 2)] = "cut",
        [("c", 2)] = "copy",
        [("v", 2)] = "paste",
        [("z", 2)] = "undo",
        [("z", 10)] = "redo",
        [("y", 2)] = "redo",
    };

    private static readonly string Screens = Path.Combine(AppContext.BaseDirectory, "TestResults", "screens");

    /// <summary>The browser with its cookies, of which this is a page.</summary>
    public string Context => context;

    public Task<JsonNode> Ask(string method, JsonObject? parameters = null) => browser.Ask(method, parameters ?? [], session);

    /// <summary>Goes to a page and waits until it is there.</summary>
    public async Task Go(string path)
    {
        await Leave(() => Ask("Page.navigate", new JsonObject { ["url"] = new Uri(address, path).ToString() }));
    }

    public async Task SignIn(string person, string password = Driver.TestDesk.Password)
    {
        await Go("/sign-in");
        await Type("[name=person]", person);
        await Type("[name=password]", password);
        await Leave(() => Click("button.main"));
        Assert.AreEqual("/", await Text("location.pathname"));
    }

    /// <summary>What an expression of the page comes to.</summary>
    public async Task<JsonNode?> Value(string expression)
    {
        var result = await Ask("Runtime.evaluate", new JsonObject { ["expression"] = expression, ["returnByValue"] = true, ["awaitPromise"] = true });
        return result["exceptionDetails"] is { } wrong ? throw new InvalidOperationException($"{expression}: {wrong.ToJsonString()}") : result["result"]!["value"];
    }

    public async Task<string> Text(string expression) => (await Value(expression))?.ToString() ?? "";

    public async Task<string> TextOf(string selector) => await Text($"document.querySelector({Quoted(selector)})?.innerText ?? ''");

    public async Task<bool> Is(string expression) => (bool)(await Value($"Boolean({expression})"))!;

    /// <summary>Waits until an expression holds.</summary>
    public async Task Until(string expression)
    {
        for (var i = 0; i < 600; i++)
        {
            try
            {
                if (await Is(expression))
                    return;
            }
            catch (InvalidOperationException) when (i < 599)
            {
                // The page is just being exchanged for the next.
            }

            await Task.Delay(50);
        }

        Assert.Fail($"not so after half a minute: {expression}; the page says: {await Text("document.body?.innerText.slice(0, 2000)")}");
    }

    /// <summary>Does something that leads to another page, and waits until that is there.</summary>
    public async Task Leave(Func<Task> act)
    {
        await Value("void (document.documentElement.left = true)");
        await act();
        await Until("!document.documentElement.left && document.readyState === 'complete'");
    }

    /// <summary>Goes to another page although the browser asks whether words may be left that are not saved.</summary>
    public async Task LeaveWords(string path) => await Leave(async () =>
    {
        var going = Ask("Page.navigate", new JsonObject { ["url"] = new Uri(address, path).ToString() });
        for (var isAsked = false; !isAsked;)
        {
            try
            {
                await Ask("Page.handleJavaScriptDialog", new JsonObject { ["accept"] = true });
                isAsked = true;
            }
            catch (InvalidOperationException)
            {
                // The question is not there yet.
                await Task.Delay(50);
            }
        }

        await going;
    });

    /// <summary>Waits until the page has done what it had begun and was drawn again; even where scripts of pages do not run.</summary>
    public async Task Settle() => await Ask("Page.captureScreenshot", new JsonObject { ["format"] = "png" });

    /// <summary>Clicks in the middle of an element, as a mouse does; not before it has come to rest there and nothing lies over it.</summary>
    public async Task Click(string selector)
    {
        var (before, place) = ("", "null");
        for (var i = 0; i < 300 && (place == "null" || place != before); i++)
        {
            (before, place) = (place, await Text($$"""
                (() => {
                  const e = document.querySelector({{Quoted(selector)}});
                  if (!e || document.readyState !== 'complete') return 'null';
                  e.scrollIntoView({ block: 'center', behavior: 'instant' });
                  const r = e.getBoundingClientRect();
                  const [x, y] = [r.x + r.width / 2, r.y + r.height / 2];
                  return e.contains(document.elementFromPoint(x, y)) ? JSON.stringify([x, y]) : 'null';
                })()
                """));
            await Task.Delay(20);
        }

        Assert.AreNotEqual("null", place, $"{selector} is not to be seen; the page is {await Text("location.href + ' ' + document.readyState + ' ' + document.body?.innerText.slice(0, 1500)")}");
        var point = JsonNode.Parse(place)!;
        foreach (var kind in new[] { "mousePressed", "mouseReleased" })
            await Ask("Input.dispatchMouseEvent", new JsonObject { ["type"] = kind, ["x"] = (double)point[0]!, ["y"] = (double)point[1]!, ["button"] = "left", ["clickCount"] = 1 });
    }

    /// <summary>Clicks into a field and types, once it has the cursor.</summary>
    public async Task Type(string selector, string words)
    {
        var hasCursor = $"document.querySelector({Quoted(selector)})?.contains(document.activeElement)";
        for (var i = 0; i == 0 || (i < 5 && !await Is(hasCursor)); i++)
        {
            // A page that moves under the mouse is clicked on elsewhere.
            await Click(selector);
            for (var j = 0; j < 40 && !await Is(hasCursor); j++)
                await Task.Delay(50);
        }

        await Until(hasCursor);
        await Type(words);
    }

    public Task Type(string words) => Ask("Input.insertText", new JsonObject { ["text"] = words });

    /// <summary>Types as an input method does: the syllable is composed, then committed.</summary>
    public async Task Compose(params string[] steps)
    {
        foreach (var step in steps)
            await Ask("Input.imeSetComposition", new JsonObject { ["text"] = step, ["selectionStart"] = step.Length, ["selectionEnd"] = step.Length });
        await Ask("Input.insertText", new JsonObject { ["text"] = steps[^1] });
    }

    /// <summary>Presses a key: a letter, or a name such as <c>Enter</c>; with Alt 1, Ctrl 2, Shift 8.</summary>
    public async Task Press(string key, int modifiers = 0)
    {
        var code = key switch { "Enter" => 13, "Tab" => 9, "Escape" => 27, "Backspace" => 8, "Delete" => 46, "End" => 35, "Home" => 36, "ArrowDown" => 40, "ArrowLeft" => 37, "ArrowRight" => 39, " " => 32, _ => char.ToUpper(key[0], CultureInfo.InvariantCulture) };
        var down = new JsonObject { ["type"] = "keyDown", ["key"] = key, ["code"] = key.Length == 1 ? "" : key, ["windowsVirtualKeyCode"] = code, ["modifiers"] = modifiers };
        if (modifiers is 0 or 8 && (key.Length == 1 || key == "Enter"))
            down["text"] = key == "Enter" ? "\r" : key;
        if (Commands.TryGetValue((key, modifiers), out var command))
            down["commands"] = new JsonArray(command);
        await Ask("Input.dispatchKeyEvent", down);
        await Ask("Input.dispatchKeyEvent", new JsonObject { ["type"] = "keyUp", ["key"] = key, ["code"] = key.Length == 1 ? "" : key, ["windowsVirtualKeyCode"] = code, ["modifiers"] = modifiers });
    }

    /// <summary>Keeps a picture of the page among the test's results, for people to look at.</summary>
    public async Task Picture(string name, bool isWhole = false)
    {
        var picture = await Ask("Page.captureScreenshot", new JsonObject { ["format"] = "png", ["captureBeyondViewport"] = isWhole });
        Directory.CreateDirectory(Screens);
        await File.WriteAllBytesAsync(Path.Combine(Screens, name + ".png"), Convert.FromBase64String((string)picture["data"]!));
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
