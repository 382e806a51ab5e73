using System.Collections.Immutable;
using System.Text;
using TransFlow.Core.Exchange;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Tests.Stages;

/// <summary>Sentences that were corrected where they stand, and say now what stood elsewhere: they are no sentences that were moved.</summary>
[TestClass]
public sealed class CorrectionTests
{
    private static readonly Route Plain = Route.Of("plain", ["translate", "edit"]).Value!;

    /// <summary>For each sentence the number of the former one whose translation it has; in brackets, whose it has beside it; - for none.</summary>
    [TestMethod]
    [DataRow("첫째, 평양이다. 쌀값은 5200원이다. 지난달보다 올랐다.|둘째, 신의주다. 쌀값은 5300원이다. 불만이 크다.", "첫째, 평양이다. 쌀값은 5300원이다. 지난달보다 올랐다.|둘째, 신의주다. 쌀값은 5200원이다. 불만이 크다.", "0 (1) 2 3 (4) 5", DisplayName = "numbers exchanged")]
    [DataRow("이번 주를 보자. 쌀값은 5300원이다.|지난주를 보자. 쌀값은 5200원이다.", "이번 주를 보자. 쌀값은 5400원이다.|지난주를 보자. 쌀값은 5300원이다.", "0 (1) 2 (3)", DisplayName = "a week later")]
    [DataRow("시작한다. 쌀값은 5200원이다. 쌀값은 5300원이다. 끝낸다.", "시작한다. 쌀값은 5300원이다. 쌀값은 5400원이다. 끝낸다.", "0 2 (1) 3", DisplayName = "one went, and one came behind, in one paragraph")]
    [DataRow("- 3월 1일 5명이 왔다.|- 3월 2일 6명이 왔다.|- 3월 3일 7명이 왔다.", "- 3월 3일 7명이 왔다.|- 3월 1일 5명이 왔다.|- 3월 2일 6명이 왔다.", "2 0 1", DisplayName = "an item moved among those like it")]
    [DataRow("- 쌀은 51원이다.|- 쌀은 52원이다.|- 쌀은 53원이다.|끝이다.", "- 쌀은 50원이다.|- 쌀은 51원이다.|- 쌀은 52원이다.|끝이다.", "(2) 0 1 3", DisplayName = "one came on top, and the last went")]
    [DataRow("## 2022년|쌀값은 5000원이다.|## 2023년|쌀값은 6000원이다.|## 2024년|쌀값은 7000원이다.", "## 2023년|쌀값은 6000원이다.|## 2022년|쌀값은 5000원이다.|## 2024년|쌀값은 7000원이다.", "2 3 0 1 4 5", DisplayName = "sections of other years moved")]
    [DataRow("첫 문단이다.|3월 1일 쌀 5킬로는 51원, 콩 6킬로는 61원이다.|가운데이다.|3월 2일 쌀 7킬로는 52원, 콩 8킬로는 62원이다.|끝이다.", "첫 문단이다.|3월 2일 쌀 7킬로는 52원, 콩 8킬로는 62원이다.|가운데이다.|3월 1일 쌀 5킬로는 51원, 콩 6킬로는 61원이다.|끝이다.", "0 3 2 1 4", DisplayName = "paragraphs of many numbers changed places")]
    [DataRow("평양의 시장은 조용했다. 혜산의 시장은 조용했다. 나선의 시장은 조용했다. 끝이다.", "나선의 시장은 조용했다. 혜산의 시장은 조용했다. 평양의 시장은 조용했다. 끝이다.", "2 1 0 3", DisplayName = "sentences of other names in another order")]
    [DataRow("## 평양|가격은 오르고 있다.|## 신의주|가격은 내리고 있다.|끝이다.", "## 평양|가격은 내리고 있다.|## 신의주|가격은 오르고 있다.|끝이다.", "0 (1) 2 (3) 4", DisplayName = "words exchanged under headings")]
    [DataRow("## 평양|가격은 오르고 있다.|## 신의주|가격은 내리고 있다.|끝이다.", "## 신의주|가격은 오르고 있다.|끝이다.", "2 (3) 4", DisplayName = "a section went, and the next says what it said")]
    [DataRow("## 혜산|옥수수는 600원이다. 응답자는 60명이다. 혜산 끝이다.|## 사리원|옥수수는 700원이다. 응답자는 60명이다. 사리원 끝이다.", "## 혜산|옥수수는 700원이다. 응답자는 60명이다. 혜산 끝이다.|## 사리원|옥수수는 700원이다. 응답자는 10명이다. 사리원 끝이다.", "0 (1) 2 3 4 5 (6) 7", DisplayName = "an untouched one behind a corrected one")]
    [DataRow("혜산이다. 응답자는 60명이다. 옥수수는 600원이다. 혜산 끝이다.|사리원이다. 응답자는 60명이다. 옥수수는 700원이다. 사리원 끝이다.", "혜산이다. 응답자는 60명이다. 옥수수는 700원이다. 혜산 끝이다.|사리원이다. 응답자는 10명이다. 옥수수는 700원이다. 사리원 끝이다.", "0 1 (2) 3 4 (5) 6 7", DisplayName = "an untouched one before a corrected one")]
    [DataRow("\n\n¦ 주 ¦ 값 ¦\n¦---¦---¦\n¦ 이번 주 ¦ 5300원으로 상승 ¦\n¦ 지난주 ¦ 5200원으로 하락 ¦", "\n\n¦ 주 ¦ 값 ¦\n¦---¦---¦\n¦ 이번 주 ¦ 5400원으로 상승 ¦\n¦ 지난주 ¦ 5300원으로 상승 ¦", "0 1 2 (3) 4 (5)", DisplayName = "cells of a table")]
    [DataRow("그는 평양에서 왔다. 김영철이 그를 도왔다. 그는 부산에 산다.|그녀는 혜산에서 왔다. 박성진이 그를 도왔다. 그녀는 대구에 산다.", "그는 평양에서 왔다. 박성진이 그를 도왔다. 그는 부산에 산다.|그녀는 혜산에서 왔다. 김영철이 그를 도왔다. 그녀는 대구에 산다.", "0 (1) 2 3 (4) 5", DisplayName = "names exchanged")]
    [DataRow("## 사리원|응답자는 300명이다.|환율은 400원이다.|## 혜산|응답자는 100명이다.|끝이다.", "## 사리원|응답자는 100명이다.|환율은 400원이다.|끝이다.", "0 (1) 2 5", DisplayName = "the other went")]
    [DataRow("## 원산|쌀은 300원이다.|응답자는 400명이다.|## 회령|쌀은 300원이다.|응답자는 100명이다.|## 개성|끝이다.", "## 원산|쌀은 300원이다.|응답자는 400명이다.|## 개성|끝이다.", "0 1 2 6 7", DisplayName = "a section behind it went")]
    [DataRow("## 평양|쌀은 5200원이다. 옥수수는 900원이다.|끝이다.", "## 평양|쌀은 5300원이다. 옥수수는 900원이다.|## 혜산|쌀은 5200원이다. 콩을 심었다.|끝이다.", "0 (1) 2 - (1) - 3", DisplayName = "a new one says what it said")]
    [DataRow("- 평양 쌀은 5200원이다.|- 혜산 쌀은 5300원이다.|- 나선 쌀은 5400원이다.", "- 나선 쌀은 5400원이다.|- 평양 쌀은 5200원이다.|- 혜산 쌀은 5300원이다.", "2 0 1", DisplayName = "items moved")]
    [DataRow("- 쌀은 5200원이다.|- 쌀은 5300원이다.|- 쌀은 5400원이다.", "- 쌀은 5300원이다.|- 쌀은 5400원이다.", "1 2", DisplayName = "an item went")]
    [DataRow("- 쌀은 5200원이다.|- 쌀은 5300원이다.|끝이다.", "- 쌀은 5100원이다.|- 쌀은 5200원이다.|- 쌀은 5300원이다.|끝이다.", "(0) 0 1 2", DisplayName = "an item came")]
    [DataRow("## 평양|쌀은 5200원이다.|## 혜산|쌀은 5300원이다.|끝이다.", "## 혜산|쌀은 5300원이다.|## 평양|쌀은 5200원이다.|끝이다.", "2 3 0 1 4", DisplayName = "sections moved")]
    [DataRow("\n\n¦ 품목 ¦ 평양 ¦ 혜산 ¦\n¦---¦---¦---¦\n¦ 쌀 ¦ 킬로에 5200원 ¦ 킬로에 5300원 ¦", "\n\n¦ 품목 ¦ 혜산 ¦ 평양 ¦\n¦---¦---¦---¦\n¦ 쌀 ¦ 킬로에 5300원 ¦ 킬로에 5200원 ¦", "0 2 1 3 5 4", DisplayName = "columns moved")]
    [DataRow("\n\n¦ 품목 ¦ 값 ¦\n¦---¦---¦\n¦ 쌀 ¦ 5200원 ¦\n¦ 콩 ¦ 5300원 ¦", "\n\n¦ 품목 ¦ 값 ¦\n¦---¦---¦\n¦ 쌀 ¦ 5300원 ¦\n¦ 콩 ¦ 5200원 ¦", "0 1 2 5 4 3", DisplayName = "little more than numbers")]
    [DataRow("\n\n¦ 시기 ¦ 결과 ¦\n¦---¦---¦\n¦ 2024년 가을걷이 ¦ 감소 ¦", "\n\n¦ 시기 ¦ 결과 ¦\n¦---¦---¦\n¦ 2025년 가을걷이 ¦ 감소 ¦\n¦ 2024년 가을걷이 ¦ 감소 ¦", "0 1 (2) (3) 2 3", DisplayName = "a row came above one like it")]
    [DataRow("# 홍수|## 8월 3일 상황|비가 내렸다.|압록강이 불었다.", "# 홍수|## 8월 4일 상황|비가 내렸다.|주민들이 대피했다.|## 8월 3일 상황|비가 내렸다.|압록강이 불었다.", "0 (1) (2) - 1 2 3", DisplayName = "a section came above one like it")]
    [DataRow("## 평양|오늘의 소식이다.|단속은 3시간 이어졌다.|끝이다.", "## 평양|오늘의 소식이다.|단속은 3시간 이어졌다.|## 혜산|오늘의 소식이다.|단속은 7시간 이어졌다.|끝이다.", "0 1 2 - (1) (2) 3", DisplayName = "a section came below one like it")]
    [DataRow("## 시장|- 평양의 쌀값은 5100원이다.|- 신의주의 쌀값은 5274원이다.|- 혜산의 쌀값은 5437원이다.", "## 시장|- 혜산의 쌀값은 5437원이다.|- 신의주의 쌀값은 5274원이다.|- 평양의 쌀값은 5100원이다.", "0 3 2 1", DisplayName = "items in another order right below a heading")]
    [DataRow("## 시장|- 평양의 쌀값은 5100원이다.|- 신의주의 쌀값은 5274원이다.|- 혜산의 쌀값은 5437원이다.", "## 시장|- 혜산의 쌀값은 5437원이다.|- 신의주의 쌀값은 5274원이다.", "0 3 2", DisplayName = "an item went, and another came to its place")]
    [DataRow("## 시장|값은 오르고 있다.|## 환율|값은 내리고 있다.|끝이다.", "## 시장|값은 내리고 있다.|## 환율|끝이다.", "0 3 2 4", DisplayName = "a paragraph went, and another came to its place")]
    [DataRow("# 쌀값|## 2013년|쌀값은 5100원이다.|## 2014년|쌀값은 5274원이다.|## 2015년|쌀값은 5300원이다.", "# 쌀값|## 2013년|쌀값은 5274원이다.|## 2014년|쌀값은 5300원이다.|## 2015년|쌀값은 5600원이다.", "0 1 (2) 3 (4) 5 (6)", DisplayName = "under the headings of years")]
    [DataRow("\n\n¦ 날 ¦ 쌀 ¦\n¦---¦---¦\n¦ 3월 1일 ¦ 킬로에 5100원 ¦\n¦ 3월 8일 ¦ 킬로에 5274원 ¦\n¦ 3월 15일 ¦ 킬로에 5437원 ¦", "\n\n¦ 날 ¦ 쌀 ¦\n¦---¦---¦\n¦ 3월 1일 ¦ 킬로에 5274원 ¦\n¦ 3월 8일 ¦ 킬로에 5437원 ¦\n¦ 3월 15일 ¦ 킬로에 5600원 ¦", "0 1 2 (3) 4 (5) 6 (7)", DisplayName = "in rows of days")]
    [DataRow("- 3월 10일 쌀값은 3300원이었다.|- 3월 18일 쌀값은 8600원이었다.", "- 3월 10일 쌀값은 8600원이었다.|- 3월 18일 쌀값은 3300원이었다.", "(0) (1)", DisplayName = "behind days")]
    [DataRow("- 쌀은 5100원이다.|- 콩은 비싸다.|- 쌀은 5274원이다.", "- 쌀은 5274원이다.|- 콩은 비싸다.|- 쌀은 5100원이다.", "2 1 0", DisplayName = "items that changed places around another")]
    [DataRow("## 사리원|당국은 4월 16일 새 규정을 내렸다. 단속은 11시간 이어졌다. 불만이 컸다.", "## 사리원|당국은 4월 16일 새 규정을 거뒀다. 단속은 11시간 이어졌다. 불만이 컸다.|## 온성|당국은 5월 1일 새 규정을 내렸다. 단속은 12시간 이어졌다. 불만이 컸다.", "0 (1) 2 3 - (1) (2) (3)", DisplayName = "a new block says but for its numbers what an edited one said")]
    [DataRow("## 평양|오늘의 소식이다.|단속은 3시간 이어졌다.|## 혜산|오늘의 소식이다.|단속은 5시간 이어졌다.|## 나선|오늘의 소식이다.|단속은 7시간 이어졌다.", "## 나선|오늘의 소식이다.|단속은 7시간 이어졌다.|## 혜산|오늘의 소식이다.|단속은 5시간 이어졌다.|## 평양|오늘의 소식이다.|단속은 3시간 이어졌다.", "6 7 8 3 4 5 0 1 2", DisplayName = "sections in another order")]
    [DataRow("\n\n¦ 결과 ¦ 날 ¦\n¦---¦---¦\n¦ 올랐다 ¦ 3일 시장 조사 ¦\n¦ 올랐다 ¦ 4일 시장 조사 ¦\n¦ 올랐다 ¦ 5일 시장 조사 ¦", "\n\n¦ 결과 ¦ 날 ¦\n¦---¦---¦\n¦ 올랐다 ¦ 5일 시장 조사 ¦\n¦ 올랐다 ¦ 4일 시장 조사 ¦\n¦ 올랐다 ¦ 3일 시장 조사 ¦", "0 1 6 7 4 5 2 3", DisplayName = "rows in another order that begin alike")]
    [DataRow("기자가 물었다.|> 평양의 쌀값은 51원이다.|기자가 물었다.|> 혜산의 쌀값은 52원이다.|기자가 물었다.|> 나선의 쌀값은 53원이다.", "기자가 물었다.|> 나선의 쌀값은 53원이다.|기자가 물었다.|> 혜산의 쌀값은 52원이다.|기자가 물었다.|> 평양의 쌀값은 51원이다.", "0 5 2 3 4 1", DisplayName = "quotations in another order behind the same words")]
    [DataRow("평양의 상인이 말했다.|> 쌀값은 51원이다.|혜산의 상인이 말했다.|> 쌀값은 52원이다.", "평양의 상인이 말했다.|> 쌀값은 52원이다.|혜산의 상인이 말했다.|> 쌀값은 53원이다.", "0 (1) 2 (3)", DisplayName = "quotations corrected")]
    [DataRow("평양 소식이다.|쌀값은 51원이다.|혜산 소식이다.|쌀값은 52원이다.", "평양 소식이다.|쌀값은 52원이다.|혜산 소식이다.|쌀값은 51원이다.", "0 (1) 2 (3)", DisplayName = "paragraphs corrected")]
    [DataRow("- **평양**\n  - 쌀값은 51원이다.\n- **혜산**\n  - 쌀값은 52원이다.", "- **평양**\n  - 쌀값은 52원이다.\n- **혜산**\n  - 쌀값은 53원이다.", "0 (1) 2 (3)", DisplayName = "items below items corrected")]
    [DataRow("## 평양|쌀값은 51원이다.|환율은 61원이다.|## 혜산|쌀값은 52원이다.|환율은 62원이다.", "## 평양|쌀값은 52원이다.|환율은 62원이다.|## 혜산|쌀값은 51원이다.|환율은 61원이다.", "0 (1) (2) 3 (4) (5)", DisplayName = "two numbers in each section")]
    [DataRow("시세는 이렇다.|쌀값은 51원이다.|쌀값은 52원이다.|끝이다.", "시세는 이렇다.|쌀값은 52원이다.|쌀값은 51원이다.|끝이다.", "0 2 1 3", DisplayName = "paragraphs like each other in another order")]
    [DataRow("## 평양|- 환율은 49원이다.\n- 잡힌 사람은 8명이다.|## 혜산|- 환율은 50원이다.\n- 잡힌 사람은 4명이다.", "## 평양|- 환율은 49원이다.\n- 잡힌 사람은 9명이다.|## 혜산|- 환율은 50원이다.\n- 잡힌 사람은 8명이다.", "0 1 (2) 3 4 (5)", DisplayName = "second items below headings")]
    [DataRow("평양 소식이다.|- 잡힌 사람은 8명이다.\n- 환율은 49원이다.|혜산 소식이다.|- 잡힌 사람은 4명이다.\n- 환율은 50원이다.", "평양 소식이다.|- 잡힌 사람은 4명이다.\n- 환율은 49원이다.|혜산 소식이다.|- 잡힌 사람은 8명이다.\n- 환율은 50원이다.", "0 (1) 2 3 (4) 5", DisplayName = "items behind a paragraph")]
    [DataRow("- 평양\n  - 환율은 49원이다.\n  - 잡힌 사람은 8명이다.\n- 혜산\n  - 환율은 50원이다.\n  - 잡힌 사람은 4명이다.", "- 평양\n  - 환율은 49원이다.\n  - 잡힌 사람은 9명이다.\n- 혜산\n  - 환율은 50원이다.\n  - 잡힌 사람은 8명이다.", "0 1 (2) 3 4 (5)", DisplayName = "second items below items")]
    [DataRow("## 평양|### 단속|잡힌 사람은 8명이다.|## 혜산|### 단속|잡힌 사람은 4명이다.", "## 평양|### 단속|잡힌 사람은 9명이다.|## 혜산|### 단속|잡힌 사람은 8명이다.", "0 1 (2) 3 4 (5)", DisplayName = "below headings that stand in each section")]
    [DataRow("평양\n: 환율은 49원이다.\n: 잡힌 사람은 8명이다.|혜산\n: 환율은 50원이다.\n: 잡힌 사람은 4명이다.", "평양\n: 환율은 49원이다.\n: 잡힌 사람은 9명이다.|혜산\n: 환율은 50원이다.\n: 잡힌 사람은 8명이다.", "0 1 (2) 3 4 (5)", DisplayName = "what terms mean")]
    [DataRow("# 조사|## 2014년|쌀값은 5100원이다.|시장은 조용했다.|## 2015년|쌀값은 6150원이다.|시장은 조용했다.|## 2016년|쌀값은 5000원이다.|시장은 조용했다.", "# 조사|## 2014년|쌀값은 5100원이다.|시장은 조용했다.|## 2015년|쌀값은 6150원이다. 주민들은 불만을 드러냈다.|시장은 조용했다.|## 2019년|쌀값은 5700원이다.|시장은 조용했다.|## 2016년|쌀값은 5000원이다.|시장은 조용했다.", "0 1 2 3 4 5 - 6 - (2) (3) 7 8 9", DisplayName = "a section came behind one in which a sentence was added, and ends alike")]
    [DataRow("# 조사|## 2014년|쌀값은 5100원이다.|시장은 조용했다.|## 2015년|쌀값은 6150원이다.|시장은 조용했다.|## 2016년|쌀값은 5000원이다.|시장은 조용했다.", "# 조사|## 2014년|쌀값은 5100원이다.|시장은 조용했다.|## 2015년|콩값은 6150원이다.|시장은 조용했다.|## 2019년|쌀값은 5700원이다.|시장은 조용했다.|## 2016년|쌀값은 5000원이다.|시장은 조용했다.", "0 1 2 3 4 (5) 6 - (2) (3) 7 8 9", DisplayName = "a section came behind one in which a word was put right, and ends alike")]
    [DataRow("# 조사|## 2014년|쌀값은 5100원이다.|시장은 조용했다.|## 2015년|쌀값은 6150원이다.|시장은 조용했다.", "# 조사|## 2014년|쌀값은 5100원이다.|시장은 조용했다.|## 2015년|콩값은 6150원이다.|시장은 조용했다.|## 2019년|쌀값은 5700원이다.|시장은 조용했다.", "0 1 2 3 4 (5) 6 - (2) (3)", DisplayName = "a section came at the end, behind one in which a word was put right")]
    [DataRow("# 조사|![평양 사진](/i/1.jpg)|쌀값은 5100원이다.|자료: 소식통|![혜산 사진](/i/2.jpg)|쌀값은 6150원이다.|자료: 소식통|![원산 사진](/i/3.jpg)|쌀값은 5000원이다.|자료: 소식통", "# 조사|![평양 사진](/i/1.jpg)|쌀값은 5100원이다.|자료: 소식통|![혜산 사진](/i/2.jpg)|콩값은 6150원이다.|자료: 소식통|![남포 사진](/i/9.jpg)|쌀값은 5700원이다.|자료: 소식통|![원산 사진](/i/3.jpg)|쌀값은 5000원이다.|자료: 소식통", "0 1 2 3 4 (5) 6 - (2) (3) 7 8 9", DisplayName = "a picture with its words came behind one in which a word was put right")]
    [DataRow("\n\n¦ 해 ¦ 값 ¦ 비고 ¦\n¦---¦---¦---¦\n¦ 2014년 ¦ 쌀값은 5100원이다. ¦ 확인되지 않았다 ¦\n¦ 2015년 ¦ 쌀값은 6150원이다. ¦ 확인되지 않았다 ¦\n¦ 2016년 ¦ 쌀값은 5000원이다. ¦ 확인되지 않았다 ¦", "\n\n¦ 해 ¦ 값 ¦ 비고 ¦\n¦---¦---¦---¦\n¦ 2014년 ¦ 쌀값은 5100원이다. ¦ 확인되지 않았다 ¦\n¦ 2015년 ¦ 콩값은 6150원이다. ¦ 확인되지 않았다 ¦\n¦ 2019년 ¦ 쌀값은 5700원이다. ¦ 확인되지 않았다 ¦\n¦ 2016년 ¦ 쌀값은 5000원이다. ¦ 확인되지 않았다 ¦", "0 1 2 3 4 5 6 (7) 8 - (4) (5) 9 10 11", DisplayName = "a row came below one in which a word was put right")]
    [DataRow("\n\n¦ 해 ¦ 값 ¦ 비고 ¦\n¦---¦---¦---¦\n¦ 2014년 ¦ 쌀값은 5100원이다. ¦ 확인되지 않았다 ¦\n¦ 2015년 ¦ 쌀값은 6150원이다. ¦ 확인되지 않았다 ¦\n¦ 2016년 ¦ 쌀값은 5000원이다. ¦ 확인되지 않았다 ¦", "\n\n¦ 해 ¦ 값 ¦ 비고 ¦\n¦---¦---¦---¦\n¦ 2014년 ¦ 쌀값은 6150원이다. ¦ 확인되지 않았다 ¦\n¦ 2016년 ¦ 쌀값은 5000원이다. ¦ 확인되지 않았다 ¦", "0 1 2 3 (4) 5 9 10 11", DisplayName = "a row went, and the row above says what it said")]
    [DataRow("## 작업반|조장은 김철수이다.|작업은 끝났다.", "## 작업반|조장은 박영희이다.|작업은 끝났다.", "0 (1) 2", DisplayName = "a name in a short sentence")]
    [DataRow("## 작업반|- 조장: 김철수\n- 부조장: 이영호\n- 회계: 박성진", "## 작업반|- 조장: 최명길\n- 부조장: 이영호\n- 회계: 한설희", "0 (1) 2 (3)", DisplayName = "names in short items")]
    [DataRow("첫 문장이다. 김철수가 왔다. 끝이다.", "첫 문장이다. 박영희가 왔다. 끝이다.", "0 (1) 2", DisplayName = "a name in a short sentence of a paragraph")]
    [DataRow("첫 문장이다. 김철수 씨는 말했다. 이영호 씨는 말했다. 끝이다.", "첫 문장이다. 박영희 씨는 말했다. 이영호 씨는 말했다. 끝이다.", "0 (1) 2 3", DisplayName = "one of two names")]
    [DataRow("# 조사|사진은 김철수가 찍었다.|끝이다.", "# 조사|사진은 박영희가 찍었다.|끝이다.", "0 (1) 2", DisplayName = "credit")]
    [DataRow("# 조사|*사진: 김철수*|끝이다.", "# 조사|*사진: 박영희*|끝이다.", "0 (1) 2", DisplayName = "credit emphasised")]
    [DataRow("# 조사|## 2014년|쌀값은 5100원이다. 시장은 조용했다.|## 2015년|쌀값은 6150원이다. 시장은 조용했다.|## 2016년|쌀값은 5000원이다. 시장은 조용했다.", "# 조사|## 2014년|쌀값은 5100원이다. 시장은 조용했다.|## 2015년|쌀값은 6150원이다. 주민들은 불만을 드러냈다. 시장은 조용했다.|## 2019년|쌀값은 5700원이다. 시장은 조용했다.|## 2016년|쌀값은 5000원이다. 시장은 조용했다.", "0 1 2 3 4 5 - 6 - (2) (3) 7 8 9", DisplayName = "a section came behind one in whose paragraph a sentence was added")]
    [DataRow("첫 문장이다.|## 최은주|그의 가족은 아직 소식을 듣지 못했다.|그는 이렇게 말했다.|“쌀이 떨어진 지 한 달이 넘었다.”|## 정리|끝이다.", "첫 문장이다.|## 황민국|그의 가족은 아직 소식을 듣지 못했다.|그는 이렇게 말했다.|“아이가 셋이다.”|## 최은주|그의 가족은 아직 소식을 듣지 못했다.|남편은 지난해 단속에 걸렸다.|그는 이렇게 말했다.|“쌀이 떨어진 지 한 달이 넘었다.”|## 정리|끝이다.", "0 - (2) (3) - 1 2 - 3 4 5 6", DisplayName = "a section came before one in which a paragraph was added, and says the same")]
    [DataRow("첫 문장이다.|## 회령|소식통은 전했다.|불만이 커지고 있다.|## 정리|끝이다.", "첫 문장이다.|## 회령|소식통은 전했다.|쌀값이 크게 올랐다.|불만이 커지고 있다.|## 혜산|소식통은 전했다.|불만이 커지고 있다.|## 정리|끝이다.", "0 1 2 - 3 - (2) (3) 4 5", DisplayName = "a section came behind one in which a paragraph was added, and says the same")]
    [DataRow("첫 문장이다.|- 최은주\n  - 직업: 상인\n  - 상태: 석방\n- 오수진\n  - 직업: 교사", "첫 문장이다.|- 황민국\n  - 직업: 상인\n  - 상태: 석방\n- 최은주\n  - 직업: 상인\n  - 나이: 45세\n  - 상태: 석방\n- 오수진\n  - 직업: 교사", "0 - (2) (3) 1 2 - 3 4 5", DisplayName = "an item with others under it came before one under which one was added, and says the same")]
    [DataRow("첫 문장이다.|## 최은주|그의 가족은 아직 소식을 듣지 못했다.|그는 이렇게 말했다.|“쌀이 떨어진 지 한 달이 넘었다.”|## 정리|끝이다.", "첫 문장이다.|## 최은주|그의 가족은 최근까지 소식을 듣지 못했다.|그는 이렇게 말했다.|“쌀이 떨어진 지 한 달이 넘었다.”|## 황민국|그의 가족은 아직 소식을 듣지 못했다.|그는 이렇게 말했다.|“아이가 셋이다.”|## 정리|끝이다.", "0 1 (2) 3 4 - (2) (3) - 5 6", DisplayName = "a section came behind one in which a word was put right, and says what that said")]
    [DataRow("첫 문장이다.|## 최은주|그의 가족은 아직 소식을 듣지 못했다.|그는 이렇게 말했다.|“쌀이 떨어진 지 한 달이 넘었다.”|## 정리|끝이다.", "첫 문장이다.|## 최은주|그의 가족은 지난달에야 소식을 들었다.|그는 이렇게 말했다.|“쌀이 떨어진 지 한 달이 넘었다.”|## 황민국|그의 가족은 아직 소식을 듣지 못했다.|그는 이렇게 말했다.|“아이가 셋이다.”|## 정리|끝이다.", "0 1 - 3 4 - 2 (3) - 5 6", DisplayName = "a section came behind one in which a sentence was written anew, and says what that said")]
    [DataRow("상인 김철수 씨는 쌀값이 올랐다고 했다. 그는 앞날이 불안하다고 말했다.|당국은 아직 말이 없다.|농민 박영희 씨는 비료가 없다고 했다. 그는 앞날이 불안하다고 말했다.|시장은 문을 닫는다.", "농민 박영희 씨는 비료가 없다고 했다. 그는 앞날이 불안하다고 말했다.|당국은 아직 말이 없다.|상인 김철수 씨는 쌀값이 크게 올랐다고 했다. 그는 앞날이 불안하다고 말했다.|시장은 문을 닫는다.", "3 4 2 (0) 1 5", DisplayName = "paragraphs that end alike changed places, and a word of one was put right")]
    [DataRow("## 김철수|그는 농장에서 일했다. 그는 고향을 떠났다.|## 정리|끝이다.|## 박영희|그는 시장에서 일했다. 그는 고향을 떠났다.", "## 박영희|그는 시장에서 일했다. 그는 고향을 떠났다.|## 정리|끝이다.|## 김철수|그는 국영 농장에서 일했다. 그는 고향을 떠났다.", "5 6 7 3 4 0 (1) 2", DisplayName = "sections that end alike changed places, and a word of one was put right")]
    [DataRow("- 김철수 씨는 2015년에 떠났다. 그는 가족을 두고 왔다.\n- 박영희 씨는 2017년에 떠났다. 그는 남편과 함께 왔다.\n- 최은주 씨는 2019년에 떠났다. 그는 가족을 두고 왔다.|끝이다.", "- 최은주 씨는 2014년에 떠났다. 그는 가족을 두고 왔다.\n- 박영희 씨는 2017년에 떠났다. 그는 남편과 함께 왔다.\n- 김철수 씨는 2015년에 떠났다. 그는 가족을 두고 왔다.|끝이다.", "(4) 5 2 3 0 1 6", DisplayName = "items that end alike were sorted anew by a year that was put right")]
    [DataRow("\n\n¦ 이름 ¦ 직업 ¦ 상태 ¦\n¦---¦---¦---¦\n¦ 김철수 ¦ 상인 ¦ 사망 ¦\n¦ 조현우 ¦ 교사 ¦ 석방 ¦\n¦ 배정숙 ¦ 상인 ¦ 사망 ¦|끝이다.", "\n\n¦ 이름 ¦ 직업 ¦ 상태 ¦\n¦---¦---¦---¦\n¦ 배정숙 ¦ 상인 ¦ 사망 ¦\n¦ 조현우 ¦ 교사 ¦ 석방 ¦\n¦ 김철수 ¦ 군인 ¦ 사망 ¦|끝이다.", "0 1 2 9 10 11 6 7 8 3 - 5 12", DisplayName = "rows that end alike changed places, and a cell of one was changed")]
    [DataRow("## 시장|김철수 씨는 상인이다.|그는 혼자 산다.|쌀값이 올랐다.|## 농촌|박영희 씨는 농민이다.|그는 혼자 산다.|비가 오지 않았다.", "## 시장|박영희 씨는 농민이다.|그는 혼자 산다.|쌀값이 올랐다.|## 농촌|김철수 씨는 상인이다.|그는 혼자 산다.|비가 오지 않았다.", "0 5 6 3 4 1 2 7", DisplayName = "paragraphs with those behind them changed places between sections")]
    [DataRow("이순희 씨는 혜산에 산다.|그는 한숨을 쉬었다.|“어렵다”고 그는 말했다.|김철수 씨는 회령에 산다.|그는 한숨을 쉬었다.|“어렵다”고 그는 말했다.|당국은 말이 없다.", "이순희 씨는 혜산에 산다.|그는 한숨을 쉬었다.|“어렵다”고 그는 말했다.|당국은 말이 없다.", "0 1 2 6", DisplayName = "a paragraph went with two behind it that stand behind another, too")]
    [DataRow("- 서지훈\n- 직업: 상인\n- 상태: 석방\n- 임동혁\n- 직업: 상인\n- 상태: 석방|끝이다.", "- 서지훈\n- 직업: 상인\n- 상태: 석방\n- 최은주\n- 직업: 상인\n- 상태: 석방\n- 임동혁\n- 직업: 상인\n- 상태: 석방|끝이다.", "0 1 2 - (1) (2) 3 4 5 6", DisplayName = "an item came with two behind it that stand behind others, too")]
    [DataRow("## 2024년|### 김철수|그는 혼자 산다.|### 최은주|아들은 군대에 갔다.|### 박영희|그는 혼자 산다.|## 2025년|### 김철수|소식이 없다.|### 박영희|편지가 왔다.", "## 2024년|### 박영희|그는 혼자 산다.|### 최은주|아들은 군대에 갔다.|### 김철수|그는 혼자 산다.|## 2025년|### 김철수|소식이 없다.|### 박영희|편지가 왔다.", "0 5 6 3 4 1 2 7 8 9 10 11", DisplayName = "sections changed places whose headings stand twice")]
    [DataRow("2024년의 말이다.|김철수 씨는 말했다.|> 그는 혼자 산다.|아들은 군대에 갔다.|박영희 씨는 말했다.|> 그는 혼자 산다.|2025년의 말이다.|김철수 씨는 말했다.|> 소식이 없다.|박영희 씨는 말했다.|> 편지가 왔다.", "2024년의 말이다.|박영희 씨는 말했다.|> 그는 혼자 산다.|아들은 군대에 갔다.|김철수 씨는 말했다.|> 그는 혼자 산다.|2025년의 말이다.|김철수 씨는 말했다.|> 소식이 없다.|박영희 씨는 말했다.|> 편지가 왔다.", "0 4 5 3 1 2 6 7 8 9 10", DisplayName = "quotations changed places with the words above them, which stand twice")]
    [DataRow("\n\n¦ 이름 ¦ 2022년 ¦ 2024년 ¦\n¦---¦---¦---¦\n¦ 김철수 ¦ 구금 ¦ 석방 ¦\n¦ 박영희 ¦ 실종 ¦ 석방 ¦", "\n\n¦ 이름 ¦ 2022년 ¦ 2023년 ¦ 2024년 ¦\n¦---¦---¦---¦---¦\n¦ 김철수 ¦ 구금 ¦ 실종 ¦ 석방 ¦\n¦ 박영희 ¦ 실종 ¦ 구금 ¦ 석방 ¦", "0 1 - 2 3 4 (7) 5 6 7 (4) 8", DisplayName = "a column came, and says in one row what another says beside it")]
    [DataRow("시작이다.|김철수 씨는 31세다.|그는 혼자 산다.|아들은 군대에 갔다.|박영희 씨는 42세다.|그는 혼자 산다.|끝이다.", "시작이다.|박영희 씨는 43세다.|그는 혼자 산다.|아들은 군대에 갔다.|김철수 씨는 31세다.|그는 혼자 산다.|끝이다.", "0 (4) (5) 3 1 2 6", DisplayName = "paragraphs with those behind them changed places, and a number of one was put right")]
    [DataRow("**언제 떠났습니까?**|3월이었습니다.|**지금은 어디에 있습니까?**|무산의 구류장에 있습니다.|**짐은 어떻게 했습니까?**|이웃에게 맡겼습니다.|**지금은 어디에 있습니까?**|이웃집 창고에 있습니다.|끝이다.", "**언제 떠났습니까?**|3월이었습니다.|**짐은 어떻게 했습니까?**|이웃에게 맡겼습니다.|**지금은 어디에 있습니까?**|무산의 구류장에 있습니다.|**지금은 어디에 있습니까?**|이웃집 창고에 있습니다.|끝이다.", "0 1 4 5 2 3 6 7 8", DisplayName = "a question asked twice goes with its answer")]
    [DataRow("**언제 떠났습니까?**|3월이었습니다.|**지금은 어디에 있습니까?**|무산의 구류장에 있습니다.|끝이다.", "**언제 떠났습니까?**|3월이었습니다.|**지금은 어디에 있습니까?**|아직 강가에 있을 겁니다.|**지금은 어디에 있습니까?**|무산의 구류장에 있습니다.|끝이다.", "0 1 (2) - 2 3 4", DisplayName = "a question came that is asked again")]
    [DataRow("값을 모았다.|(단위: 원)|\n\n¦ 평양 ¦ 값 ¦\n¦---¦---¦\n¦ 쌀 ¦ 58원 ¦|혜산은 이렇다.|(단위: 원)|\n\n¦ 무산 ¦ 값 ¦\n¦---¦---¦\n¦ 콩 ¦ 63원 ¦|끝이다.", "값을 모았다.|혜산은 이렇다.|(단위: 원)|\n\n¦ 무산 ¦ 값 ¦\n¦---¦---¦\n¦ 콩 ¦ 63원 ¦|(단위: 원)|\n\n¦ 평양 ¦ 값 ¦\n¦---¦---¦\n¦ 쌀 ¦ 58원 ¦|끝이다.", "0 6 7 8 9 10 11 1 2 3 4 5 12", DisplayName = "the unit of a table goes with it")]
    [DataRow("상자다.|::: tip 참고\n쌀값이 올랐다.\n:::|::: tip 참고\n배급이 끊겼다.\n:::|끝이다.", "상자다.|::: tip 참고\n배급이 끊겼다.\n:::|끝이다.", "0 3 4 5", DisplayName = "a box went whose title others have")]
    [DataRow("세 도시에서 물었다.|> 쌀값이 올라 살기가 힘들다.|— 혜산의 40대 여성|> 기름값이 올라 살기가 힘들다.|— 청진의 운전사|끝이다.", "세 도시에서 물었다.|> 기름값이 올라 살기가 힘들다.|— 청진의 운전사|끝이다.", "0 3 4 5", DisplayName = "a quotation went with whose it is")]
    [DataRow("세 도시에서 물었다.|> 쌀값은 50원이다.|여성은 울었다.|> 쌀값은 60원이다.|운전사는 웃었다.|> 쌀값은 70원이다.|노인은 말이 없었다.|끝이다.", "세 도시에서 물었다.|> 쌀값은 60원이다.|운전사는 웃었다.|> 쌀값은 50원이다.|여성은 울었다.|> 쌀값은 70원이다.|노인은 말이 없었다.|끝이다.", "0 3 4 1 2 5 6 7", DisplayName = "quotations changed places with what is said of them")]
    [DataRow("\n\n¦ 순위 ¦ 시장 ¦ 값 ¦\n¦---¦---¦---¦\n¦ 1위 ¦ 혜산 장마당 ¦ 62원 ¦\n¦ 2위 ¦ 평양 장마당 ¦ 58원 ¦\n¦ 3위 ¦ 청진 장마당 ¦ 57원 ¦|끝이다.", "\n\n¦ 순위 ¦ 시장 ¦ 값 ¦\n¦---¦---¦---¦\n¦ 1위 ¦ 평양 장마당 ¦ 58원 ¦\n¦ 2위 ¦ 혜산 장마당 ¦ 62원 ¦\n¦ 3위 ¦ 청진 장마당 ¦ 57원 ¦|끝이다.", "0 1 2 3 7 8 6 4 5 9 10 11 12", DisplayName = "rows changed places in a ranking")]
    [DataRow("\n\n¦ 순위 ¦ 시장 ¦\n¦---¦---¦\n¦ 1위 ¦ 혜산 장마당 ¦\n¦ 2위 ¦ 평양 장마당 ¦\n¦ 3위 ¦ 청진 장마당 ¦|끝이다.", "\n\n¦ 순위 ¦ 시장 ¦\n¦---¦---¦\n¦ 1위 ¦ 평양 장마당 ¦\n¦ 2위 ¦ 청진 장마당 ¦|끝이다.", "0 1 2 5 4 7 8", DisplayName = "the first of a ranking went")]
    [DataRow("## 1위|쌀값이 오른 시장이다.|## 2위|콩값이 오른 시장이다.|끝이다.", "## 1위|콩값이 오른 시장이다.|## 2위|쌀값이 오른 시장이다.|끝이다.", "0 3 2 1 4", DisplayName = "sections of a ranking changed places")]
    [DataRow("## 쌀|쌀값이 올랐다.|누가 이를 책임질 것인가?|## 물|물이 나오지 않는다.|누가 이를 책임질 것인가?|## 약|약이 없다.|누가 이를 책임질 것인가?", "## 쌀|쌀값이 올랐다.|누가 이를 책임질 것인가?|## 약|약이 없다.|누가 이를 책임질 것인가?", "0 1 2 6 7 8", DisplayName = "a section went that closes with the question of others")]
    [DataRow("## 쌀|쌀값이 올랐다.|**판정: 사실이 아님**|## 물|물이 나오지 않는다.|**판정: 사실이 아님**|끝이다.", "## 물|물이 나오지 않는다.|**판정: 사실이 아님**|## 쌀|쌀값이 올랐다.|**판정: 사실이 아님**|끝이다.", "3 4 5 0 1 2 6", DisplayName = "sections changed places that close with the same bold line")]
    [DataRow("쌀값이 올랐다.|김민수 기자|---|물이 나오지 않는다.|김민수 기자|---|약이 없다.|김민수 기자|---|끝이다.", "쌀값이 올랐다.|김민수 기자|---|약이 없다.|김민수 기자|---|끝이다.", "0 1 4 5 6", DisplayName = "one between rules went, with whom it is by")]
    [DataRow("> 겨울이 길었다.|이것이 그가 남긴 말의 전부였다.|> 배가 고팠다.|이것이 그가 남긴 말의 전부였다.|> 길이 멀었다.|이것이 그가 남긴 말의 전부였다.|그는 떠났다.", "> 겨울이 길었다.|이것이 그가 남긴 말의 전부였다.|> 길이 멀었다.|이것이 그가 남긴 말의 전부였다.|그는 떠났다.", "0 1 4 5 6", DisplayName = "a quotation went with what is said of it below")]
    [DataRow("**언제 떠났습니까?**|그걸 누가 알겠습니까?|**왜 떠났습니까?**|그걸 누가 알겠습니까?|**무엇이 두려웠습니까?**|그걸 누가 알겠습니까?|끝이다.", "**언제 떠났습니까?**|그걸 누가 알겠습니까?|**무엇이 두려웠습니까?**|그걸 누가 알겠습니까?|끝이다.", "0 1 4 5 6", DisplayName = "a question went with an answer that asks")]
    [DataRow("쌀값이 올랐다.|새벽통신은 이를 확인하지 못했다.|> 겨울이 길었다.|물이 나오지 않는다.|새벽통신은 이를 확인하지 못했다.|> 배가 고팠다.|끝이다.", "쌀값이 올랐다.|새벽통신은 이를 확인하지 못했다.|> 배가 고팠다.|물이 나오지 않는다.|새벽통신은 이를 확인하지 못했다.|> 겨울이 길었다.|끝이다.", "0 1 5 3 4 2 6", DisplayName = "quotations changed places below what is said of other words")]
    [DataRow("\n\n¦ 순위 ¦ 변동 ¦ 품목 ¦\n¦---¦---¦---¦\n¦ 1위 ¦ 상승 ¦ 쌀값 ¦\n¦ 2위 ¦ 상승 ¦ 기름값 ¦\n¦ 3위 ¦ 하락 ¦ 소금값 ¦|끝이다.", "\n\n¦ 순위 ¦ 변동 ¦ 품목 ¦\n¦---¦---¦---¦\n¦ 1위 ¦ 상승 ¦ 기름값 ¦\n¦ 2위 ¦ 상승 ¦ 쌀값 ¦\n¦ 3위 ¦ 하락 ¦ 소금값 ¦|끝이다.", "0 1 2 3 7 8 6 4 5 9 10 11 12", DisplayName = "rows changed places in a ranking, with cells that others have")]
    [DataRow("안내한다.|기자: 고향은 어디입니까?|김 씨: 함흥입니다.|기자: 그 뒤로는 어떻게 됐습니까?|김 씨: 연탄이 모자랐습니다.|기자: 돈은 어떻게 벌었습니까?|김 씨: 장사를 했습니다.|기자: 그 뒤로는 어떻게 됐습니까?|김 씨: 소금을 팔았습니다.|끝이다.", "안내한다.|기자: 고향은 어디입니까?|김 씨: 함흥입니다.|기자: 돈은 어떻게 벌었습니까?|김 씨: 장사를 했습니다.|기자: 그 뒤로는 어떻게 됐습니까?|김 씨: 연탄이 모자랐습니다.|기자: 그 뒤로는 어떻게 됐습니까?|김 씨: 소금을 팔았습니다.|끝이다.", "0 1 2 5 6 3 4 7 8 9", DisplayName = "questions asked twice, who asks before them")]
    [DataRow("안내한다.|**기자:** 고향은 어디입니까?|**김 씨:** 함흥입니다.|**기자:** 그 뒤로는 어떻게 됐습니까?|**김 씨:** 연탄이 모자랐습니다.|**기자:** 돈은 어떻게 벌었습니까?|**김 씨:** 장사를 했습니다.|**기자:** 그 뒤로는 어떻게 됐습니까?|**김 씨:** 소금을 팔았습니다.|끝이다.", "안내한다.|**기자:** 고향은 어디입니까?|**김 씨:** 함흥입니다.|**기자:** 돈은 어떻게 벌었습니까?|**김 씨:** 장사를 했습니다.|**기자:** 그 뒤로는 어떻게 됐습니까?|**김 씨:** 연탄이 모자랐습니다.|**기자:** 그 뒤로는 어떻게 됐습니까?|**김 씨:** 소금을 팔았습니다.|끝이다.", "0 1 2 5 6 3 4 7 8 9", DisplayName = "questions asked twice, who asks in bold before them")]
    [DataRow("안내한다.|*고향은 어디입니까?*|함흥입니다.|*그 뒤로는 어떻게 됐습니까?*|연탄이 모자랐습니다.|*돈은 어떻게 벌었습니까?*|장사를 했습니다.|*그 뒤로는 어떻게 됐습니까?*|소금을 팔았습니다.|끝이다.", "안내한다.|*고향은 어디입니까?*|함흥입니다.|*돈은 어떻게 벌었습니까?*|장사를 했습니다.|*그 뒤로는 어떻게 됐습니까?*|연탄이 모자랐습니다.|*그 뒤로는 어떻게 됐습니까?*|소금을 팔았습니다.|끝이다.", "0 1 2 5 6 3 4 7 8 9", DisplayName = "questions asked twice, in italics")]
    [DataRow("안내한다.|▷ 고향은 어디입니까?|▶ 함흥입니다.|▷ 그 뒤로는 어떻게 됐습니까?|▶ 연탄이 모자랐습니다.|▷ 돈은 어떻게 벌었습니까?|▶ 장사를 했습니다.|▷ 그 뒤로는 어떻게 됐습니까?|▶ 소금을 팔았습니다.|끝이다.", "안내한다.|▷ 고향은 어디입니까?|▶ 함흥입니다.|▷ 돈은 어떻게 벌었습니까?|▶ 장사를 했습니다.|▷ 그 뒤로는 어떻게 됐습니까?|▶ 연탄이 모자랐습니다.|▷ 그 뒤로는 어떻게 됐습니까?|▶ 소금을 팔았습니다.|끝이다.", "0 1 2 5 6 3 4 7 8 9", DisplayName = "questions asked twice, a mark before them")]
    [DataRow("시민들의 말을 들었다.|> 물가가 너무 올랐어요.|― 김하나, 회사원|> 버스가 오지 않아요.|― 이둘, 학생|> 물가가 너무 올랐어요.|― 박셋, 자영업|끝이다.", "시민들의 말을 들었다.|> 버스가 오지 않아요.|― 이둘, 학생|> 물가가 너무 올랐어요.|― 김하나, 회사원|> 물가가 너무 올랐어요.|― 박셋, 자영업|끝이다.", "0 3 4 1 2 5 6 7", DisplayName = "quotations changed places, two of which say the same")]
    public void What_was_corrected_in_its_place_has_its_own_translation_beside_it(string before, string after, string expected)
    {
        var (first, second) = Extracted(Text(before), Text(after));
        var begun = EditionRevision.Begin("a", "en", first, Plain);
        var early = EditionRevision.Revise(Filled(begun), second, 2, first);
        Assert.AreEqual(expected, Said(early));
        var late = Late(begun, first, second);
        Assert.AreEqual(Kept(expected), Kept(Said(late)), "late");
    }

    [TestMethod]
    public void Notes_alike_go_with_the_sentences_to_which_they_belong()
    {
        const string Notes = "\n\n[^1]: 이름은 가명이다.\n\n[^2]: 이름은 가명이다.\n\n[^3]: 5월 기준이다.\n";
        var (first, second) = Extracted("교사 박영희 씨는 혜산에 산다.[^1] 상인 김철수 씨는 회령에 산다.[^2] 쌀값이 올랐다.[^3]" + Notes, "상인 김철수 씨는 회령에 산다.[^1] 교사 박영희 씨는 혜산에 산다.[^2] 쌀값이 올랐다.[^3]" + Notes);
        Assert.AreEqual("1 0 2 4 3 5", Said(EditionRevision.Revise(Filled(EditionRevision.Begin("a", "en", first, Plain)), second, 2, first)));
    }

    /// <summary>The numbers of three prices in each city change at random, and often become another's.</summary>
    [TestMethod]
    public void Of_many_corrections_none_takes_what_stands_elsewhere()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            var (before, after, expected) = (new StringBuilder(), new StringBuilder(), new List<string>());
            foreach (var city in ((string[])["평양", "신의주", "혜산", "청진", "원산"]).Take(3 + random.Next(3)))
            {
                foreach (var text in (StringBuilder[])[before, after])
                    text.Append("## ").Append(city).Append("\n\n").Append(city).Append("에서 조사했다.");
                expected.AddRange([$"{expected.Count}", $"{expected.Count + 1}"]);
                foreach (var line in (string[])[" 쌀값은 {0}원이다.", " 옥수수는 {0}원에 팔린다.", " 응답자는 {0}명이다."])
                {
                    var was = random.Next(1, 8) * 100;
                    var now = random.Next(3) > 0 ? was : random.Next(1, 8) * 100;
                    before.AppendFormat(null, line, was);
                    after.AppendFormat(null, line, now);
                    expected.Add(now == was ? $"{expected.Count}" : $"({expected.Count})");
                }

                foreach (var text in (StringBuilder[])[before, after])
                    text.Append(' ').Append(city).Append(" 소식은 여기까지다.\n\n");
                expected.Add($"{expected.Count}");
            }

            var (first, second) = Extracted(before.ToString(), after.ToString());
            var begun = EditionRevision.Begin("a", "en", first, Plain);
            Assert.AreEqual(string.Join(' ', expected), Said(EditionRevision.Revise(Filled(begun), second, 2, first)), $"seed {seed}");
            Assert.AreEqual(string.Join(' ', expected), Said(Late(begun, first, second)), $"seed {seed}, late");
        }
    }

    /// <summary>Thousands of lines whose words others have: each is held against few, and what falls in a row falls at once.</summary>
    [TestMethod]
    public void Thousands_of_corrections_are_told_apart()
    {
        static string Prices(Func<int, int> price) => "# 시세\n\n" + string.Concat(Enumerable.Range(0, 3_000).Select(i => $"## {i}호 시장\n\n쌀값은 {price(i)}원이다.\n\n"));
        foreach (var (was, now) in new (Func<int, int>, Func<int, int>)[] { (i => 51 + (i % 2), i => 52 - (i % 2)), (i => 100 + i, i => 101 + i), (i => 101 + i, i => 100 + i) })
        {
            var (first, second) = Extracted(Prices(was), Prices(now));
            var said = Said(EditionRevision.Revise(Filled(EditionRevision.Begin("a", "en", first, Plain)), second, 2, first));
            Assert.AreEqual(string.Join(' ', Enumerable.Range(0, 6_001).Select(i => i > 0 && i % 2 == 0 ? $"({i})" : $"{i}")), said);
        }
    }

    /// <summary>A remark goes with its sentence, whatever its number is now.</summary>
    [TestMethod]
    public void What_was_said_beside_a_corrected_sentence_stays_beside_it()
    {
        var (first, second) = Extracted("평양이다. 쌀값은 5200원이다. 올랐다.\n\n혜산이다. 쌀값은 5300원이다. 내렸다.\n", "평양이다. 쌀값은 5300원이다. 올랐다.\n\n혜산이다. 쌀값은 5400원이다. 내렸다.\n");
        var heirs = new SentenceHeirs(first, second, EditionRevision.SegmentsOf(second));
        Assert.AreEqual("1 4", string.Join(' ', first.Units.Select(u => heirs.Of(u.Id, 1)!.Value.At)));
    }

    private static string Text(string blocks) => string.Join("\n\n", blocks.Split('|')).Replace('¦', '|') + "\n";

    private static (Extraction First, Extraction Second) Extracted(string before, string after)
    {
        var first = MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(before), "a.ko.md", new ExtractionOptions("ko")).Value!;
        return (first, MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(after), "a.ko.md", new ExtractionOptions("ko") { Previous = first }).Value!);
    }

    private static Edition Filled(Edition edition) => edition with { Segments = [.. edition.Segments.Select((s, i) => s with { Target = Content.Of($"T{i}"), Changes = [new Change("mina", "translate")] })] };

    /// <summary>The edition when the translation comes back after the change.</summary>
    private static Edition Late(Edition begun, Extraction first, Extraction second)
    {
        ImmutableArray<MergedSegment> said = [.. Filled(begun).Segments.Select(s => new MergedSegment(s.UnitId, s.Index, s.Source, null, s.Target, ReturnedState.Translated))];
        return ReturnPlan.For(EditionRevision.Revise(begun, second, 2, first), second, new MergedReturn(said, [], [], []), "translate", new Actor("mina", ["translate"]), ReturnWay.HandedBack, before: first).Edition;
    }

    private static string Said(Edition edition) => string.Join(' ', edition.Segments.Select(s => s.Target is { } target ? target.Text[1..] : s.Candidate is { } shown ? $"({shown.Text[1..]})" : "-"));

    /// <summary>What is translated; what stands beside others may come later.</summary>
    private static string Kept(string said) => string.Join(' ', said.Split(' ').Select(s => s.StartsWith('(') ? "-" : s));
}
