"""How a key takes effect: before the next one is looked at, in whatever has the focus by then.

Textual hands a key to the widget that has the focus when it arrives, and looks for its binding only when it has
travelled up to the application: of keys that come at once, those after one that opens a prompt would still be taken
for commands, and a text that is pasted would be lost. Widgets that take keys see to it themselves, so that fast typing
loses nothing.
"""

from __future__ import annotations

from contextlib import suppress
from typing import cast

from textual import events
from textual.app import App
from textual.message_pump import MessagePumpClosed
from textual.screen import Screen
from textual.widget import Widget

Typed = events.Key | events.Paste


async def take(widget: Widget, event: Typed, *, is_text: bool = False) -> bool:
    """Have a key that a widget was given do what it does, and whatever came since the focus left the widget go where
    that is now; False where neither happened, as with what ``is_text``, which the widget takes in by itself."""
    app = cast("App[object]", widget.app)
    holder = app.focused or app.screen
    if isinstance(holder, Screen) and holder is not widget:
        holder.call_later(take, holder, anew(event))  # It may have the focus go to something by then.
    elif holder is not widget:
        holder._forward_event(anew(event))  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]
    elif is_text or isinstance(event, events.Paste) or not await app._check_bindings(event.key):  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]
        return False
    event.stop()
    event.prevent_default()
    return True


def anew(event: Typed) -> Typed:
    """What was typed, as if nobody had seen it yet."""
    return events.Key(event.key, event.character) if isinstance(event, events.Key) else events.Paste(event.text)


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

    async def on_paste(self, event: events.Paste) -> None:
        await take(self, event)

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
