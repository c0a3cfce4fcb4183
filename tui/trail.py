"""The jump list: where the reader came from, and where going back started."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui.state import Caret

LONGEST = 200
"""Places that are kept on either side."""


class Trail(NamedTuple):
    """Places before this one and after it, as a browser has them: whoever goes back and takes another way
    leaves no way forward."""

    behind: tuple[Caret, ...] = ()
    """Where jumps came from, the latest last."""
    ahead: tuple[Caret, ...] = ()
    """Where going back came from, the latest last."""

    def left(self, here: Caret) -> Trail:
        """That of a reader who jumps away from ``here``; of the same paragraph only the latest place is kept."""
        known = self.behind[-1:]
        return Trail(_with(self.behind[:-1] if known and known[0].paragraph == here.paragraph else self.behind, here))

    def back(self, here: Caret) -> tuple[Caret, Trail] | None:
        """The place before, and the trail there; None where there is none."""
        behind = _without(self.behind, here)
        return (behind[-1], Trail(behind[:-1], _with(self.ahead, here))) if behind else None

    def forward(self, here: Caret) -> tuple[Caret, Trail] | None:
        """The place from which the reader went back, and the trail there; None where there is none."""
        ahead = _without(self.ahead, here)
        return (ahead[-1], Trail(_with(self.behind, here), ahead[:-1])) if ahead else None


def _with(places: tuple[Caret, ...], place: Caret) -> tuple[Caret, ...]:
    return (*places, place)[-LONGEST:]


def _without(places: tuple[Caret, ...], place: Caret) -> tuple[Caret, ...]:
    """Without the last ones where they are this place itself: going there would not move."""
    while places and places[-1] == place:
        places = places[:-1]
    return places
