"""The rows of a position's detail: all that its file says of it, the words in their sentences, what it answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from article.clean import one_line
from article.model import Article, Evidence, Role, Span, Stance
from article.sentences import sentence_about
from article.telling import act_told, answers, date_told, lack_told, telling, where_told
from article.wording import role_phrase
from tui.paint import BOLD, chip, marked, shortened
from tui.selection import Ink, Mark, Marks
from tui.signs import badge, modality_sign
from tui.theme import ActorInk, Palette
from tui.wrapping import rows_of, wrap

LEFT = 2
"""Cells for the cursor."""
LABELS = 14
"""Cells of the labels, where there is room for a column of them."""
ROOMY = 48
"""Cells of a row from which there is."""
_INK = {Role.CONTENT: Ink.CONTENT, Role.CONDITION: Ink.CONDITION, Role.CUE: Ink.CUE}


class Goal(NamedTuple):
    """Where an item leads: to words in the text, or to another position."""

    stance: Stance
    words: Span | None = None


class Row(NamedTuple):
    """A row: what stands on it, what at its right edge, and the number of the item that it belongs to."""

    segments: Sequence[Segment]
    right: Segment | None = None
    item: int | None = None


class _Sentence(NamedTuple):
    """A stretch of a paragraph, an index, with pieces of evidence in it."""

    paragraph: int
    start: int
    end: int
    pieces: tuple[Evidence, ...]


class Dossier:
    """Everything about a position in rows of a width, and where its items lead."""

    def __init__(self, article: Article, stance: Stance, palette: Palette, inks: dict[str, Style], width: int) -> None:
        self._article = article
        self._stance = stance
        self._palette = palette
        self._inks = inks
        self._width = width
        """Columns from the left edge that text may take."""
        self.goals: list[Goal] = []
        self.rows: list[Row] = [
            Row(()),
            *self._actor(),
            Row(()),
            *self._issue(),
            Row(()),
            *self._facts(),
            *self._words(),
            *self._answers(),
        ]

    @cached_property
    def _ink(self) -> ActorInk:
        return self._palette.actors[self._stance.actor]

    def _text(self, text: str, indent: int, style: Style | None = None, item: int | None = None) -> Iterator[Row]:
        """A text in rows under one another."""
        for row in rows_of(one_line(text), self._width - LEFT - indent):
            yield Row([Segment(" " * indent), Segment(row, style)], item=item)

    def _actor(self) -> Iterator[Row]:
        actor = self._article.actor[self._stance.actor]
        party = self._article.party.get(actor.party or "")
        tag = Segment(chip(actor.tag), self._ink.chip)
        name = rows_of(actor.name, self._width - LEFT - 5)
        side = Segment(party.name if party else "of no party", self._inks["muted"])
        beside = len(name) == 1 and 5 + cell_len(name[0]) + 2 + cell_len(side.text) <= self._width - LEFT
        yield Row([tag, Segment(f" {name[0]}", self._ink.name + BOLD)], side if beside else None)
        for row in name[1:]:
            yield Row([Segment(" " * 5), Segment(row, self._ink.name + BOLD)])
        if actor.role:
            yield from self._text(actor.role, 5, self._inks["muted"])
        if not beside:
            yield from self._text(side.text, 5, self._inks["muted"])

    def _issue(self) -> Iterator[Row]:
        stance, issue = self._stance, self._article.issue[self._stance.issue]
        filled = Segment(badge(stance), self._palette.badges[stance.position])
        room = self._width - LEFT - len(filled.text) - 1
        if room >= cell_len(issue.label):
            yield Row([filled, Segment(" "), Segment(issue.label, BOLD)])
        else:
            yield Row([filled])
            yield from self._text(issue.label, 0, BOLD)
        yield from self._text(issue.proposition, 0)

    # ------------------------------------------------------------------ what the file says

    def _facts(self) -> Iterator[Row]:
        stance, article = self._stance, self._article
        conditions = [("On condition", f"“{words}”", self._style(Role.CONDITION)) for words in stance.conditions]
        cues = [
            ("Cue", f"“{piece.exact}”", self._style(Role.CUE)) for piece in stance.evidence if piece.role is Role.CUE
        ]
        target = role_phrase(article.actor[stance.target]) if stance.target else ""
        coder = stance.coder or (f"{article.coder}, as all of the article" if article.coder else "")
        told = (
            ("In short", stance.summary, None),
            ("Told", f"{modality_sign(stance)} {telling(article, stance)}", None),
            *cues,
            ("Act", act_told(stance), None),
            ("Certainty", str(stance.certainty or ""), None),
            *conditions,
            ("To or about", target, None),
            ("Said", date_told(stance), None),
            ("Coded by", coder, None),
            ("Note", stance.note or "", None),
            ("In the file", f"{article.source}, line {stance.place.line}, id {stance.id}", None),
        )
        for label, text, style in told:
            if text:
                yield from self._fact(label, one_line(text), style)

    def _fact(self, label: str, text: str, style: Style | None) -> Iterator[Row]:
        """A label and what is told under it: beside it where there is room."""
        muted = self._inks["muted"]
        if self._width < ROOMY:
            yield Row([Segment(label, muted)])
            yield from self._text(text, 1, style)
            return
        for number, row in enumerate(rows_of(text, self._width - LEFT - LABELS)):
            yield Row([Segment(f"{'' if number else label:{LABELS}}", muted), Segment(row, style)])

    def _title(self, text: str) -> Iterator[Row]:
        yield Row(())
        yield Row([Segment(text.upper(), self._inks["muted"] + BOLD)])

    # ------------------------------------------------------------------ the words

    def _words(self) -> Iterator[Row]:
        yield from self._title("The words")
        for sentence in _sentences(self._article, self._stance.evidence):
            yield from self._sentence(sentence)
        for piece in self._stance.evidence:
            if lack := lack_told(self._article, piece):
                role = "" if piece.role is Role.CONTENT else f"{piece.role}: "
                yield from self._text(f"{role}“{piece.exact}”", 0)
                yield from self._text(lack, 0, self._inks["error"])
        if not self._stance.evidence:
            yield from self._text("The file gives no words for this position.", 0, self._inks["error"])

    def _sentence(self, sentence: _Sentence) -> Iterator[Row]:
        item = len(self.goals)
        spans = [piece.span for piece in sentence.pieces if piece.span and piece.role is Role.CONTENT]
        first = min(spans or [piece.span for piece in sentence.pieces if piece.span])
        self.goals.append(Goal(self._stance, first))
        where = f"{where_told(self._article, sentence.paragraph)} "
        indent = len(where) if self._width >= ROOMY else 0
        text = self._article.paragraphs[sentence.paragraph].text[sentence.start : sentence.end]
        marks = Marks(
            Mark(piece.span.start, piece.span.end, _INK[piece.role], self._stance.actor, self._stance)
            for piece in sentence.pieces
            if piece.span
        )
        if not indent:
            yield Row([Segment(where, self._inks["accent"])], item=item)
        starts = [*wrap(text, self._width - LEFT - indent), len(text)]
        for number, (low, high) in enumerate(pairwise(starts)):
            beside = "" if number or not indent else where
            row = text[low:high].rstrip()
            painted = marked(row, sentence.start + low, marks, Style.null(), lambda mark: self._style(_role(mark)))
            yield Row([Segment(f"{beside:{indent}}", self._inks["accent"]), *painted], item=item)

    def _style(self, role: Role) -> Style:
        """How the words of a piece look: lit up; a condition tinted and underlined, a cue coloured and slanted."""
        return {
            Role.CONTENT: self._ink.pinned,
            Role.CONDITION: self._ink.words + Style(underline=True),
            Role.CUE: self._ink.name + Style(italic=True),
        }[role]

    # ------------------------------------------------------------------ what it answers

    def _answers(self) -> Iterator[Row]:
        found = answers(self._article, self._stance)
        if found:
            yield from self._title("Related positions")
        for answer in found:
            item = len(self.goals)
            other = self._article.stance[answer.stance]
            self.goals.append(Goal(other))
            actor = self._article.actor[other.actor]
            ink = self._palette.actors[other.actor]
            beside = self._width >= ROOMY
            told = f"{answer.phrase} " if beside else "  "
            if not beside:
                yield from self._text(answer.phrase, 0, self._inks["muted"], item)
            tag = chip(actor.tag)
            name = shortened(actor.label, self._width - LEFT - cell_len(told) - cell_len(tag) - 1)
            named = [Segment(tag, ink.chip), Segment(f" {name}", ink.name + BOLD)]
            yield Row([Segment(told, self._inks["muted"]), *named], item=item)
            filled = Segment(badge(other), self._palette.badges[other.position])
            label = shortened(self._article.issue[other.issue].label, self._width - LEFT - len(filled.text) - 3)
            yield Row([Segment("  "), filled, Segment(label and f" {label}", BOLD)], item=item)
            yield from self._text(other.summary, 2, item=item)


def _sentences(article: Article, evidence: Iterable[Evidence]) -> list[_Sentence]:
    """The sentences in which the pieces stand, in the order of the text; those that run into each other are one."""
    found: list[_Sentence] = []
    for piece in sorted((piece for piece in evidence if piece.span), key=lambda piece: piece.span or ()):
        if piece.span is None:
            continue
        paragraph, start, end = piece.span
        low, high = sentence_about(article.paragraphs[paragraph].text, start, end)
        last = found[-1] if found else None
        if last and last.paragraph == paragraph and low < last.end:
            found[-1] = last._replace(end=max(last.end, high), pieces=(*last.pieces, piece))
        else:
            found.append(_Sentence(paragraph, low, high, (piece,)))
    return found


def _role(mark: Mark) -> Role:
    return next(role for role, ink in _INK.items() if ink is mark.ink)
