"""Help: the keys that work where it was called, and what the signs mean."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from textual.binding import ActiveBinding, Binding
from textual.content import Content
from textual.widgets import Static

from article.filter_language import KEYS as FILTER_KEYS
from article.filter_language import Vocabulary
from article.filters import Filter
from article.model import Article
from tui.keyboard import by_description, key_of, keys_of, shown
from tui.keys import FILTERING, FINDING, PANES, PROGRAM, PROMPT, READER
from tui.projection import View
from tui.room import SMALLEST
from tui.screen_keys import SECTIONS
from tui.screens.overlay import Overlay
from tui.signs import LEGEND

WIDEST = 90
"""Columns of the sheet at most, as its style sheet has it."""
FRAME = 5
"""Columns of the sheet's border, padding and scrollbar."""
KEYS = 12
"""Cells for the keys, set right."""
NAMES = 20
"""Cells for what keys are called."""
ROOMY = 72
"""Cells from which what a key does stands beside its name, and not below it."""
SLIM = 40
"""Cells below which everything begins at the left."""
EXPLAINED = (
    ("the colour of a name", "the actor; two letters say it without colour"),
    ("a filled badge", "for or against the statement or demand beside it"),
    ("words on a tint", "evidence: the exact words a position stands on"),
    ("bold and underlined", "the words of the position under the cursor"),
    ("↪ reported by", "others report it; the actor is not heard"),
    ("no intention", "a plan that is denied, which is not opposition"),
    ("on condition", "what the position depends on, in the text's words"),
    ("the line at the left", "where you are: heavy on the line, light on its paragraph"),
    ("the line at the right", "where you are, and where on the page evidence stands"),
    ("a filled letter", "a place you marked, left of the paragraph's number"),
)
RULES = (
    "Of several values, with commas between, any will do; every key has to be met. Ids, names and tags are understood, "
    "in quotes where they hold blanks. With more asked for than actors, a paragraph is relevant only where such a "
    "position stands."
)
"""How an expression is read."""

SEARCHES = (
    ("in the article", "finds words in the text; {next} {before} go from match to match"),
    ("in the actors", "leaves those whose name, tag or party holds the words"),
    ("in the positions", "leaves those whose actor, issue, sentence or words hold the words"),
    ("lower case", "finds either case; a capital letter anywhere makes it exact"),
    ("accents, dashes", "and kinds of quotes are found by their plain ones"),
    ("{switch} while typing", "reads it as a regular expression"),
)
"""What is found, by what and where."""

_Section = tuple[str, list[Content]]

MOUSE = (
    ("on words", "lights up their position; again: the next on these words"),
    ("on a name", "finds the actor in the list; a double click isolates it"),
    ("on an actor", "the cursor; again, or on the dot: in or out of the filter"),
    ("on a card", "lights up its words; again: goes there"),
    ("on what says a key", "does what the key does; “10 more ›” shows what is out of sight"),
    ("on the line at the right", "scrolls there; it can be drawn, too"),
    ("drag over the text", "selects and copies it, without numbers and line ends"),
)
"""What a click does."""


class Help(Overlay):
    """The keys that work in a pane, its own first; then those of the other panes, and what is on the screen."""

    def __init__(
        self, active: Iterable[ActiveBinding], pane: str, article: Article | None = None, *, tells_signs: bool = True
    ) -> None:
        super().__init__()
        self._tells_signs = tells_signs
        """Whether what stands on the screen is an article, and explained."""
        self.title = f"Keys in the {pane.lower()}"
        ours = {binding.id for table in SECTIONS.values() for binding in table}
        described = [entry for entry in active if entry.binding.description]
        self._active = [entry for entry in described if tells_signs or entry.binding.id in ours]
        self._pane = pane.lower()
        self._article = article
        """Of which examples are made, where it can be filtered."""

    def renew(self, view: View, before: Article) -> str:  # noqa: ARG002
        """Examples are those of the article as it is now."""
        if self._article:
            self._article = view.article
            for told in self.query(Static):
                told.update(self.text())
        return ""

    @property
    def _width(self) -> int:
        return min(WIDEST, max(SMALLEST[0], self.app.size.width)) - FRAME

    def text(self) -> Content:
        lines: list[Content] = []
        for title, section in self._sections():
            rule = "─" * (self._width - cell_len(title) - 1)
            lines += [Content.assemble((title, "bold"), " ", (rule, "$rule")), *section, Content("")]
        return Content("\n").join(lines[:-1])

    def _sections(self) -> Iterator[_Section]:
        """Titles, and what stands below each; empty ones are left out."""
        yield from self._of_keys()
        if self._article:
            yield "Filter by an expression", self._of_filters(self._article)
            yield "Go to", [line for typed, about in _places(self._article) for line in self._told(typed, "", about)]
        if not self._tells_signs:
            return
        if any(entry.binding.id == "reader.search" for entry in self._active):
            yield "Search", [line for what, about in _searches() for line in self._told(what, "", about)]
        yield "Signs", self._signs()
        yield "On the screen", [line for sign, meaning in EXPLAINED for line in self._told(sign, "", meaning)]
        yield "Mouse", [line for where, does in MOUSE for line in self._told(where, "", does)]

    # ------------------------------------------------------------------ keys

    def _of_keys(self) -> Iterator[_Section]:
        tables = {binding.id: title for title, table in SECTIONS.items() for binding in table}
        program = next(title for title, table in SECTIONS.items() if table is PROGRAM)
        for title in SECTIONS:
            here = [entry for entry in self._active if tables.get(entry.binding.id, program) == title]
            lines = [line for keys, entry in by_description(here) for line in self._key(keys, entry)]
            if lines:
                yield title, lines
        leads = {entry.binding.id for entry in self._active}
        for pane in PANES:
            if pane != self._pane and f"reader.{pane}" in leads:
                table = SECTIONS[f"In the {pane}"]
                lines = [line for binding in table for line in self._elsewhere(binding)]
                yield f"In the {pane}, after {key_of(f'reader.{pane}', READER)}", lines

    def _key(self, keys: list[str], entry: ActiveBinding) -> list[Content]:
        """A key that works here; what would do nothing now says so."""
        tooltip = entry.tooltip.rstrip(".")
        about = tooltip if entry.enabled else f"{tooltip} · not now".removeprefix(" · ")
        return self._told(" ".join(key for key in keys if "super" not in key), entry.binding.description, about)

    def _elsewhere(self, binding: Binding) -> list[Content]:
        return self._told(" ".join(map(shown, keys_of(binding))), binding.description, binding.tooltip)

    def _told(self, keys: str, name: str, about: str) -> list[Content]:
        """Keys or a sign, what they are called, and what they do or mean: beside each other where there is room."""
        width = self._width
        name = name[:1].upper() + name[1:]
        first, rest = ("bold $ink-accent", "$ink-muted") if name else ("bold", "$ink-muted")
        if width < SLIM:
            head = Content.assemble((keys, first), f"  {name}" if name else "")
            return [head, *(Content.styled(f"  {line}", rest) for line in textwrap.wrap(about, width - 2))]
        if not name:
            column = KEYS + NAMES // 2 + 4
            lines = textwrap.wrap(about, width - column - 2) or [""]
            head = Content.assemble((f"{keys:>{column - 2}}  ", first), (lines[0], rest))
            return [head, *(Content.styled(f"{'':{column}}{line}", rest) for line in lines[1:])]
        begin = KEYS + 2 + (NAMES if width >= ROOMY else 2)
        lines = textwrap.wrap(about, width - begin)
        head = (" " * (KEYS - cell_len(keys)) + keys + "  ", first)
        room = NAMES - max(0, cell_len(keys) - KEYS)
        if width >= ROOMY and len(name) < room:
            beside, *lines = lines or [""]
            top = Content.assemble(head, f"{name:<{room}}", (beside, rest))
        else:
            top = Content.assemble(head, name)
        return [top, *(Content.styled(f"{'':{begin}}{line}", rest) for line in lines)]

    # ------------------------------------------------------------------ signs

    def _signs(self) -> list[Content]:
        indent = 0 if self._width < SLIM else KEYS + 2
        return [Content(f"{'':{indent}}{left:<12}{right}".rstrip()) for left, right in LEGEND]

    # ------------------------------------------------------------------ what is typed

    def _of_filters(self, article: Article) -> list[Content]:
        """How a filter is written, with examples of the article's own."""
        key, leave = key_of("reader.filter", FILTERING), key_of("reader.peel", FILTERING)
        rules = f"{key} writes or edits the filter, {leave} lifts it. {RULES}"
        return [
            *(Content.styled(line, "$ink-muted") for line in textwrap.wrap(rules, self._width)),
            *(line for name, about in FILTER_KEYS.items() for line in self._told(f"{name}:", "", about)),
            *(Content.assemble("  ", (f":filter {example}", "$ink-accent")) for example in _examples(article)),
        ]


def _examples(article: Article) -> Iterator[str]:
    """Filters of the article's own, as they are written."""
    write, first = Vocabulary(article).expression, next(iter(article.stances), None)
    if first:
        other = next((stance for stance in article.stances if stance.actor != first.actor), first)
        yield write(Filter(frozenset({first.actor, other.actor}), positions=frozenset({first.position})))
        yield write(Filter(issues=frozenset({first.issue}), via=frozenset({None})))
    yield write(Filter(own=True))


def _places(article: Article) -> Iterator[tuple[str, str]]:
    """What can be typed to go somewhere, and where it leads."""
    go = key_of("reader.go", FINDING)
    yield f"{go}2", "the second paragraph"
    for actor in article.actors[:1]:
        yield f"{go}{actor.id}", f"the actor {actor.name}"
    for stance in article.stances[:1]:
        yield f"{go}{stance.id}", "the words of this position"
    yield f"{go}filter …", "filter by expression"
    yield f"{go}theme", "any command by its name"


def _searches() -> Iterator[tuple[str, str]]:
    keys = {
        "next": key_of("reader.next-words", READER),
        "before": key_of("reader.previous-words", READER),
        "switch": key_of("prompt.pattern", PROMPT),
    }
    key = key_of("reader.search", FINDING)
    for what, about in SEARCHES:
        lead = f"{key} " if what.startswith("in the ") else ""
        yield lead + what.format(**keys), about.format(**keys)
