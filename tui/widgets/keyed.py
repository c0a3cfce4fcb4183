"""How a key takes effect: before the next one is looked at, in whatever has the focus by then.

Textual hands a key to the widget that has the focus when it arrives, and looks for its binding only when it has
travelled up to the application: of keys that come at once, those after one that opens a prompt would still be taken
for commands. Widgets that take keys see to it themselves, so that fast typing loses nothing.
"""

from __future__ import annotations

from contextlib import suppress
from typing import cast

from textual import events
from textual.app import App
from textual.message_pump import MessagePumpClosed
from textual.widget import Widget


async def take(widget: Widget, event: events.Key, *, is_text: bool = False) -> None:
    """Have a key that a widget was given do what it does; one that ``is_text`` the widget takes in by itself."""
    app = cast("App[object]", widget.app)
    holder = app.focused or app.screen
    if holder is not widget:
        event.stop()
        event.prevent_default()
        holder._forward_event(events.Key(event.key, event.character))  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]
    elif not is_text and await app._check_bindings(event.key):  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]
        event.stop()
        event.prevent_default()


class Keyed(Widget):
    """A widget that takes no text: each key takes effect like this, and what one that is held down still asks for can
    be done at once."""

    _taken = ""
    """The key that is being taken."""

    async def on_key(self, event: events.Key) -> None:
        self._taken = event.key
        try:
            await take(self, event)
        finally:
            self._taken = ""

    def repeats(self) -> int:
        """How many more times the key comes that is being taken, one right after the other. They are taken out of the
        queue: whoever asks does at once what they do, so that a key that is held down is followed however fast it
        comes."""
        count, key = 0, self._taken
        with suppress(MessagePumpClosed):
            while key and isinstance(waiting := self._peek_message(), events.Key) and waiting.key == key:
                self._pending_message = None
                count += 1
        return count
