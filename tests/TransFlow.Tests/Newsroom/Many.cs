namespace TransFlow.Tests.Newsroom;

/// <summary>More articles than the sample has.</summary>
internal static class Many
{
    /// <summary>Adds short articles to a newsroom.</summary>
    public static void Articles(TestNewsroom room, int count)
    {
        for (var i = 1; i <= count; i++)
            Article(room, i);
    }

    /// <summary>Adds one.</summary>
    public static void Article(TestNewsroom room, int i) =>
        room.Write($"translations/articles/story-{i:000}.ko.md", $"""
            ---
            lang: ko
            title: 기사 {i}
            ---

            첫 문장은 {i}번이다. **둘째** 문장도 있다.

            ## 소제목

            “인용문이다. 끝났다.”라고 소식통은 전했다.

            """.ReplaceLineEndings("\n"));
}
