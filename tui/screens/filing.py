"""The article and its file: read again, watched, edited, and where the reader was in it kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.geometry import Size
from textual.reactive import reactive
from textual.timer import Timer

from article.model import Article, Stance
from article.reading import Read, Reading
from article.wording import count
from tui.file import POLL, File
from tui.keyboard import key_of
from tui.keys import READER
from tui.projection import Projection
from tui.screens.desk import BRIEF
from tui.screens.filtering import Filtering
from tui.screens.resuming import Resuming
from tui.settings import DEFAULTS, Settings
from tui.widgets.actor_list import ActorList
from tui.widgets.stance_panel import StancePanel

if TYPE_CHECKING:
    from collections.abc import Callable

    from article.problems import Problem


class Filing(Resuming, Filtering):
    """What the reader does with the file."""

    rereading: reactive[bool] = reactive(default=False, repaint=False)
    """Whether the screen says that the file is being read again."""
    refused: reactive[int] = reactive(0, repaint=False)
    """How many problems the file has by now, where it is no article any more; what is shown is how it was."""

    def __init__(
        self,
        article: Article,
        size: Size,
        reading: Reading | None = None,
        file: File | None = None,
        settings: Settings = DEFAULTS,
    ) -> None:
        super().__init__(article, size, reading, file, settings)
        self._again: Reading | Read | None = None
        """The file as it is being read again."""
        self._asked = False
        """Whether the reader asked for that, and is told what came of it."""
        self._troubles: tuple[Problem, ...] = ()
        """Those for which the file is no article any more."""
        self._watching: Timer | None = None

    def on_mount(self) -> None:
        if self._file and self._file.watched:
            self._watch()

    def on_unmount(self) -> None:
        self._stop_rereading()

    # ------------------------------------------------------------------ reading again

    def action_reload(self) -> None:
        if self._file is None or self._file.is_standard_input:
            self._tell("What came through standard input cannot be read again.")
            return
        self._reread(asked=True)

    def _reread(self, *, asked: bool) -> None:
        """Read the file again; what is shown stays until there is something else to show."""
        if self._file is None:
            return
        self._stop_rereading()
        self._asked = asked
        self._again = again = self._file.read()
        if isinstance(again, Reading):
            again.listen(partial(self.call_later, self._take, again))
            self.set_timer(BRIEF, self._tell_rereading)
        self._take(again)

    def _tell_rereading(self) -> None:
        self.rereading = self._again is not None

    def _stop_rereading(self) -> None:
        if isinstance(self._again, Reading):
            self._again.stop()
        self._again = None
        self.rereading = False

    def _take(self, again: Reading | Read) -> None:
        """Show what was read, once there is something."""
        whole, article = again.ended, again.article
        if again is not self._again or not (article or whole):
            return
        self._again = None
        self.rereading = False
        if article is None:
            self._refuse(again)
            return
        was_refused, self.refused, self._troubles = self.refused, 0, ()
        if self._is_shown(article, whole=whole):
            if isinstance(again, Reading):
                again.stop()
            closed = self._renew_what_is_open(self._article)
            came = "The file is an article again." if was_refused else "Nothing has changed."
        else:
            closed = self._renew(article, again if isinstance(again, Reading) and (again.fault or not whole) else None)
            came = "Read again."
        if closed or self._asked:
            self._tell(closed or came)
        self.refresh_bindings()

    def _refuse(self, again: Reading | Read) -> None:
        """Keep the last good article, and say so."""
        if again.fault:
            self._tell(f"The file could not be read again: {again.fault}.")
            return
        stays, self._troubles = self.refused, again.problems
        self.refused = len(again.problems)
        self.refresh_bindings()
        self._renew_what_is_open(self._article)
        from tui.screens.problems import ProblemList

        if isinstance(self.app.screen, ProblemList):
            return
        is_covered = self.app.screen is not self
        if self._state.zen or is_covered or (stays and self._asked):
            number, lists = count(self.refused, "problem"), key_of("reader.problems", READER)
            where = "In the article " if is_covered else ""
            self._tell(f"The file has {number} now; this is how it was before. {where}{lists} lists them.")

    def _is_shown(self, article: Article, *, whole: bool) -> bool:
        """Whether an article is the one on the screen; one that is not ``whole`` has no names yet."""
        mine = self._article
        if whole:
            return mine == article
        same = mine.with_mentions(article.mentions, article.problems) == article
        return same and (self._reading is not None or bool(mine.mentions))

    def _renew(self, article: Article, reading: Reading | None) -> str:
        """Show another article in the place of this one; ``reading`` is where its names come from. What is to be said
        of what was closed."""
        from tui.renewal import renewed

        self._end_search()
        old, self._article = self._article, article
        self._projection = Projection(article)
        if (old.actors, old.parties) != (article.actors, article.parties):
            self._use_theme(self.app.current_theme)
        self._show(renewed(self._state, old, article))
        self._renew_what_is_typed(old)
        closed = self._renew_what_is_open(old)
        if reading:
            self._reading = reading
            reading.listen(partial(self.call_later, self._complete))
            self._complete()
            self.set_timer(BRIEF, self._tell_search)
        return closed

    def _renew_what_is_open(self, before: Article) -> str:
        """What lies over the reader shows the article as it is now. What is to be said of what was closed instead."""
        if self.app.screen is self:
            return ""
        from tui.screens.lasting import renew_all

        return renew_all(self, self.view, before)

    def action_peel(self) -> None:
        if self.rereading:
            self._stop_rereading()
            self._tell("This is how it was before.")
        else:
            super().action_peel()

    # ------------------------------------------------------------------ watching

    def _watch(self) -> None:
        if self._watching is None:
            self._watching = self.set_interval(POLL, self._look)

    def _look(self) -> None:
        """Read the file again when it has changed; one that was edited in a window of its own, once."""
        if self._file and self._again is None and self._file.has_changed():
            if self._watching and not self._file.watched:
                self._watching.stop()
                self._watching = None
            self._reread(asked=False)

    # ------------------------------------------------------------------ editing

    def action_edit(self) -> None:
        self._edit(self._line_here)

    def edit_stance(self, stance: Stance) -> None:
        """Edit the file at a stance."""
        self._edit(lambda: stance.place.line)

    def edit_actor(self, actor: str) -> None:
        """Edit the file at an actor."""
        self._edit(partial(self._line_of, self._state.caret.paragraph, actor))

    def edit_paragraph(self, paragraph: int) -> None:
        """Edit the file at a paragraph."""
        self._edit(partial(self._line_of, paragraph))

    def _edit(self, line_here: Callable[[], int | None]) -> None:
        from tui.screens.editing import edit

        if self._file is None:
            return
        self._keep_now()  # While an editor has the terminal, a signal ends the program at once.
        done = edit(self.app.suspend, self._file, line_here)
        if done.told:
            self._tell(done.told)
        if done.returned_early:
            self._watch()
        if done.began:
            self._reread(asked=False)

    def _line_here(self) -> int | None:
        """The line of what is under the cursor: a position, an actor, a paragraph."""
        if self.front == "positions" and (stance := self.query_one(StancePanel).stance):
            return stance.place.line
        actor = self.query_one(ActorList).here if self.front == "actors" else None
        return self._line_of(self._state.caret.paragraph, actor)

    def _line_of(self, paragraph: int, actor: str | None = None) -> int | None:
        """The line of an actor, or else of a paragraph, in the file as it is now."""
        from tui.screens.editing import line_of

        path = self._file.path if self._file else None
        return line_of(path, paragraph, actor) if path else None

    # ------------------------------------------------------------------ problems

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Those of the file as it is now."""
        return self._troubles or self._article.problems

    def action_problems(self) -> None:
        from tui.screens.problems import ProblemList

        self.app.push_screen(ProblemList(self._article.source, self.problems), self._leave_problems)

    def _leave_problems(self, wanted: int | None) -> None:
        """Go on as was wanted in the list: with the editor at a line, with another reading (0), with neither."""
        if wanted:
            self._edit(lambda: wanted)
        elif wanted == 0:
            self.action_reload()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that would do nothing are not offered."""
        if action == "problems":
            return bool(self.problems)
        return super().check_action(action, parameters)
