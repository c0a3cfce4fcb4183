"""What stands where on a screen, and what of it has to be painted."""

from __future__ import annotations

from textual import screen
from textual._compositor import Compositor, CompositorMap, ReflowResult
from textual.geometry import Size
from textual.widget import Widget


class Composing(Compositor):
    """Textual's, but what has gone or moved is painted over in any case, and a screen is as large as the terminal.

    Textual compares with the places it has found last, and whoever asks for the place of a widget before all is laid
    out anew has it find them: a notice that had gone stayed on the screen. And it lays a screen out in each size it
    is told of, and tells the screen of that: of two sizes told at once each brought the other back, without an end."""

    def __init__(self) -> None:
        super().__init__()
        self._laid_out: CompositorMap = {}
        """The places when all was laid out last, and so what is painted."""

    def reflow(self, parent: Widget, size: Size) -> ReflowResult:  # noqa: ARG002
        self._full_map = self._laid_out
        result = super().reflow(parent, parent.app.size)
        self._laid_out = self._full_map
        return result

    def clear(self) -> None:
        super().clear()
        self._laid_out.clear()


def compose_all() -> None:
    """Have every screen composed like this, Textual's own too."""
    screen.Compositor = Composing  # pyright: ignore[reportPrivateImportUsage]
