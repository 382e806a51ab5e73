namespace TransFlow.Core.Segments.Sentences;

/// <summary>The Korean word lists and the questions asked of them.</summary>
internal static class KoreanWords
{
    /// <summary>Characters of a day with the word before it; of a chain of numbers no more is looked at.</summary>
    private const int LongestDay = 40;

    private const int LongestWord = 16;
    private const int LongestSubject = 60;
    private const int MostOfSubject = 8;
    private const int MostOfManner = 5;
    private const int LongestReport = 100;
    private const int LongestList = 400;
    private const int MostListed = 12;

    private static readonly WordFile File = WordFile.Load("korean");
    private static readonly WordSet Glued = File["glued"];
    private static readonly WordSet GluedAlone = File["glued-alone"];
    private static readonly WordSet NotGlued = File["not-glued"];
    private static readonly WordSet Called = File["called"];
    private static readonly WordSet Spaced = File["spaced"];
    private static readonly WordSet AfterSpaced = File["after"];
    private static readonly WordSet Within = File["within"];
    private static readonly WordSet Tying = File["tying"];
    private static readonly WordSet AfterBare = File["bare"];
    private static readonly WordSet Free = File["free"];
    private static readonly WordSet Titles = File["titles"];
    private static readonly WordSet Final = File["final"];
    private static readonly WordSet NotFinal = File["not-final"];
    private static readonly WordSet Question = File["question"];
    private static readonly WordSet Weak = File["weak"];
    private static readonly WordSet Begun = File["begun"];
    private static readonly WordSet Named = File["named"];
    private static readonly WordSet Saying = File["saying"];
    private static readonly WordSet NotSaying = File["not-saying"];
    private static readonly WordSet Spoken = File["spoken"];
    private static readonly WordSet SpokenWhole = File["spoken-whole"];
    private static readonly WordSet Light = File["light"];
    private static readonly WordSet Done = File["done"];
    private static readonly WordSet Manner = File["manner"];
    private static readonly WordSet SaidElsewhere = File["said-elsewhere"];
    private static readonly WordSet Reported = File["reported"];
    private static readonly WordSet Listing = File["listing"];
    private static readonly WordSet Describing = File["describing"];
    private static readonly WordSet Said = File["said"];
    private static readonly WordSet Openers = File["openers"];
    private static readonly WordSet Raised = File["raised"];
    private static readonly WordSet Uttered = File["uttered"];
    private static readonly WordSet Carried = File["carried"];
    private static readonly WordSet Left = File["left"];
    private static readonly WordSet Ceased = File["ceased"];
    private static readonly WordSet NotSubject = File["not-subject"];
    private static readonly WordSet Adverbs = File["adverbs"];
    private static readonly WordSet Pronouns = File["pronouns"];
    private static readonly WordSet Days = File["days"];

    /// <summary>Words before a number that make it a label.</summary>
    public static WordSet Labels { get; } = File["labels"];

    /// <summary>Words after a number that make it a label.</summary>
    public static WordSet Ordinals { get; } = File["ordinals"];

    /// <summary>Those of them that do so at the beginning of a block without 제, too.</summary>
    public static WordSet Numbered { get; } = File["numbered"];

    /// <summary>Words that are labels without a number.</summary>
    public static WordSet Alone { get; } = File["alone"];

    /// <summary>The Hangul at the start of a text.</summary>
    /// <param name="text">The text.</param>
    public static ReadOnlySpan<char> WordAtStart(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && length < LongestWord && Characters.IsHangul(text[length]))
            length++;
        return text[..length];
    }

    /// <summary>The Hangul at the end of a text.</summary>
    /// <param name="text">The text.</param>
    public static ReadOnlySpan<char> WordAtEnd(ReadOnlySpan<char> text)
    {
        var start = text.Length;
        while (start > 0 && text.Length - start < LongestWord && Characters.IsHangul(text[start - 1]))
            start--;
        return text[start..];
    }

    /// <summary>Whether a word is particles and quotatives and nothing else.</summary>
    /// <param name="word">The word.</param>
    public static bool IsGlued(ReadOnlySpan<char> word) => IsChain(word, Glued, 4);

    /// <summary>Whether a word right behind a stop or a quotation goes on with the sentence: it is particles and quotatives, and none with which sentences begin.</summary>
    /// <param name="word">The word.</param>
    public static bool ContinuesGlued(ReadOnlySpan<char> word) => (IsGlued(word) || GluedAlone.Contains(word)) && !NotGlued.Contains(word);

    /// <summary>Whether what follows a quotation after a space goes on with it.</summary>
    /// <param name="rest">The text from its next word on.</param>
    public static bool Continues(ReadOnlySpan<char> rest)
    {
        var word = WordAtStart(rest);
        if (word.IsEmpty || !IsSpaced(word))
            return false;
        var next = rest[word.Length..].TrimStart();
        var following = WordAtStart(next);
        // Else it is the country.
        if (word.StartsWith("이란"))
            return word.Length == 2 && Called.LengthAtStart(following) is > 0 and var noun && (noun == following.Length || IsGlued(following[noun..]));
        if (word is "고")
            return next is not ['(', ..] && !IsTitle(following) && !IsName(following, next[following.Length..]);
        // Alone it is said while one thinks: "에, 그러니까".
        if (word is "에" && next.Length == rest.Length - word.Length)
            return false;
        return following.IsEmpty || next.Length == rest.Length - word.Length || !IsFree(word, following);
    }

    /// <summary>Whether what follows a question or an exclamation without quotation marks goes on with it.</summary>
    /// <param name="rest">The text from its next word on.</param>
    public static bool ContinuesBare(ReadOnlySpan<char> rest) => AfterBare.Contains(WordAtStart(rest)) && Continues(rest);

    /// <summary>Whether what follows a quotation is the noun for it: within a sentence any, else one that the next word ties to it.</summary>
    /// <param name="rest">The text from its next word on.</param>
    /// <param name="isWithin">Whether the quotation stands within its sentence.</param>
    public static bool ContinuesWithNoun(ReadOnlySpan<char> rest, bool isWithin) =>
        WordAtStart(rest) is var word && Within.LengthAtStart(word) is > 0 and var noun && (noun == word.Length || IsGlued(word[noun..])) && (isWithin || IsTied(rest[word.Length..]));

    private static bool IsTied(ReadOnlySpan<char> next) => next is [' ', ..] && Tying.LengthAtStart(WordAtStart(next.TrimStart())) > 0;

    /// <summary>Whether a text ends with a final ending.</summary>
    /// <param name="text">The text up to the stop.</param>
    /// <param name="isQuestion">True before a question or exclamation mark, where more endings are final.</param>
    public static bool EndsSentence(ReadOnlySpan<char> text, bool isQuestion)
    {
        var word = WordAtEnd(text);
        if (word.Length == 0 || NotFinal.Contains(word))
            return false;
        if (word.Length == 1)
            return word[0] is '것' or '듯' or '임' or '함' or '쉼' or '됨' && text.Length > 1;
        if (isQuestion && Question.ContainsEndOf(word))
            return true;
        // The past of any verb: 왔음, 떠났어, 갔네.
        if (word[^1] is '음' or '어' or '네' or '지' && IsPast(word[^2]))
            return true;
        return Final.ContainsEndOf(word) && !EndsLikeNoun(word) && !GivesReason(word);
    }

    /// <summary>Whether a point that touches the next word ends a sentence, though what is before it may be a noun: no list goes on with the next word.</summary>
    /// <param name="text">The text up to the point.</param>
    /// <param name="next">The word behind it.</param>
    public static bool EndsBefore(ReadOnlySpan<char> text, ReadOnlySpan<char> next)
    {
        var word = WordAtEnd(text);
        return text.Length > 1 && !word.IsEmpty && Begun.Contains(next) && Weak.ContainsEndOf(word);
    }

    /// <summary>The ending of a reason, as in 그러니까 and 있으니까; after a final ㅂ the same letters ask, as in 합니까.</summary>
    private static bool GivesReason(ReadOnlySpan<char> word)
    {
        const int Tails = 28;
        const int Bieup = 17;
        return word.EndsWith("니까") && (word.Length == 2 || (word[^3] - '가') % Tails != Bieup);
    }

    /// <summary>Whether the word before a quotation says that the quotation is a name.</summary>
    /// <param name="before">The text before the opening mark.</param>
    public static bool IsNamed(ReadOnlySpan<char> before) => Named.Contains(WordAtEnd(before.TrimEnd()));

    /// <summary>Whether what follows a quotation begins with a verb of saying.</summary>
    /// <param name="rest">The text from its next word on.</param>
    public static bool Says(ReadOnlySpan<char> rest) => WordAtStart(rest) is var word && Saying.LengthAtStart(word) > 0 && !NotSaying.Contains(word);

    /// <summary>
    /// Whether what follows a quotation is a short sentence that tells who said it: words for who it is, a subject, at most a few words for how, when and to whom,
    /// and a verb of saying, whose object the quotation is: <c>익명을 요구한 소식통은 5일 기자들에게 말했다</c>.
    /// </summary>
    /// <param name="rest">The text from its next word on.</param>
    public static bool Reports(ReadOnlySpan<char> rest)
    {
        rest = rest[..Math.Min(rest.Length, LongestReport)];
        // What stands before the subject says who it is: 국방부 관계자는, 농민 박모(67) 씨가, 회령의 한 주민은. A name that is kept back, as in A씨, begins with letters.
        var isOpen = false;
        for (var words = 0; words < MostOfSubject; words++)
        {
            var word = WordWithBracket(rest, out var next);
            if (next is not [' ', .. var clause])
                return false;
            var isName = IsName(word, clause);
            var isSubject = IsSubjectOfReport(word);
            if (isSubject && !isOpen && IsReport(clause))
                return true;
            if (!isName && isSubject)
            {
                // A verb before its noun ends like a subject: 평양에 사는 소식통은.
                if (word[^1] != '는' && word[^1] != '은')
                    return false;
                isOpen = false;
            }
            else if (!isName && word.Length > 1 && !IsBare(word) && word[^1] != '의' && !(word.Length > 2 && word[^1] == '도'))
            {
                // It belongs to a verb, which has to come before the subject: 익명을 요구한 소식통은.
                if (!IsOfModifier(word))
                    return false;
                isOpen = true;
            }
            else if (Openers.Contains(word))
            {
                return false;
            }
            else if (isOpen && word.Length > 0 && IsAdnominal(word[^1]))
            {
                isOpen = false;
            }

            rest = clause;
        }

        return false;
    }

    /// <summary>Whether a clause has nothing but words for how, when and to whom before a verb of saying.</summary>
    private static bool IsReport(ReadOnlySpan<char> clause)
    {
        for (var words = 0; words <= MostOfManner; words++)
        {
            var word = WordWithNumber(clause);
            if (IsVerbOfReport(word))
                return words == 0 || Done.LengthAtStart(word) == 0;
            if (word.IsEmpty || SaidElsewhere.Contains(word) || clause[word.Length..] is not [' ', .. var next])
                return false;
            if (word[^1] is '을' or '를')
            {
                // What is done meanwhile may have an object: 고개를 저으며.
                var verb = WordAtStart(next);
                if (!IsMeanwhile(verb) || next[verb.Length..] is not [' ', .. var afterVerb])
                    return false;
                next = afterVerb;
            }
            else if (!IsManner(word))
            {
                return false;
            }

            clause = next;
        }

        return false;
    }

    /// <summary>Whether a word may be how, when or to whom something is said; what is said, of what, and who says it have other endings.</summary>
    private static bool IsManner(ReadOnlySpan<char> word) => Manner.Contains(word) || word[^1] is not ('은' or '는' or '이' or '가' or '도' or '만' or '지' or '까' or '와' or '과' or '다')
        && !(word.Length > 1 && word[^1] is '고' or '며' && word[^2] is '다' or '라' or '냐' or '자') && !word.EndsWith("것");

    /// <summary>Whether a word says what somebody does meanwhile: 울먹이며, 저으면서.</summary>
    private static bool IsMeanwhile(ReadOnlySpan<char> word) => word.Length > 1 && ((word[^1] is '며' or '고' && word[^2] is not ('다' or '라' or '냐' or '자')) || word.EndsWith("면서") || word.EndsWith("듯") || word.EndsWith("듯이") || word.EndsWith("채"));

    /// <summary>Whether a word has a particle with which it goes with a verb behind it, before the subject.</summary>
    private static bool IsOfModifier(ReadOnlySpan<char> word) => word[^1] is '을' or '를' or '에' or '로' or '와' or '과' || word.EndsWith("에서") || word.EndsWith("에게") || word.EndsWith("부터");

    /// <summary>Whether a syllable ends with ㄴ, as a verb before its noun does: 요구한, 사는, 온.</summary>
    private static bool IsAdnominal(char c)
    {
        const int Tails = 28;
        const int Nieun = 4;
        return c is >= '가' and <= '힣' && (c - '가') % Tails == Nieun;
    }

    /// <summary>Whether a verb of saying ends as it does when it tells who said what stands before it.</summary>
    private static bool IsVerbOfReport(ReadOnlySpan<char> verb)
    {
        if (verb.IsEmpty)
            return false;
        if (SpokenWhole.Contains(verb) || (Spoken.LengthAtStart(verb) is > 0 and var noun && Light.Contains(verb[noun..])))
            return true;
        var stem = Saying.LengthAtStart(verb);
        // Whoever is few, 적다, has the same past as whoever writes.
        if (stem == 0 || verb.StartsWith("적었"))
            return false;
        if (Reported.Contains(verb[stem..]) || (stem == verb.Length && verb[^1] == '자'))
            return true;
        var past = verb.Length - 1;
        while (past > 0 && !IsPast(verb[past]))
            past--;
        return past > 0 && Reported.Contains(verb[(past + 1)..]);
    }

    private static bool IsSubjectOfReport(ReadOnlySpan<char> word) => word.Length > 1 && (word[^1] is '이' or '가' or '은' or '는' || word.EndsWith("께서")) && !NotSubject.Contains(word);

    /// <summary>A word with the age or the like in brackets behind it, and the particle behind those.</summary>
    /// <param name="text">The text from the word on.</param>
    /// <param name="next">What follows it.</param>
    private static ReadOnlySpan<char> WordWithBracket(ReadOnlySpan<char> text, out ReadOnlySpan<char> next)
    {
        text = text[..Math.Min(text.Length, LongestSubject)];
        var letters = text.Length - text.TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ○0123456789").Length;
        var word = WordAtStart(text[letters..]);
        next = text[(letters + word.Length)..];
        if (next is [>= 'A' and <= 'z', ..])
        {
            word = WordWithNumber(text);
            next = text[word.Length..];
        }

        if (next is not ['(', .. var inside] || inside.IndexOf(')') is not (>= 0 and var close) || inside[..close].IndexOfAny(".?!…") >= 0)
            return word.IsEmpty ? text[..letters] : word;
        next = inside[(close + 1)..];
        var particle = WordAtStart(next);
        next = next[particle.Length..];
        return particle.IsEmpty ? word : text[letters..^next.Length];
    }

    /// <summary>Whether what follows a quotation is the noun for it, as in <c>“물러가라!” 외침이 광장을 메웠다</c>.</summary>
    /// <param name="rest">The text from its next word on.</param>
    public static bool Names(ReadOnlySpan<char> rest)
    {
        var word = WordAtStart(rest);
        var raised = Raised.LengthAtStart(word);
        var uttered = Uttered.LengthAtStart(word);
        var particle = word[Math.Max(raised, uttered)..];
        if (particle.Length == word.Length)
            return false;
        var next = rest[word.Length..];
        // Without a particle it is a part of a longer noun: 외침 소리가.
        var isCarried = particle.IsEmpty ? IsTied(next) || (next is [' ', ..] && IsOfSpeech(WordAtStart(next.TrimStart()))) : Carried.Contains(particle) || (raised >= uttered && particle is "은" or "는");
        return isCarried && Ceased.LengthAtStart(WordAtStart(next.TrimStart())) == 0;
    }

    /// <summary>Whether a word is a noun for what is said, with a particle or without.</summary>
    private static bool IsOfSpeech(ReadOnlySpan<char> word) => Math.Max(Raised.LengthAtStart(word), Uttered.LengthAtStart(word)) is > 0 and var length && (length == word.Length || IsGlued(word[length..]));

    /// <summary>Whether what follows a quotation is the noun for it and at once says that something comes with it, or that it is left or given, as in <c>“고맙습니다.” 인사말과 함께</c> and <c>“고맙다.” 말을 남기고</c>.</summary>
    /// <param name="rest">The text from its next word on.</param>
    public static bool Accompanies(ReadOnlySpan<char> rest)
    {
        var word = WordAtStart(rest);
        // A word for what kind it is may stand before it: "마지막 인사와 함께".
        if (word.Length > 1 && IsBare(word) && rest[word.Length..] is [' ', .. var second] && WordAtStart(second) is [_, .., '과' or '와'] and var last && second[last.Length..].StartsWith(" 함께"))
        {
            word = last;
            rest = second;
        }

        if (word.Length < 2 || word[^1] is not ('과' or '와' or '을' or '를' or '만') || rest[word.Length..] is not [' ', .. var next])
            return false;
        var noun = word[..^1];
        if (!Said.Contains(noun) && !Uttered.Contains(noun) && !Raised.Contains(noun))
            return false;
        return word[^1] is '과' or '와' ? next.StartsWith("함께") || next.StartsWith("더불어") : Left.LengthAtStart(next) > 0;
    }

    /// <summary>
    /// Whether a sentence that has neither subject nor verb before a quotation goes on after it: before it stands a noun that says what the one
    /// behind it is, as in <c>이번 “가자!” 행사는</c> and <c>KBS ‘무엇이든 물어보세요?’ 제작진</c>, or where, or to what, as in <c>국회 앞에서 “특검하라!” 시위가</c>.
    /// </summary>
    /// <param name="before">The text before the opening mark.</param>
    /// <param name="rest">The text from the next word after the quotation on.</param>
    public static bool LacksRest(ReadOnlySpan<char> before, ReadOnlySpan<char> rest)
    {
        var word = WordAtStart(rest);
        return (IsBare(before) || IsPlace(WordAtEnd(before.TrimEnd()))) && !Pronouns.Contains(word) && Openers.LengthAtStart(word) == 0 && !IsSpeaker(rest);
    }

    /// <summary>Whether what follows a title goes on with its sentence: a noun, and no word with which another one begins.</summary>
    /// <param name="rest">The text from the next word after the title on.</param>
    public static bool IsOfTitle(ReadOnlySpan<char> rest) => WordAtStart(rest) is { Length: > 1 } word && !Pronouns.Contains(word) && Openers.LengthAtStart(word) == 0;

    /// <summary>Whether a text ends with a word that has neither a particle nor an ending.</summary>
    private static bool IsBare(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd();
        var word = WordAtEnd(before);
        if (before.IsEmpty || !char.IsLetterOrDigit(before[^1]) || Adverbs.Contains(word))
            return false;
        return !"은는이가을를에게께도만와과로서고며면니자라다어아지서해져나던까요".Contains(before[^1], StringComparison.Ordinal) || NotSubject.Contains(word) || (word.Length > 1 && word[^1] != '다' && EndsLikeNoun(word));
    }

    /// <summary>Whether a word is where something is, or what is done to: not whom somebody speaks to, nor what else is done meanwhile.</summary>
    private static bool IsPlace(ReadOnlySpan<char> word) => IsAside(word)
        || (word.Length > 1 && (word[^1] is '에' or '로' or '을' or '를' or '와' or '과' || word.EndsWith("에서") || word.EndsWith("기서") || word.EndsWith("리서")));

    /// <summary>Whether a word ends like a subject and says where: <c>거리에는</c>.</summary>
    private static bool IsAside(ReadOnlySpan<char> word) => word.Length > 2 && word[^1] is '는' or '도' && (word[^2] is '에' or '로' || word[..^1].EndsWith("에서"));

    /// <summary>Whether a text begins with bare words and a quotation, as where several speak in turn: <c>기자 “왜 왔나?” 주민 “살려고요.”</c></summary>
    private static bool IsSpeaker(ReadOnlySpan<char> rest)
    {
        const int MostWords = 3;
        for (var words = 0; words < MostWords && WordAtStart(rest) is { Length: > 0 } word && rest[word.Length..] is [' ', .. var next]; words++)
        {
            if (!IsBare(word))
                return false;
            if (next.Length > 0 && MarkTable.Classify(next[0], out var kind) is MarkRole.Open or MarkRole.Straight && MarkTable.IsQuote(kind))
                return true;
            rest = next;
        }

        return false;
    }

    /// <summary>Whether the word before a quotation says whose or what it is, as in <c>그의 “가겠다!” 발언</c>: the noun comes after it.</summary>
    /// <param name="before">The text before the opening mark.</param>
    public static bool LacksNoun(ReadOnlySpan<char> before) => WordAtEnd(before.TrimEnd()) is { Length: > 1 } word && (word[^1] == '의' || Describing.ContainsEndOf(word));

    /// <summary>Whether a sentence has had its subject before a quotation, and after it goes on with a verb to which no other subject comes, as in <c>그는 “왜 그랬나.” 따져 물었다</c>.</summary>
    /// <param name="before">The sentence up to its first quotation.</param>
    /// <param name="rest">The text from the next word after the quotation on.</param>
    public static bool LacksVerb(ReadOnlySpan<char> before, ReadOnlySpan<char> rest)
    {
        if (!IsSubject(WordAtEnd(before.TrimEnd()), out var noun) || Said.ContainsEndOf(noun) || Openers.LengthAtStart(WordAtStart(rest)) > 0)
            return false;
        var clause = rest[..Math.Min(rest.Length, LongestList)];
        var seen = 0;
        while (WordWithNumber(clause[seen..]) is { Length: > 0 } word)
        {
            if (IsSubject(WordAtEnd(word), out _))
                return false;
            seen += word.Length;
            if (clause[seen..] is [',', ..])
                seen++;
            if (clause[seen..] is not [' ', ..])
                return seen < clause.Length && MarkTable.Classify(clause[seen], out _) == MarkRole.Stop && EndsSentence(clause[..seen], false);
            seen++;
        }

        return false;
    }

    private static bool IsSubject(ReadOnlySpan<char> word, out ReadOnlySpan<char> noun)
    {
        noun = word.EndsWith("께서") ? word[..^2] : word.Length > 1 && word[^1] is '은' or '는' or '이' or '가' or '도' ? word[..^1] : "";
        return !noun.IsEmpty && !NotSubject.Contains(word) && !IsAside(word);
    }

    /// <summary>The word at the start of a text, with the number or the letters that stand in it: 2층으로, 데일리NK에.</summary>
    private static ReadOnlySpan<char> WordWithNumber(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && end < LongestWord && (Characters.IsHangul(text[end]) || char.IsAsciiLetterOrDigit(text[end])))
            end++;
        return text[..end];
    }

    /// <summary>Whether a day is said whole before a sentence begins with what is said of something else: <c>발행일은 2021. 4. 30. 쪽수는 200쪽이다</c>.</summary>
    /// <param name="before">The segment up to the day's last point.</param>
    /// <param name="rest">The text from the next word on.</param>
    public static bool TellsDay(ReadOnlySpan<char> before, ReadOnlySpan<char> rest) =>
        WordAtStart(rest) is [_, .., '은' or '는'] && Days.ContainsEndOf(before[Math.Max(0, before.Length - LongestDay)..].TrimEnd("0123456789. "));

    /// <summary>Whether what follows a quotation is more of them, and then a word that says they are a list, or one that goes on with the words before the first.</summary>
    /// <param name="rest">The text from the next quotation on.</param>
    /// <param name="isAlone">True when the sentence begins with the first quotation.</param>
    /// <param name="stop">The mark with which the first one ends.</param>
    public static bool Lists(ReadOnlySpan<char> rest, bool isAlone, char stop)
    {
        var list = rest[..Math.Min(rest.Length, LongestList)];
        var quotations = 0;
        var isGlued = false;
        // A question and what is answered are no list.
        var areAlike = !isAlone || stop is '!' or '?' or '！' or '？';
        while (quotations < MostListed && !list.IsEmpty && MarkTable.Classify(list[0], out var kind) is MarkRole.Open or MarkRole.Straight && MarkTable.IsQuote(kind))
        {
            var close = list[1..].IndexOf(list[0] switch { '“' => '”', '‘' => '’', '«' => '»', '‹' => '›', '„' => '“', '‚' => '‘', var straight => straight });
            if (close < 0)
                return false;
            areAlike &= close > 0 && list[close] == stop;
            list = list[(close + 2)..];
            isGlued = WordAtStart(list) is { Length: > 0 } particles && IsGlued(particles);
            list = list.TrimStart(" ,·");
            quotations++;
        }

        if (quotations == 0)
            return false;
        if (areAlike && Names(list))
            return true;
        return Listing.Contains(WordAtStart(list)) ? isGlued || Continues(list) : !isAlone && (isGlued || Continues(list));
    }

    /// <summary>Whether a syllable ends with ㅆ, as the past of every verb has it.</summary>
    private static bool IsPast(char c)
    {
        const int Tails = 28;
        const int SsangSiot = 20;
        return c is >= '가' and <= '힣' && (c - '가') % Tails == SsangSiot;
    }

    private static bool EndsLikeNoun(ReadOnlySpan<char> word)
    {
        for (var length = 2; length <= Math.Min(NotFinal.Longest, word.Length); length++)
        {
            if (NotFinal.Contains(word[^length..]))
                return true;
        }

        return false;
    }

    private static bool IsSpaced(ReadOnlySpan<char> word)
    {
        for (var length = Math.Min(Spaced.Longest, word.Length); length > 0; length--)
        {
            if (Spaced.Contains(word[..length]) && (length == word.Length || (length > 1 && AfterSpaced.Contains(word[length..]))))
                return true;
        }

        return false;
    }

    private static bool IsChain(ReadOnlySpan<char> word, WordSet links, int depth)
    {
        for (var length = Math.Min(links.Longest, word.Length); length > 0; length--)
        {
            if (links.Contains(word[..length]) && (length == word.Length || (depth > 1 && IsChain(word[length..], links, depth - 1))))
                return true;
        }

        return false;
    }

    private static bool IsFree(ReadOnlySpan<char> word, ReadOnlySpan<char> following)
    {
        Span<char> joined = stackalloc char[LongestWord * 2];
        var length = word.Length + 1 + following.Length;
        if (length > joined.Length)
            return false;
        word.CopyTo(joined);
        joined[word.Length] = '_';
        following.CopyTo(joined[(word.Length + 1)..]);
        return Free.LengthAtStart(joined[..length]) > 0;
    }

    private static bool IsName(ReadOnlySpan<char> name, ReadOnlySpan<char> rest)
    {
        if (name.Length is < 2 or > 4)
            return false;
        return IsTitle(WordAtStart(rest.TrimStart()));
    }

    /// <summary>Whether a word is a title, with a particle or without.</summary>
    private static bool IsTitle(ReadOnlySpan<char> title) =>
        Titles.LengthAtStart(title) is > 0 and var length && title[length..] is var tail && (tail.IsEmpty || tail[0] == '님' || (tail[0] is not ('했' or '한' or '하') && IsGlued(tail)));
}
