"""Every key of the program. Key bar, help, palette and hints are drawn from these tables, never retyped."""

from __future__ import annotations

from collections.abc import Iterable

from textual.binding import ActiveBinding, Binding

PANES = {"article": "Article", "actors": "Actors", "positions": "Positions"}
"""The panes by id, in the order of their keys."""
_PANE_KEYS = Binding.Group("Panes", compact=True)

MOVE = [
    Binding("j,down", "move(1)", "Down", show=False, id="move.down", tooltip="The next line, actor or position"),
    Binding("k,up", "move(-1)", "Up", show=False, id="move.up", tooltip="The line, actor or position before"),
    Binding("pagedown", "page(2)", "Page down", show=False, id="move.page-down", tooltip="A screenful on"),
    Binding("pageup", "page(-2)", "Page up", show=False, id="move.page-up", tooltip="A screenful back"),
    Binding("ctrl+d", "page(1)", "Half page down", show=False, id="move.half-down", tooltip="Half a screenful on"),
    Binding("ctrl+u", "page(-1)", "Half page up", show=False, id="move.half-up", tooltip="Half a screenful back"),
    Binding("g,home", "edge(-1)", "Top", show=False, id="move.top", tooltip="The very beginning"),
    Binding("G,end", "edge(1)", "Bottom", show=False, id="move.bottom", tooltip="The very end"),
]
ARTICLE = [
    Binding("enter", "positions", "Positions here", id="article.positions", tooltip="The positions on this paragraph"),
    Binding("space", "page(2)", "Page down", id="article.page-down", tooltip="A screenful on"),
    Binding("b", "page(-2)", "Page up", show=False, id="article.page-up", tooltip="A screenful back"),
]
ACTORS = [
    Binding("space", "pick", "Filter", id="actors.pick", tooltip="Take the actor into the filter, or out of it"),
    Binding("o", "only", "Only", id="actors.only", tooltip="This actor only; again: everyone"),
    Binding("p", "party", "Party", id="actors.party", tooltip="The actor's whole party, in or out"),
    Binding("enter", "positions", "Positions", id="actors.positions", tooltip="Go to the actor's positions"),
]
POSITIONS = [
    Binding("enter", "words", "Go to words", id="positions.words", tooltip="The words this position stands on"),
]
MOVING: list[Binding] = [
    Binding("n,right_square_bracket", "evidence(1)", "Next words", id="reader.next-words", tooltip="The next evidence"),
    Binding(
        "N,left_square_bracket",
        "evidence(-1)",
        "Previous words",
        show=False,
        id="reader.previous-words",
        tooltip="The evidence before",
    ),
    Binding(
        "right_curly_bracket",
        "paragraph(1)",
        "Next paragraph",
        show=False,
        id="reader.next-paragraph",
        tooltip="The next paragraph that is shown in full",
    ),
    Binding(
        "left_curly_bracket",
        "paragraph(-1)",
        "Previous paragraph",
        show=False,
        id="reader.previous-paragraph",
        tooltip="The paragraph before that is shown in full",
    ),
]
"""Ways through the text, and back."""
PANE_KEYS: list[Binding] = [
    Binding("1", "pane('article')", "Article", group=_PANE_KEYS, id="reader.article", tooltip="Go to the text"),
    Binding("2", "pane('actors')", "Actors", group=_PANE_KEYS, id="reader.actors", tooltip="Go to the list of actors"),
    Binding("3", "pane('positions')", "Positions", group=_PANE_KEYS, id="reader.positions", tooltip="Go to positions"),
    Binding("tab", "next_pane(1)", "Next pane", show=False, id="reader.next-pane", tooltip="The pane after this one"),
    Binding(
        "shift+tab",
        "next_pane(-1)",
        "Previous pane",
        show=False,
        id="reader.previous-pane",
        tooltip="The pane before this one",
    ),
]
"""From pane to pane."""
FINDING: list[Binding] = []
"""What is typed: searches, places, filters."""
FILTERING: list[Binding] = [
    Binding("f", "fold", "Fold", id="reader.fold", tooltip="Only the paragraphs the filter finds, or all"),
    Binding("u", "undo", "Undo filter", id="reader.undo", tooltip="Take the last filter change back"),
    Binding(
        "escape", "peel", "Clear", show=False, id="reader.peel", tooltip="Leave zen, lift the filter, unpin the words"
    ),
]
"""What is in focus."""
VIEWS: list[Binding] = [
    Binding("z", "zen", "Zen", id="reader.zen", tooltip="The article alone, or all panes again"),
]
"""Other ways to look at the article."""
FILING: list[Binding] = []
"""The article and the world: copies, the file, the editor."""
SUSPEND = Binding(
    "ctrl+z",
    "app.suspend_process",
    "To the shell",
    show=False,
    priority=True,
    id="reader.suspend",
    tooltip="Back to the shell; fg comes back here",
)
"""It works everywhere, whatever lies over the reader."""
PROGRAM: list[Binding] = [
    Binding("exclamation_mark", "problems", "Problems", id="reader.problems", tooltip="What is wrong with the file"),
    Binding("T", "app.change_theme", "Theme", id="reader.theme", tooltip="Choose another theme"),
    Binding("question_mark,f1", "help", "Keys", id="reader.help", tooltip="The keys that work here"),
    SUSPEND,
    Binding("q", "app.quit", "Quit", id="reader.quit", tooltip="Leave the program"),
]
"""The program itself."""
READER = [*MOVING, *PANE_KEYS, *FINDING, *FILTERING, *VIEWS, *FILING, *PROGRAM]
OPENING = [
    Binding("escape,q,ctrl+c", "app.quit", "Leave", id="opening.leave", tooltip="Leave the program"),
]
PROMPT = [
    Binding("escape", "leave", "Leave", id="prompt.leave", tooltip="Back to where you were"),
]
OVERLAY = [
    Binding("escape,q,question_mark,f1", "close", "Close", id="overlay.close", tooltip="Back to the article"),
    Binding("j,down", "scroll(1)", "Down", show=False, id="overlay.down", tooltip="A line on"),
    Binding("k,up", "scroll(-1)", "Up", show=False, id="overlay.up", tooltip="A line back"),
    Binding("g,home", "edge(-1)", "Top", show=False, id="overlay.top", tooltip="The very beginning"),
    Binding("G,end", "edge(1)", "Bottom", show=False, id="overlay.bottom", tooltip="The very end"),
    Binding("space,pagedown", "scroll(10)", "Page down", show=False, id="overlay.page-down", tooltip="Ten lines on"),
    Binding("b,pageup", "scroll(-10)", "Page up", show=False, id="overlay.page-up", tooltip="Ten lines back"),
]

_SHOWN = {
    "enter": "⏎",
    "escape": "esc",
    "down": "↓",
    "up": "↑",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "right_curly_bracket": "}",
    "left_curly_bracket": "{",
    "question_mark": "?",
    "exclamation_mark": "!",
    "f1": "F1",
}


def shown(key: str) -> str:
    """A key as the screen names it: ``^d`` for ctrl+d, ``⏎`` for enter."""
    if key.startswith("ctrl+"):
        return f"^{key.removeprefix('ctrl+')}"
    return _SHOWN.get(key, key)


def key_of(binding_id: str, table: Iterable[Binding]) -> str:
    """The first key of a binding as the screen names it."""
    return next(shown(binding.key.split(",")[0]) for binding in table if binding.id == binding_id)


def by_description(active: Iterable[ActiveBinding]) -> list[tuple[list[str], ActiveBinding]]:
    """Active bindings with all the keys that do the same, in the order of the tables."""
    found: dict[tuple[str, str], tuple[list[str], ActiveBinding]] = {}
    for entry in active:
        binding = entry.binding
        found.setdefault((binding.action, binding.description), ([], entry))[0].append(shown(binding.key))
    return list(found.values())
