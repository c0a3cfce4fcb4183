"""What holds whatever comes in: each check takes anything and raises AssertionError where a promise is broken."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise

from article.anchors import Passages, Quotation, fold, fold_words
from article.clean import clean, clean_line, line_starts, lines_of, one_line, quoted, safe_name
from article.exporters.citation import as_markdown, as_text, paragraph_as_markdown, paragraph_as_text
from article.exporters.plain import plain_text
from article.filter_language import Vocabulary
from article.layout import LayoutError, lay_out
from article.loader import load_text
from article.model import Article, Evidence, Paragraph, Stance, without_places
from article.problems import ArticleError, Level, Place, Problem, Problems
from article.search import Search, Text, query_of
from article.source import decode
from article.spans import Span

FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffc\ufffe\uffff"
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
"""What is never shown (hardening.md), but for the newline; written here a second time."""
FORBIDDEN_LINE = re.compile(f"\n|{FORBIDDEN.pattern}")
JOINERS = "\u200c\u200d"
JOINED = re.compile(f"(?=(.)[{JOINERS}](.))", re.DOTALL)
SPACES = 4
"""What a tab becomes: the most that a character grows to."""

# ---------------------------------------------------------------------- loading


def check_loading(data: bytes) -> Article | None:
    """Bytes are an article that hangs together, or problems that can be shown, each at a place in the file."""
    found = _loaded(data)
    assert found == _loaded(data), "read a second time it is something else"
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    if not isinstance(found, Article):
        _check_problems(found, text)
        assert any(problem.level is Level.FATAL for problem in found)
        return None
    _check_problems(found.problems, text)
    assert all(problem.level is not Level.FATAL for problem in found.problems)
    _check_texts(found)
    _check_words(found)
    return found


def _loaded(data: bytes) -> Article | tuple[Problem, ...]:
    try:
        return load_text(decode(data, Problems("a.yaml")), "a.yaml")
    except ArticleError as error:
        return error.problems


def _check_problems(problems: Sequence[Problem], text: str) -> None:
    lines = lines_of(text)
    places = [(problem.place.line, problem.place.column) for problem in problems if problem.place]
    assert places == sorted(places), "problems are not in the order of the file"
    for problem in problems:
        assert not FORBIDDEN_LINE.search(str(problem)), f"a problem that cannot be shown: {problem!r}"
        assert problem.place is None or is_inside(problem.place, lines), f"a place outside of the file: {problem!r}"
        if problem.excerpt:
            before, matter, after = problem.excerpt[1:]
            assert not FORBIDDEN_LINE.search(before + matter + after), f"an excerpt that cannot be shown: {problem!r}"
            assert 1 <= problem.excerpt.line <= len(lines)


def is_inside(place: Place, lines: Sequence[str]) -> bool:
    """Whether a place is one of the file's: its end may be right behind the last character, or a line below."""
    line, column, end_line, end_column = place
    if not (1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1):
        return False
    if (line, column) > (end_line, end_column) or end_line > len(lines) + 1:
        return False
    return end_line > len(lines) or end_column <= len(lines[end_line - 1]) + 2


def _check_texts(article: Article) -> None:
    assert article.headline
    assert article.paragraphs
    for text in texts_of(article):
        assert not FORBIDDEN.search(text), f"a text that cannot be shown: {text!r}"


def texts_of(value: object) -> Iterable[str]:
    """Every text that an article holds, but for its problems, which are told otherwise."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Article):
        yield from (value.id, value.headline, value.source)
        known = (value.publisher, value.author, value.url, value.language, value.rights, value.note, value.coder)
        yield from (text for text in (*known, value.published) if text)
        for part in (value.paragraphs, value.parties, value.actors, value.issues, value.stances):
            yield from texts_of(part)
    elif isinstance(value, tuple):
        for item in value:  # pyright: ignore[reportUnknownVariableType] - any tuple will do
            yield from texts_of(item)  # pyright: ignore[reportUnknownArgumentType]


def _check_words(article: Article) -> None:
    """The promise of the program: the words of a piece of evidence stand at its place."""
    for stance in article.stances:
        for piece in stance.evidence:
            if piece.span:
                _check_evidence(article, stance, piece, piece.span)
    before = Span(0, 0, 0)
    for mention in article.mentions:
        span = mention.span
        assert before <= span, "mentions are not in the order of the text"
        assert (before.paragraph, before.end) <= (span.paragraph, span.start), "mentions overlap"
        assert 0 <= span.start < span.end <= len(article.paragraphs[span.paragraph].text)
        assert mention.actor in article.actor
        before = span


def _check_evidence(article: Article, stance: Stance, piece: Evidence, span: Span) -> None:
    problem = stands_there(article.paragraphs, Quotation(piece.exact, piece.prefix, piece.suffix), span)
    assert not problem, f"{problem}: {stance.id} {piece!r}"


# ---------------------------------------------------------------------- words in the text


def stands_there(paragraphs: Sequence[Paragraph], quotation: Quotation, span: Span) -> str:
    """What is wrong with a place found for a quotation; empty where it stands there, as typography is passed over.

    A place takes whole letters, so that it may have more marks than the quotation, at its ends.
    """
    text = paragraphs[span.paragraph].text
    if not 0 <= span.start < span.end <= len(text):
        return "not in its paragraph"
    wanted, there = fold_words(quotation.exact), fold(text[span.start : span.end]).text
    before, _, after = there.partition(wanted)
    if wanted not in there or not all(is_mark(char) or char.isspace() for char in before + after):
        return f"not the words: {there!r}"
    if not _ends(fold(text[: span.start]).text, quotation.prefix):
        return "not behind its prefix"
    if not _ends(fold(text[span.end :]).text[::-1], quotation.suffix, -1):
        return "not before its suffix"
    return ""


def _ends(text: str, beside: str, step: int = 1) -> bool:
    """Whether a text ends with what is to stand there, read backwards with a step of -1."""
    wanted = fold_words(beside)[::step]
    bare, bare_wanted = (without_marks(part).rstrip() for part in (text, wanted))
    return bare.endswith(bare_wanted)


def without_marks(text: str) -> str:
    """A text as it is without the marks on its letters."""
    return "".join(char for char in unicodedata.normalize("NFD", text) if not is_mark(char))


def is_mark(char: str) -> bool:
    """Whether a character belongs to the one before it."""
    return unicodedata.category(char).startswith("M") or "\u1160" <= char <= "\u11ff" or "\ud7b0" <= char <= "\ud7fb"


def bears_marks(text: str) -> bool:
    """Whether a space of a text bears a mark, which no writing asks for: it is a letter then, apart from its run."""
    return any(before.isspace() and is_mark(after) for before, after in pairwise(text))


def check_anchoring(texts: Sequence[str], quotations: Sequence[Quotation]) -> int:
    """Whatever is looked for, where it is found its words stand, also where it was expected or sought in one
    paragraph; returns how many places were found."""
    paragraphs = [Paragraph(clean_line(text), number) for number, text in enumerate(texts, 1)]
    body, expecting = Passages(paragraphs), Passages(paragraphs)
    expecting.expect(Quotation(*map(clean_line, quotation)) for quotation in quotations)
    count = 0
    for quotation in (Quotation(*map(clean_line, quotation)) for quotation in quotations):
        found = body.find(*quotation)
        assert found == expecting.find(*quotation), "found otherwise where it was expected"
        assert found == sorted(set(found)), "found twice, or not in the order of the text"
        assert len(found) <= 2
        for index in range(len(paragraphs)):
            within = body.find(*quotation, within=index)
            assert all(span.paragraph == index for span in within)
            assert len(found) == 2 or within == [span for span in found if span.paragraph == index]
        for span in found:
            assert not (problem := stands_there(paragraphs, quotation, span)), f"{problem}: {quotation!r} {texts!r}"
            text = paragraphs[span.paragraph].text
            is_exact = fold(text[span.start : span.end]).text == fold_words(quotation.exact)
            if is_exact and not bears_marks(text):
                again = body.find(quotation.exact, *body.beside(span))
                assert span in again or len(again) == 2, f"not found between what is beside it: {span!r}"
        nearest = body.nearest(quotation.exact)
        assert not nearest or any(nearest.new in paragraph.text for paragraph in paragraphs)
        count += len(found)
    return count


# ---------------------------------------------------------------------- cleaning


def check_cleaning(text: str) -> None:
    """Nothing that is forbidden is left, nothing is changed twice, and lines stay lines."""
    cleaned, hidden = clean(text)
    assert not (bad := FORBIDDEN.search(cleaned)), f"left: {bad!r}"
    assert clean(cleaned) == (cleaned, 0), "changed a second time"
    assert cleaned.count("\n") == len(lines_of(text)) - 1, "a line break was lost or made"
    assert hidden <= len(text)
    assert len(cleaned) <= len(text) * SPACES
    run = 0
    for char in cleaned:
        run = run + 1 if is_mark(char) else run if char in JOINERS else 0
        assert run <= SPACES, "too many marks in a row"
    bare = "".join(char for char in cleaned if not is_mark(char))
    assert all(around.isalpha() for found in JOINED.finditer(f" {bare} ") for around in found.groups()), (
        "a stray joiner"
    )
    starts = line_starts(text)
    assert [text[at : at + len(line)] for at, line in zip(starts, lines_of(text), strict=True)] == lines_of(text)
    for line in (clean_line(text), one_line(clean_line(text)), quoted(text), safe_name(text)):
        assert not FORBIDDEN_LINE.search(line)
    assert not FORBIDDEN_LINE.search(safe_name(text.encode("utf-8", "surrogatepass")))


# ---------------------------------------------------------------------- what is made of an article


def check_layout(text: str) -> None:
    """What is laid out anew says the same and stays as it is; what cannot be is refused."""
    try:
        new = lay_out(text)
    except (ArticleError, LayoutError):
        return
    assert lay_out(new) == new, "laid out twice it is something else"
    assert without_places(load_text(new)) == without_places(load_text(text)), "laid out anew it says something else"


def check_telling(article: Article) -> None:
    """No form in which an article is told elsewhere has a control character, or a line where one is wanted."""
    told = [plain_text(article)]
    told += [form(article, stance) for stance in article.stances for form in (as_text, as_markdown)]
    paragraphs = range(len(article.paragraphs))
    told += [form(article, index) for index in paragraphs for form in (paragraph_as_text, paragraph_as_markdown)]
    for text in told:
        assert not FORBIDDEN.search(text), f"told with what cannot be shown: {text!r}"


# ---------------------------------------------------------------------- what is typed


def check_search(texts: Sequence[str], typed: str, *, is_pattern: bool, origin: int = 0) -> None:
    """Whatever is typed, what is found lies in the text, in its order, and what is wrong is told in a line."""
    paragraphs = [clean_line(text) for text in texts]
    search = Search(Text(paragraphs), query_of(typed, is_pattern=is_pattern), origin)
    assert search.advance()
    assert not FORBIDDEN_LINE.search(search.fault)
    before = Span(0, 0, 0)
    for span in search.matches:
        assert 0 <= span.start < span.end <= len(paragraphs[span.paragraph])
        assert (before.paragraph, before.end) <= (span.paragraph, span.start), "out of order, or overlapping"
        before = span


def check_filter(article: Article, typed: str) -> None:
    """Whatever is typed is a filter, or has a problem that can be shown; what was understood can be written down."""
    words = Vocabulary(article)
    understood = words.understood(clean_line(typed))
    assert not any(FORBIDDEN_LINE.search(problem) for problem in understood.problems)
    assert words.understood(words.expression(understood.chosen)) == (understood.chosen, ())
