using TransFlow.Core.Segments;

namespace TransFlow.Core.Tests.Segments;

[TestClass]
public sealed class WordDifferenceTests
{
    [TestMethod]
    [DataRow("쌀값은 800원이었다.", "쌀값은 850원이었다.", "800원이었다 → 850원이었다")]
    [DataRow("쌀값은 5800원, 밀은 1원이다.", "쌀값은 5700원, 밀은 1원이다.", "5800원 → 5700원")]
    [DataRow("값은 “3000원”이다.", "값은 “3100원”이다.", "3000원”이다 → 3100원”이다")]
    [DataRow("주민 21명이 모두 왔다.", "어제 주민 215명이 왔다.", "+ 어제; 21명이 모두 → 215명이")]
    [DataRow("그가 왔다.", "그가 왔다!", "왔다. → 왔다!")]
    [DataRow("It rose by 5%.", "It rose by 7%.", "5% → 7%")]
    [DataRow("700명", "800명", "700명 → 800명")]
    [DataRow("김정은(金正恩)이 왔다.", "김정일(金正日)이 왔다.", "김정은(金正恩)이 → 김정일(金正日)이")]
    [DataRow("하나 둘 셋", "넷 다섯 여섯", "it was “하나 둘 셋”")]
    [DataRow("“하나 둘 셋”", "“넷 다섯 여섯”", "it was: “하나 둘 셋”")]
    [DataRow("그는 “하나 둘 셋”", "넷 다섯 여섯 일곱", "it was: 그는 “하나 둘 셋”")]
    [DataRow("", "넷", "it was “”")]
    public void Words_between_blanks_are_held_against_each_other(string was, string now, string expected) => Assert.AreEqual(expected, WordDifference.Of(was, now));

    [TestMethod]
    [DataRow("通関が最長で3日まで遅れているため、商人が困っていると消息筋が明らかにした。", "通関が最長で4日まで遅れているため、商人が困っていると消息筋が明らかにした。", "3日 → 4日")]
    [DataRow("北朝鮮の通関は３か月止まった。", "北朝鮮の通関は５か月止まった。", "３か月 → ５か月")]
    [DataRow("米は1キロ6,200ウォンだ。", "米は1キロ6,300ウォンだ。", "6,200ウォン → 6,300ウォン")]
    [DataRow("中国との通関を厳しくし、商人が困っている。", "中国との通関を厳しくした、商人が困っている。", "厳しくし → 厳しくした")]
    [DataRow("中国との通関が厳しくなった。", "中国との通関は厳しくなった。", "通関が → 通関は")]
    [DataRow("ビールが高くなったと消息筋が伝えた。", "ビールは高くなったと消息筋が伝えた。", "ビールが → ビールは")]
    [DataRow("国境警備が増えたと消息筋が伝えた。", "国境警備隊が増えたと消息筋が伝えた。", "国境警備 → 国境警備隊")]
    [DataRow("米の価格が上がったと消息筋が伝えた。", "米の値段が上がったと消息筋が伝えた。", "価格 → 値段")]
    [DataRow("商人が困っていると消息筋が伝えた。", "昨日、商人が困っていると消息筋が伝えた。", "+ 昨日、")]
    [DataRow("トラックが止まったと消息筋が伝えた。", "バスが止まったと消息筋が伝えた。", "トラック → バス")]
    [DataRow("大米每公斤6200朝元左右。", "大米每公斤6300朝元左右。", "6200朝元 → 6300朝元")]
    [DataRow("大米价格上涨了百分之三。", "大米价格下跌了百分之三。", "上涨 → 下跌")]
    [DataRow("消息人士说市场价格上涨了百分之三。", "消息人士说市场价格上升了百分之三。", "上涨了 → 上升了")]
    [DataRow("金正恩，出席了会议。", "金正日，出席了会议。", "金正恩 → 金正日")]
    [DataRow("据RFA报道，大米很贵。", "据NHK报道，大米很贵。", "RFA → NHK")]
    [DataRow("700名", "800名", "700名 → 800名")]
    [DataRow("我家門前有小河。", "全然違う文章だよ！", "it was “我家門前有小河。”")]
    [DataRow("ราคาข้าวสูงขึ้น 3 เท่า", "ราคาข้าวสูงขึ้น 4 เท่า", "3 → 4")]
    [DataRow("ราคาข้าว6200วอนต่อกิโลกรัม", "ราคาข้าว6300วอนต่อกิโลกรัม", "6200 → 6300")]
    public void Where_a_script_does_without_blanks_its_parts_are(string was, string now, string expected) => Assert.AreEqual(expected, WordDifference.Of(was, now));

    [TestMethod]
    public void A_letter_of_a_script_without_blanks_is_shown_with_those_beside_it()
    {
        var line = WordDifference.Of("ราคาข้าวในตลาดสูงขึ้นมาก", "ราคาข้าวในตลาดต่ำขึ้นมาก");
        Assert.Contains(" → ", line);
        Assert.IsLessThan(30, line.Length);
    }
}
