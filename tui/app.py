"""The application: themes, style sheets and the first screen; nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from textual import events
from textual.app import App
from textual.filter import LineFilter, Monochrome, NoColor

from article.model import Article
from tui.screens.reader import Reader
from tui.theme import INK, THEMES, css_variables
from tui.widgets.too_small import is_too_small

STYLES = Path(str(files("styles")))


class KremlinApp(App[None]):
    """A reader of one article."""

    TITLE = "kremlin-tui"
    COMMANDS = set()  # noqa: RUF012 - the reader brings its own, drawn from its bindings
    CSS_PATH = sorted(STYLES.glob("*.tcss"))

    def __init__(self, article: Article, theme: str | None = None) -> None:
        super().__init__()
        self.animation_level = "none"
        for known in THEMES:
            self.register_theme(known)
        self.theme = theme or INK.name
        self._article = article

    def get_default_screen(self) -> Reader:
        return Reader(self._article)

    def get_css_variables(self) -> dict[str, str]:
        """Textual's variables and ours, which are worked out for whatever theme is in force."""
        variables = super().get_css_variables()
        return variables | css_variables(self.current_theme, variables)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """A terminal too small for the panes is too small for the palette: its list breaks without rows."""
        return action not in ("command_palette", "change_theme") or not is_too_small(self.size)

    def on_resize(self, event: events.Resize) -> None:
        """What lies over the reader goes when there is no room for it."""
        if is_too_small(event.size) and len(self.screen_stack) > 1:
            self.pop_screen()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """With NO_COLOR no colour at all is sent, not shades of grey (https://no-color.org)."""
        return [NoColor() if isinstance(found, Monochrome) else found for found in super().get_line_filters()]
