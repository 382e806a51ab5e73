using TransFlow.Core.Articles;
using TransFlow.Core.Tests.Segments;

namespace TransFlow.Core.Tests.Articles;

/// <summary>In which language an article says that it is.</summary>
[TestClass]
public sealed class ArticleLanguageTests
{
    [TestMethod]
    [DataRow("lang: ko", "ko")]
    [DataRow("language: ko_KR", "ko-KR")]
    [DataRow("languageCode: ko-kr", "ko-kr")]
    [DataRow("html_lang: ja", "ja")]
    [DataRow("title: 가\nog:locale: en_US", "en-US")]
    [DataRow("i18n:\n  locale: zh", "zh")]
    [DataRow("params:\n  lang: en", "en")]
    [DataRow("lang: ~\nlocale: ko", "ko")]
    [DataRow("language: 한국어", null)]
    [DataRow("lang: korean\nlocale: ko", "ko")]
    [DataRow("mood: ko", null)]
    public void The_front_matter_says_it(string head, string? language) =>
        Assert.AreEqual(language, ArticleLanguage.Of(ProvingGround.Extract($"---\n{head}\n---\n\n글이다.\n")!));
}
