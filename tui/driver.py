"""The terminal as Textual drives it, but read, written to and left without its threads: no key and no frame waits
for one, and whoever quits does not wait for the keyboard. However the program ends or stands still, the terminal is
given back as it was."""

from __future__ import annotations

import os
import signal
import termios
from asyncio import TimerHandle
from codecs import getincrementaldecoder
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from select import select
from types import FrameType

from textual._ansi_sequences import SYNC_END
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.constants import ESCAPE_DELAY
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key, MouseEvent, Paste, Resize
from textual.geometry import Size
from textual.message import Message

from article.clean import clean
from tui.ending import HUNG_UP, Ending
from tui.incoming import ESCAPE, Incoming, Sent
from tui.paint import guard_all

STANDARD_OUTPUT = 1
"""Where to draw: Textual would on standard error, which may be a file of errors."""
PATIENCE = ESCAPE_DELAY + 0.01
"""Seconds after which an escape is a key of its own, and not the beginning of a longer one; a bit more than
Textual's own."""
PATIENCE_WITHIN = 2.0
"""Seconds for which the rest is waited for of what is pasted, or what the terminal says of itself."""
PATIENCE_AT_END = 1.0
"""Seconds for which a terminal that takes nothing more is waited for at the end."""
LARGEST = Size(1_000, 1_000)
"""Columns and rows that are filled of a terminal, however large it says it is."""
MOST_READ = 4096
"""Bytes of one reading; Textual's own."""
POINTING = "\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l"
PIXELS = "\x1b[?1016l"
"""No more positions of the mouse in pixels, which Textual asks for and leaves behind."""
USUAL = (
    "\x1b[?1l\x1b>\x1b[?66l\x1b[>4m\x1b[?1002l\x1b[?1005l\x1b[?2031l"  # arrows, keypad, modifiers, mouse, reports
    "\x1b[4l\x1b[20l\x1b[?5l\x1b[?6l\x1b[?69l\x1b[r\x1b(B\x0f\x1b[0 q"  # writing, colours, margins, letters, cursor
)
"""All as it is at first that an editor may have set and leaves behind when it dies."""
GIVEN_BACK = f"{SYNC_END}\x1b[0m\x1b[?2004l\x1b[?7h\x1b[?2048l{POINTING}{PIXELS}\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"
"""All that gives a terminal back at once; it is what Textual sends step by step."""
TAKEN = f"\x1b[?1049h\x1b[>u{USUAL}"
"""Takes the terminal that another program has left, only to give it back."""


class TerminalDriver(LinuxDriver):
    """Textual's driver for Linux and macOS, on the event loop alone."""

    def __init__(
        self, app: App[object], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        guard_all()
        self._terminal: int | None = None
        """Where to write, while the terminal is the program's; writing to it never waits."""
        self._pending: deque[bytes] = deque()
        """What the terminal has not taken in yet; of the first it may have a part."""
        self._parser = XTermParser(debug)
        self._incoming = Incoming()
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._was_typed_before = False
        """Whether what comes next may have been typed before the program had the terminal."""
        self._rest: TimerHandle | None = None
        self._ending = Ending(self._leave, self.give_back, lambda: not self._auto_restart, self._wake)

    def start_application_mode(self) -> None:
        """Take the terminal, as soon as it is there for this program."""
        if self._is_ours():
            self._leave_terminal()
            self._terminal = _opened(STANDARD_OUTPUT)
            super().start_application_mode()
            self._was_typed_before = True
            signal.signal(signal.SIGWINCH, self._resized)
            self._loop.add_reader(self.fileno, self._read)

    def stop_application_mode(self) -> None:
        """Give it back: what is not begun of frames is not sent any more, so that this comes next."""
        if self._terminal is None:
            return
        if self._is_in_background():  # The shell has set the terminal for itself, and would stop who sets it anew.
            signal.signal(signal.SIGTTOU, signal.SIG_IGN)
            self.attrs_before = None
        while len(self._pending) > 1:
            self._pending.pop()
        self.write(SYNC_END + PIXELS)
        super().stop_application_mode()
        while self._pending and select([], [self._terminal], [], PATIENCE_AT_END)[1]:
            self._drain()
        self._leave_terminal()

    def _leave_terminal(self) -> None:
        if self._terminal is not None:
            self._loop.remove_writer(self._terminal)
            os.close(self._terminal)
        self._terminal = None
        self._pending.clear()

    def give_back(self) -> None:
        """Give the terminal back without the event loop, from any thread, where it is not given back yet."""
        terminal, self._terminal = self._terminal, None
        if terminal is not None:
            self._give_back(terminal, GIVEN_BACK)
        elif not self._auto_restart:
            self._give_back(STANDARD_OUTPUT, TAKEN + GIVEN_BACK)

    def _give_back(self, terminal: int, sequence: str) -> None:
        self._set_as_before()
        blocking = os.get_blocking(terminal)
        os.set_blocking(terminal, False)
        if select([], [terminal], [], PATIENCE)[1]:
            with suppress(OSError):
                os.write(terminal, sequence.encode())
        os.set_blocking(terminal, blocking)

    def _set_as_before(self) -> None:
        """Have the terminal treat what is typed and written as before the program had it."""
        if self.attrs_before is not None and not self._is_in_background():
            with suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)

    def resume_application_mode(self) -> None:
        """Take the terminal back from another program, however that left it."""
        if self._ending.code:
            self._give_back(STANDARD_OUTPUT, TAKEN + GIVEN_BACK)
            return
        self._set_as_before()
        super().resume_application_mode()
        self.write(USUAL)
        self._enable_mouse_support()

    def disable_input(self) -> None:
        """Take in no more keys."""
        if self._terminal is not None:
            self._loop.remove_reader(self.fileno)
            super().disable_input()

    def run_input_thread(self) -> None:
        """What Textual's thread for keys would do is done on the event loop."""

    def send_message(self, message: Message) -> None:
        """Pass on what the terminal told."""
        self._app.post_message(message)

    def _resized(self, *_: object) -> None:
        """Have the size be told. Textual asks for it here: where another signal comes in between, the older size would
        be told last."""
        self._soon(lambda: self._soon(self._tell_size))  # The first size is told in two steps: it goes before.

    def _get_terminal_size(self) -> tuple[int, int]:
        return _cut(Size(*super()._get_terminal_size()))

    def _tell_size(self) -> None:
        if not self._in_band_window_resize:
            size = Size(*self._get_terminal_size())
            self.send_message(Resize(size, size))

    def _read(self) -> None:
        """Take in what was typed."""
        try:
            data = os.read(self.fileno, MOST_READ)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if self._was_typed_before:
            data, self._was_typed_before = data.replace(b"\n", b"\r"), False  # So enter came from the terminal.
        was_in_string = self._incoming.is_in_string
        if data:
            self._take(lambda: self._messages(self._incoming.take(self._decode(data))))
        else:
            self._loop.remove_reader(self.fileno)
            self._end(HUNG_UP)
        if not (was_in_string and self._incoming.is_in_string):  # What somebody types is nothing to wait longer for.
            self._wait(PATIENCE_WITHIN if self._incoming.is_open else PATIENCE)

    def _wait(self, seconds: float) -> None:
        """Wait for more, and then take what has come as all there is."""
        if self._rest:
            self._rest.cancel()
        self._rest = self._loop.call_later(seconds, self._take, self._tick)

    def _messages(self, sent: Iterable[Sent]) -> Iterator[Message]:
        """What the terminal sent as Textual tells of it. What was pasted comes from anywhere: it is clean before any
        widget has it."""
        for text, is_pasted in sent:
            if is_pasted:
                yield Paste(clean(text)[0])
            elif text == ESCAPE:
                yield Key("escape", ESCAPE)
            else:
                yield from self._parser.feed(text)

    def _tick(self) -> Iterator[Message]:
        """An escape that nothing followed is a key; a paste that nothing followed has ended. A key with alt may be the
        beginning of another to Textual."""
        if last := [*self._incoming.stop()]:
            yield from self._messages(last)
            self._wait(PATIENCE)
        yield from self._parser.tick()

    def _take(self, parse: Callable[[], Iterable[Message]]) -> None:
        """Pass on what the terminal told; what Textual cannot read of it is dropped, and reading goes on."""
        try:
            for message in parse():
                if isinstance(message, Resize):
                    message.size = message.virtual_size = _cut(message.size)
                    if not message.size:
                        continue
                elif isinstance(message, MouseEvent) and not self._app.size.contains(int(message.x), int(message.y)):
                    continue  # Nothing is there: Textual would take the focus away from what has it.
                self.process_message(message)
        except Exception:  # the outermost edge: a terminal may send anything
            self._parser = XTermParser(self._debug)

    def write(self, data: str) -> None:
        """Send something to the terminal."""
        self._pending.append(data.encode())
        self._drain()

    def _drain(self) -> None:
        """Write as much as the terminal takes, and the rest when it takes more."""
        if self._terminal is None:
            return
        try:
            while self._pending:
                data = self._pending[0]
                self._pending[0] = data[os.write(self._terminal, data) :]
                if not self._pending[0]:
                    self._pending.popleft()
        except BlockingIOError:
            self._loop.add_writer(self._terminal, self._drain)
            return
        except OSError:
            self._pending.clear()
            self._end(HUNG_UP)
        self._loop.remove_writer(self._terminal)

    def _soon(self, step: Callable[[], object]) -> None:
        """Have the event loop do what a signal asks for; in a handler, anything may be half done."""
        with suppress(RuntimeError):  # It is closed: the program ends already.
            self._loop.call_soon_threadsafe(step)

    def _wake(self) -> None:
        self._soon(lambda: None)

    def _leave(self, code: int) -> None:
        self._soon(lambda: self._end(code))

    def _end(self, code: int) -> None:
        """End the program in good order; where it ends already, that goes on."""
        if not self._app.return_code:
            self._app.exit(return_code=code)

    def _sigtstp_application(self, *_: object) -> None:
        """Textual's handler of the signal to stand still."""
        if self._auto_restart:
            self._soon(self.suspend)
        else:  # Another program has the terminal, and this one waits for it.
            _stand_still(signal.SIGTSTP)

    def _sigcont_application(self, *_: object) -> None:
        """Textual's handler of the signal to go on."""
        if self._auto_restart:
            self._soon(self._come_back)

    def suspend(self, process: int | None = None) -> None:
        """Give the terminal to the shell until that gives it back. By a key, all that the shell started together
        stands still (process 0, as in kill(2)), and only then, as the shell takes the terminal at the first."""
        if self._terminal is None:
            return
        self.suspend_application_mode()
        _stand_still(signal.SIGTSTP, process)
        self._must_signal_resume = True
        self.start_application_mode()

    def _come_back(self) -> None:
        """Go on after a signal that nobody is told of has made the program stand still: the terminal was not given
        back, and how it is now is not how it was."""
        if self._terminal is None or not self._is_ours():
            return
        attributes, self.attrs_before = self.attrs_before, None
        self.suspend_application_mode()
        self._must_signal_resume = True
        self.start_application_mode()
        self.attrs_before = attributes

    def _is_ours(self) -> bool:
        """Wait in the background, as every program does that needs the terminal; False where it is to be left."""
        while not self._ending.code and self._is_in_background():
            if not _stand_still(signal.SIGTTOU):
                self._end(HUNG_UP)  # No shell is left that could give it the terminal.
                return False
        return not self._ending.code

    def _is_in_background(self) -> bool:
        try:
            return os.tcgetpgrp(self.fileno) != os.getpgrp()
        except OSError:  # It is not the terminal of this session, and so in nobody's hands.
            return False


def _cut(size: Size) -> Size:
    return Size(min(size.width, LARGEST.width), min(size.height, LARGEST.height))


def _stand_still(number: signal.Signals, process: int | None = None) -> bool:
    """Stand still by a signal until another says to go on; False where no shell waits for the program, as the system
    then does not let it."""
    gone_on: list[bool] = []

    def go_on(_: int, __: FrameType | None) -> None:
        gone_on.append(True)

    before = {signal.SIGCONT: signal.signal(signal.SIGCONT, go_on), number: signal.signal(number, signal.SIG_DFL)}
    if process is None:
        signal.raise_signal(number)
    else:
        os.kill(process, number)
    for each, handler in before.items():
        signal.signal(each, handler)
    return bool(gone_on)


def _opened(terminal: int) -> int:
    """The terminal once more, opened so that writing to it does not wait; where that cannot be, the same as it is."""
    try:
        return os.open(os.ttyname(terminal), os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    except OSError:
        return os.dup(terminal)
