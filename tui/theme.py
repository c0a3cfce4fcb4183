"""The themes, and the colours of actors and positions on any theme. No colour is named elsewhere.

Two channels that never mix: the actor is the text colour, the position is the filled badge.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, partial
from typing import NamedTuple

from rich.style import Style
from textual.color import Color
from textual.theme import Theme

from article.model import Article, Position
from tui.oklch import contrast, oklch

INK = Theme(
    name="ink",
    primary="#e6b964",
    secondary="#8aa9f0",
    accent="#e6b964",
    foreground="#dcd7cb",
    background="#11141a",
    surface="#161b22",
    panel="#1d222b",
    warning="#e6b964",
    error="#e5786d",
    success="#7fb77e",
    dark=True,
)
PAPER = Theme(
    name="paper",
    primary="#9a4b12",
    secondary="#2d5b91",
    accent="#9a4b12",
    foreground="#2a2722",
    background="#faf6ec",
    surface="#f3ecdd",
    panel="#eae1cd",
    warning="#9a4b12",
    error="#a8322a",
    success="#3d6b3c",
    dark=False,
)
THEMES = (INK, PAPER)

READABLE = 5.0
"""Contrast of a name or a secondary text with every ground it may stand on; WCAG AA asks for 4.5."""
DIMMED = 4.5
"""Contrast of what a filter sets back: still readable."""

FOUND = 0.4
"""Share of the accent in the ground of what a search found, as far as the text stays readable."""

_PARTY_HUES = (235.0, 65.0, 155.0, 345.0, 290.0, 110.0, 25.0, 195.0)
"""Degrees; far apart first, so that a story of two or three sides is easy on the eye."""
_FAN = 24.0
"""Degrees between two actors of a party."""
_ANSI_HUES = ("cyan", "yellow", "green", "magenta", "blue", "red")
_BADGES_DARK = {
    Position.SUPPORT: ("#cfe8fa", "#174d70"),
    Position.OPPOSE: ("#ffdccb", "#733012"),
    Position.MIXED: ("#fff4c4", "#746321"),
    Position.NEUTRAL: ("#d5dae3", "#2f353f"),
    Position.UNCLEAR: ("#e6daf2", "#4b3a63"),
}
_BADGES_LIGHT = {
    Position.SUPPORT: ("#0d3a57", "#b9dcf3"),
    Position.OPPOSE: ("#5c230a", "#f5bfa2"),
    Position.MIXED: ("#4a3d05", "#f5e38d"),
    Position.NEUTRAL: ("#35322c", "#d8d4c9"),
    Position.UNCLEAR: ("#3c2a55", "#dccbee"),
}


def theme_names() -> list[str]:
    """All themes there are, ours and Textual's."""
    from textual.theme import BUILTIN_THEMES

    return sorted({*BUILTIN_THEMES, *(theme.name for theme in THEMES)})


def css_variables(theme: Theme, generated: Mapping[str, str]) -> dict[str, str]:
    """The variables that the style sheets use beside Textual's own: ``ink`` texts by their weight,
    ``raised`` and ``lit`` grounds, ``rule`` for lines."""
    if theme.ansi:
        return {
            "ink": "ansi_default",
            "ink-muted": "ansi_default",
            "ink-dimmed": "ansi_default",
            "ink-accent": f"ansi_{_ANSI_HUES[1] if theme.dark else _ANSI_HUES[4]}",
            "ink-error": "ansi_red",
            "rule": "ansi_default",
            "side": "ansi_default",
            "bar": "ansi_default",
            "lit": "ansi_default",
            "found": "ansi_default",
            "raised": "ansi_default",
        }
    ground = Ground.of(theme, generated)
    foreground, background = ground.foreground, ground.background
    readable = partial(_walked, grounds=ground.all, ratio=READABLE, dark=ground.dark)
    return {
        "ink": readable(foreground).hex,
        "ink-muted": readable(background.blend(foreground, 0.55)).hex,
        "ink-dimmed": _walked(background.blend(foreground, 0.42), [background], DIMMED, dark=ground.dark).hex,
        "ink-accent": readable(Color.parse(generated["accent"])).hex,
        "ink-error": readable(Color.parse(generated["error"])).hex,
        "rule": background.blend(foreground, 0.22).hex,
        "side": ground.side.hex,
        "bar": ground.bar.hex,
        "lit": ground.lit.hex,
        "found": _tinted(background, Color.parse(generated["accent"]), FOUND, readable(foreground)).hex,
        "raised": ground.raised.hex,
    }


class Ground(NamedTuple):
    """What text may stand on: the page, the side panes, the bars, cards lit and raised."""

    background: Color
    foreground: Color
    side: Color
    bar: Color
    lit: Color
    raised: Color
    dark: bool

    @classmethod
    def of(cls, theme: Theme, generated: Mapping[str, str]) -> Ground:
        background = Color.parse(generated["background"])
        foreground = Color.parse(generated["foreground"])
        return cls(
            background=background,
            foreground=foreground,
            side=background.blend(foreground, 0.025),
            bar=background.blend(foreground, 0.06),
            lit=background.blend(foreground, 0.055),
            raised=background.blend(foreground, 0.11),
            dark=theme.dark,
        )

    @property
    def all(self) -> tuple[Color, ...]:
        """Everything that text may stand on."""
        return self.background, self.side, self.bar, self.lit, self.raised


def _walked(color: Color, grounds: Iterable[Color], ratio: float, *, dark: bool) -> Color:
    """The colour, moved towards white (on dark) or black until it has the contrast with every ground."""
    grounds = tuple(grounds)
    goal = Color(255, 255, 255) if dark else Color(0, 0, 0)
    for step in range(41):
        walked = color.blend(goal, step / 40)
        if all(contrast(walked, ground) >= ratio for ground in grounds):
            return walked
    return goal


def _tinted(background: Color, color: Color, share: float, text: Color) -> Color:
    """The ground with a share of a colour in it, as much of it as leaves the text readable."""
    while contrast(text, tinted := background.blend(color, share)) < DIMMED and share > 0:
        share -= 0.01
    return tinted


class ActorInk(NamedTuple):
    """An actor's styles: its name, its words, its words pinned, and the chip that bears its tag."""

    name: Style
    words: Style
    pinned: Style
    chip: Style


class Seat(NamedTuple):
    """Where an actor sits: with which party, how far from the middle of it, among how many."""

    party: int
    place: float
    members: int


class ActorInks(Mapping[str, ActorInk]):
    """The styles of every actor, by id; each actor's are mixed when they are first asked for."""

    def __init__(self, article: Article, mix: Callable[[Seat], ActorInk]) -> None:
        self._mix = mix
        self._mixed: dict[str, ActorInk] = {}
        self._seats = {
            actor.id: Seat(party, place - (len(members) - 1) / 2, len(members))
            for party, (_, members) in enumerate(article.by_party)
            for place, actor in enumerate(members)
        }

    def __getitem__(self, actor: str) -> ActorInk:
        if actor not in self._mixed:
            self._mixed[actor] = self._mix(self._seats[actor])
        return self._mixed[actor]

    def __iter__(self) -> Iterator[str]:
        return iter(self._seats)

    def __len__(self) -> int:
        return len(self._seats)


class Palette:
    """The colours of one article's actors and of the positions, on one theme.

    ``ground`` is None on a terminal without colour, or with its own sixteen only: there bold,
    underline and reverse say what fills would.
    """

    def __init__(self, article: Article, theme: Theme, generated: Mapping[str, str], *, colour: bool) -> None:
        self.article = article
        self.theme = theme
        self.ground = Ground.of(theme, generated) if colour and not theme.ansi else None

    @cached_property
    def actors(self) -> ActorInks:
        """The styles of every actor, by id."""
        return ActorInks(self.article, self._ink)

    @cached_property
    def badges(self) -> dict[Position, Style]:
        """The fill of every position's badge."""
        if self.ground is None:
            return dict.fromkeys(Position, Style(bold=True, reverse=True))
        badges = _BADGES_DARK if self.ground.dark else _BADGES_LIGHT
        return {position: Style(color=text, bgcolor=fill, bold=True) for position, (text, fill) in badges.items()}

    def _ink(self, seat: Seat) -> ActorInk:
        if self.ground is None:
            name = Style(color=_ANSI_HUES[seat.party % len(_ANSI_HUES)], bold=True)
            pinned = Style(color="default", bgcolor="default", bold=True, reverse=True)
            return ActorInk(name, Style(underline=True), pinned, name + Style(reverse=True))
        ground = self.ground
        own = oklch(0.76 if ground.dark else 0.46, 0.12, self._hue(seat))
        color = _walked(own, ground.all, READABLE, dark=ground.dark)
        text = _walked(ground.foreground, ground.all, READABLE, dark=ground.dark)
        words = _tinted(ground.background, color, 0.15, text)
        pinned = ground.background.blend(color, 0.36 if ground.dark else 0.24)
        pinned_text = _walked(ground.foreground, [pinned], READABLE, dark=ground.dark)
        return ActorInk(
            name=Style(color=color.rich_color),
            words=Style(bgcolor=words.rich_color),
            pinned=Style(color=pinned_text.rich_color, bgcolor=pinned.rich_color, bold=True, underline=True),
            chip=Style(color=ground.background.rich_color, bgcolor=color.rich_color, bold=True),
        )

    def _hue(self, seat: Seat) -> float:
        """The party's hue, fanned; a large party keeps to its own part of the circle."""
        bases = self._bases
        base = bases[seat.party]
        nearest = min((_apart(base, other) for party, other in enumerate(bases) if party != seat.party), default=360)
        fan = min(_FAN, 0.8 * nearest / seat.members)
        return (base + seat.place * fan) % 360

    @cached_property
    def _bases(self) -> tuple[float, ...]:
        """A hue for each party: the chosen ones, or, of more parties than these, equal parts of the circle."""
        parties = len(self.article.by_party)
        if parties <= len(_PARTY_HUES):
            return _PARTY_HUES[:parties]
        return tuple(360 * party / parties for party in range(parties))


def _apart(one: float, other: float) -> float:
    """Degrees between two hues, the shorter way round."""
    return abs((one - other + 180) % 360 - 180)
