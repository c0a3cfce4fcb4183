"""What is typed after ``:``: a place in the text, an actor, a position, a filter, or a command by its name."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple

from article.clean import one_line, quoted
from article.filter_completion import completions
from article.filter_language import Names, Vocabulary
from article.wording import count
from tui.commands import Command, commands
from tui.signs import badge

if TYPE_CHECKING:
    from tui.screens.reader import Reader

FILTER = "filter"
"""The word before an expression."""
_NUMBER = re.compile("¶? *([0-9]{1,9})")


class Destination(NamedTuple):
    """Where what was typed leads, and how that is told while it is typed."""

    told: str
    go: Callable[[], object] | None = None
    """None where it leads nowhere."""


class Going:
    """Finds where it leads."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._article = reader.article
        self.vocabulary = Vocabulary(reader.article)

    def destination(self, typed: str) -> Destination:
        """Where a text leads: exact ids and names go before beginnings of names."""
        text = one_line(typed).strip()
        if not text:
            return Destination("")
        if number := _NUMBER.fullmatch(text):
            return self._to_paragraph(int(number[1]))
        word, _, rest = text.partition(" ")
        if word.casefold() == FILTER:
            return self._to_filter(rest)
        for look in (Names.named, Names.found):
            for names, lead in ((self._stances, self._to_stance), (self.vocabulary.actors, self._to_actor)):
                if found := look(names, text):
                    return lead(min(found))
            if found := look(self._commands, text):
                return self._to_command(min(found))
        every = (self.vocabulary.actors, self._stances, self._commands)
        near = next((name for names in every if (name := names.nearest(text))), "")
        return Destination(f"Nothing is called {quoted(text)}.{near and f' Did you mean {near}?'}")

    def completions(self, typed: str) -> list[str]:
        """What a text may become: the word before an expression, names, or an expression that goes on."""
        text = typed.lstrip()
        word, space, rest = text.partition(" ")
        if space and word.casefold() == FILTER:
            return [f"{FILTER} {expression}" for expression in completions(self.vocabulary, rest)]
        if not text:
            return []
        every = (self.vocabulary.actors, self._stances, self._commands)
        words = [f"{FILTER} "] if FILTER.startswith(text.casefold()) else []
        return [*words, *(name for names in every for name in names.beginning(text))]

    @cached_property
    def _stances(self) -> Names:
        return Names("position", ((stance.id, ()) for stance in self._article.stances))

    @cached_property
    def _commands(self) -> Names:
        return Names("command", ((name.casefold(), (name,)) for name in self._by_name))

    @cached_property
    def _by_name(self) -> dict[str, Command]:
        return {command.name: command for command in commands(self._reader)}

    def _to_paragraph(self, number: int) -> Destination:
        for index, paragraph in enumerate(self._article.paragraphs):
            if paragraph.number == number:
                return Destination(f"paragraph {number}", partial(self._reader.go_to_paragraph, index))
        most = max((paragraph.number or 0 for paragraph in self._article.paragraphs), default=0)
        return Destination(f"The paragraphs are numbered from 1 to {most}." if most else "No paragraph has a number.")

    def _to_stance(self, id_: str) -> Destination:
        stance = self._article.stance[id_]
        actor, issue = self._article.actor[stance.actor], self._article.issue[stance.issue]
        told = f"{actor.label}:{badge(stance).rstrip().lower()} {issue.label}"
        return Destination(told, partial(self._reader.go_to_stance, stance))

    def _to_actor(self, id_: str) -> Destination:
        return Destination(self._article.actor[id_].name, partial(self._reader.go_to_actor, id_))

    def _to_command(self, name: str) -> Destination:
        command = next(command for known, command in self._by_name.items() if known.casefold() == name)
        return Destination(command.name, command.call)

    def _to_filter(self, expression: str) -> Destination:
        understood = self.vocabulary.understood(expression)
        if understood.problems:
            return Destination(understood.problems[0])
        chosen = understood.chosen
        left = sum(map(chosen.admits, self._article.stances))
        told = f"{left} of {count(len(self._article.stances), 'position')}" if chosen else "no filter"
        return Destination(told, partial(self._reader.filter_by, chosen))
