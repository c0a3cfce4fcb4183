"""Help: the keys that work where it was called, and what the signs mean."""

from __future__ import annotations

from collections.abc import Iterable

from textual.binding import ActiveBinding
from textual.content import Content

from article.filter_language import KEYS as FILTER_KEYS
from article.filter_language import Vocabulary
from article.filters import Filter
from article.model import Article
from tui.keys import FILTERING, FINDING, by_description, key_of
from tui.screens.overlay import Overlay
from tui.signs import LEGEND

KEYS = 14
"""Cells for the keys, set right."""
NAMES = 20
"""Cells for what keys are called."""
ROOMY = 90
"""Columns from which there is room to say what each key does."""
EXPLAINED = (
    ("the colour of a name", "the actor; two letters say it without colour"),
    ("a filled badge", "for or against the statement or demand beside it"),
    ("words on a tint", "evidence: the exact words a position stands on"),
    ("bold and underlined", "the words of the position under the cursor"),
    ("↪ reported by", "others report it; the actor is not heard"),
    ("no intention", "a plan that is denied, which is not opposition"),
    ("the line at the right", "where you are, and where on the page evidence stands"),
)


class Help(Overlay):
    """The keys that work in a pane, first its own, then those that work everywhere."""

    def __init__(self, active: Iterable[ActiveBinding], pane: str, article: Article) -> None:
        super().__init__()
        self.title = "Keys"
        self._active = [entry for entry in active if entry.binding.description and entry.enabled]
        self._pane = pane
        self._article = article

    def text(self) -> Content:
        here = (f"{self._pane.lower()}.", "move.")
        own = [entry for entry in self._active if (entry.binding.id or "").startswith(here)]
        everywhere = [entry for entry in self._active if entry not in own]
        roomy = self.app.size.width >= ROOMY
        signs = [Content(f"{'':{KEYS + 2}}{left:<12}{right}".rstrip()) for left, right in LEGEND]
        return Content("\n").join(
            (
                *_section(f"In the {self._pane.lower()}", _keys(own, roomy=roomy)),
                *_section("Everywhere", _keys(everywhere, roomy=roomy)),
                *_section("Filter by an expression", _filters(self._article, roomy=roomy)),
                *_section("Go to", _places(self._article, roomy=roomy)),
                *_section("Signs", signs),
                *_section("On the screen", [_meaning(*pair, roomy=roomy) for pair in EXPLAINED]),
            )
        )


def _section(title: str, lines: list[Content]) -> list[Content]:
    return [Content.styled(title, "bold underline"), *lines, Content("")]


def _keys(active: list[ActiveBinding], *, roomy: bool) -> list[Content]:
    """Keys, what they are called, and what they do, where there is room to say it."""
    lines: list[Content] = []
    for keys, entry in by_description(active):
        name = entry.binding.description[:1].upper() + entry.binding.description[1:]
        keys_shown = (f"{' '.join(keys):>{KEYS}}  ", "bold $ink-accent")
        about = (entry.binding.tooltip if roomy else "", "$ink-muted")
        lines.append(Content.assemble(keys_shown, f"{name:<{NAMES}}", about))
    return lines


def _meaning(sign: str, meaning: str, *, roomy: bool) -> Content:
    """What something on the screen says, beside it or below it."""
    if roomy:
        return Content.assemble((f"{sign:>{KEYS + 8}}  ", "bold"), (meaning, "$ink-muted"))
    return Content.assemble((sign, "bold"), "\n", (meaning, "$ink-muted"))


def _filters(article: Article, *, roomy: bool) -> list[Content]:
    """How a filter is written, with examples of the article's own."""
    stances = article.stances
    first = stances[0] if stances else None
    examples = [Filter(own=True)]
    if first:
        other = next((stance for stance in stances if stance.actor != first.actor), first)
        examples = [
            Filter(frozenset({first.actor, other.actor}), positions=frozenset({first.position})),
            Filter(issues=frozenset({first.issue}), via=frozenset({None})),
            *examples,
        ]
    write = Vocabulary(article).expression
    key, leave = key_of("reader.filter", FILTERING), key_of("reader.peel", FILTERING)
    rules = (
        f"{key} writes or edits the filter, {leave} lifts it. Of several values any will do, and every key has to be"
        " met. Ids, names and tags are understood, in quotes where they hold blanks. With more asked for than actors,"
        " a paragraph is relevant only where such a position stands."
    )
    return [
        Content.styled(rules, "$ink-muted"),
        *(_meaning(f"{name}:", about, roomy=roomy) for name, about in FILTER_KEYS.items()),
        *(_example(write(example)) for example in examples),
    ]


def _places(article: Article, *, roomy: bool) -> list[Content]:
    """What can be typed to go somewhere."""
    go = key_of("reader.go", FINDING)
    actor, stance = next(iter(article.actors), None), next(iter(article.stances), None)
    places = [
        (f"{go}2", "the second paragraph"),
        *([(f"{go}{actor.id}", f"the actor {actor.name}")] if actor else ()),
        *([(f"{go}{stance.id}", "the words of this position")] if stance else ()),
        (f"{go}filter …", "filter by expression"),
        (f"{go}theme", "any command by its name"),
    ]
    return [_meaning(typed, about, roomy=roomy) for typed, about in places]


def _example(expression: str) -> Content:
    return Content.assemble("  ", (f":filter {expression}", "$ink-accent"))
