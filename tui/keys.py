"""Every key of the program. Key bar, help, palette and hints are drawn from these tables, never retyped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextvars import ContextVar
from typing import NamedTuple

from textual.binding import ActiveBinding, Binding

PANES = {"article": "Article", "actors": "Actors", "positions": "Positions"}
"""The panes by id, in the order of their keys."""
_PANE_KEYS = Binding.Group("Panes", compact=True)
VIEW_NAMES = {"read": "Read", "matrix": "Matrix", "compare": "Compare"}
"""The views of an article by name, in the order of their keys."""
_VIEW_KEYS = Binding.Group("View", compact=True)

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
    Binding(
        "ctrl+o,alt+left", "back", "Back", show=False, id="reader.back", tooltip="Where you were before the last jump"
    ),
    Binding("alt+right", "forward", "Forward", show=False, id="reader.forward", tooltip="Where you went back from"),
    Binding("ctrl+b", "mark", "Mark", show=False, id="reader.mark", tooltip="Mark this place with a letter, or unmark"),
    Binding(
        "apostrophe", "marks", "Marks", show=False, id="reader.marks", tooltip="Go to a mark; twice: before the jump"
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
    Binding("r", "view('read')", "Read", group=_VIEW_KEYS, id="reader.read", tooltip="The article itself"),
    Binding("m", "view('matrix')", "Matrix", group=_VIEW_KEYS, id="reader.matrix", tooltip="Who stands where on what"),
    Binding(
        "c", "view('compare')", "Compare", group=_VIEW_KEYS, id="reader.compare", tooltip="Two actors side by side"
    ),
    Binding("i", "detail", "Detail", id="reader.detail", tooltip="Everything the file says of this position"),
    Binding("t", "outline", "Outline", id="reader.outline", tooltip="All paragraphs, and whose evidence stands where"),
    Binding("z", "zen", "Zen", id="reader.zen", tooltip="The article alone, or all panes again"),
    Binding("plus", "widen(1)", "Wider", show=False, id="reader.wider", tooltip="A wider column of text"),
    Binding("minus,underscore", "widen(-1)", "Narrower", show=False, id="reader.narrower", tooltip="A narrower column"),
    Binding("equals_sign", "widen(0)", "Usual width", show=False, id="reader.usual-width", tooltip="The column as set"),
]
"""Other ways to look at the article."""
FILING: list[Binding] = [
    Binding("y", "copy('text')", "Copy", id="reader.copy", tooltip="The words with their source, or the paragraph"),
    Binding(
        "Y",
        "copy('Markdown')",
        "Copy as Markdown",
        show=False,
        id="reader.copy-markdown",
        tooltip="The same in Markdown",
    ),
    Binding("e", "edit", "Edit", show=False, id="reader.edit", tooltip="Open the file in $VISUAL or $EDITOR, here"),
    Binding("ctrl+r", "reload", "Reload", show=False, id="reader.reload", tooltip="Read the file again"),
]
"""The article and the world: copies, the file, the editor."""
PROGRAM: list[Binding] = [
    Binding("exclamation_mark", "problems", "Problems", id="reader.problems", tooltip="What is wrong with the file"),
    Binding("T", "app.change_theme", "Theme", id="reader.theme", tooltip="Choose another theme"),
    Binding("question_mark,f1", "help", "Keys", id="reader.help", tooltip="The keys that work here"),
    Binding("q", "app.quit", "Quit", id="reader.quit", tooltip="Leave the program"),
]
"""The program itself."""
READER = [*MOVING, *PANE_KEYS, *FINDING, *FILTERING, *VIEWS, *FILING, *PROGRAM]
TABLE = [
    Binding("r", "view('read')", "Read", group=_VIEW_KEYS, id="table.read", tooltip="Back to where you were reading"),
    Binding("m", "view('matrix')", "Matrix", group=_VIEW_KEYS, id="table.matrix", tooltip="Who stands where on what"),
    Binding("c", "view('compare')", "Compare", group=_VIEW_KEYS, id="table.compare", tooltip="Two actors side by side"),
    Binding("escape", "view('read')", "Leave", show=False, id="table.leave", tooltip="Back to where you were reading"),
    Binding("T", "app.change_theme", "Theme", id="table.theme", tooltip="Choose another theme"),
    Binding("question_mark,f1", "help", "Keys", id="table.help", tooltip="The keys that work here"),
    Binding("q", "app.quit", "Quit", id="table.quit", tooltip="Leave the program"),
]
"""What works in every view but the reader."""
MATRIX = [
    Binding("enter", "words", "Go to words", id="matrix.words", tooltip="The words that the cell stands on"),
    Binding("n,tab", "taken(1)", "Next position", id="matrix.next", tooltip="The next in the cell, or in another one"),
    Binding(
        "N,shift+tab",
        "taken(-1)",
        "Previous position",
        show=False,
        id="matrix.previous",
        tooltip="The one before in the cell, or in another one",
    ),
    Binding("h,left", "issue(-1)", "Left", show=False, id="matrix.left", tooltip="The issue before"),
    Binding("l,right", "issue(1)", "Right", show=False, id="matrix.right", tooltip="The next issue"),
    Binding("0", "outermost(-1)", "First issue", show=False, id="matrix.first", tooltip="The first column"),
    Binding("dollar_sign", "outermost(1)", "Last issue", show=False, id="matrix.last", tooltip="The last column"),
]
COMPARE = [
    Binding("enter", "words", "Go to words", id="comparison.words", tooltip="The words it stands on"),
    Binding("left_square_bracket", "left(1)", "Change left", id="comparison.left", tooltip="Another actor at the left"),
    Binding("right_square_bracket", "right(1)", "Change right", id="comparison.right", tooltip="Another at the right"),
    Binding(
        "left_curly_bracket", "left(-1)", "Left back", show=False, id="comparison.left-back", tooltip="The one before"
    ),
    Binding(
        "right_curly_bracket",
        "right(-1)",
        "Right back",
        show=False,
        id="comparison.right-back",
        tooltip="The one before",
    ),
    Binding("tab,shift+tab", "side", "Other side", id="comparison.side", tooltip="To the other actor's position"),
    Binding("n", "several(1)", "Next of several", show=False, id="comparison.next", tooltip="Where there are several"),
    Binding(
        "N", "several(-1)", "Back in several", show=False, id="comparison.previous", tooltip="Where there are several"
    ),
]
OPENING = [
    Binding("escape,q,ctrl+c", "app.quit", "Leave", id="opening.leave", tooltip="Leave the program"),
]
PROBLEMS = [
    Binding("j,down", "step(1)", "Next problem", show=False, id="problems.next", tooltip="The problem after this one"),
    Binding("k,up", "step(-1)", "Problem before", show=False, id="problems.back", tooltip="The one before this one"),
    Binding("space,pagedown", "page(1)", "Page down", show=False, id="problems.page-down", tooltip="A screenful on"),
    Binding("b,pageup", "page(-1)", "Page up", show=False, id="problems.page-up", tooltip="A screenful back"),
    Binding("g,home", "edge(-1)", "First", show=False, id="problems.top", tooltip="The first problem"),
    Binding("G,end", "edge(1)", "Last", show=False, id="problems.bottom", tooltip="The last problem"),
]
MENDING = [
    Binding("ctrl+r", "reload", "Reload", id="mending.reload", tooltip="Read the file again"),
    Binding("e", "edit", "Edit", id="mending.edit", tooltip="Open the file at this problem in $VISUAL or $EDITOR"),
]
"""What is done about problems."""
PROBLEM_LIST = [
    Binding("escape,q,exclamation_mark", "close", "Close", id="problem-list.close", tooltip="Back to the article"),
]
BAD_FILE = [
    Binding("q", "leave", "Quit", id="bad-file.leave", tooltip="Leave the program"),
    Binding("ctrl+c", "leave", "Quit", show=False, id="bad-file.interrupt", tooltip="Leave the program"),
]
MARKS = [
    Binding("escape", "leave", "Leave", id="marks.leave", tooltip="Back to where you were"),
    Binding("j,down", "move(1)", "Down", show=False, id="marks.down", tooltip="The mark after"),
    Binding("k,up", "move(-1)", "Up", show=False, id="marks.up", tooltip="The mark before"),
    Binding("enter,ctrl+b", "choose", "Go there", id="marks.choose", tooltip="Go to the mark under the cursor"),
]
"""The list of marks. Letters that name a mark are no bindings."""
PROMPT = [
    Binding("escape", "leave", "Leave", id="prompt.leave", tooltip="Back to where you were"),
]
OUTLINE = [
    Binding("enter", "go", "Go there", id="outline.go", tooltip="Read on from this paragraph"),
    Binding("space", "page(2)", "Page down", show=False, id="outline.page-down", tooltip="A screenful on"),
    Binding("b", "page(-2)", "Page up", show=False, id="outline.page-up", tooltip="A screenful back"),
    Binding("escape,t,q", "close", "Close", id="outline.close", tooltip="Back to where you were"),
    Binding("question_mark,f1", "help", "Keys", id="outline.help", tooltip="The keys that work here"),
]
DETAIL = [
    Binding(
        "enter", "follow", "Follow", id="detail.follow", tooltip="To the words, or to the position that is related"
    ),
    Binding("escape,i,q", "close", "Close", id="detail.close", tooltip="Back to the article"),
    Binding("w", "words", "Go to words", id="detail.words", tooltip="The words this position stands on"),
    Binding("backspace,ctrl+o,alt+left", "back", "Back", id="detail.back", tooltip="To the position you came from"),
    Binding("y", "copy('text')", "Copy", id="detail.copy", tooltip="The words with their source"),
    Binding(
        "Y",
        "copy('Markdown')",
        "Copy as Markdown",
        show=False,
        id="detail.copy-markdown",
        tooltip="The same in Markdown",
    ),
    Binding("n,right_square_bracket", "next(1)", "Next", id="detail.next", tooltip="The next position of the panel"),
    Binding(
        "N,left_square_bracket", "next(-1)", "Previous", show=False, id="detail.previous", tooltip="The position before"
    ),
    Binding("space", "page(2)", "Page down", show=False, id="detail.page-down", tooltip="A screenful on"),
    Binding("b", "page(-2)", "Page up", show=False, id="detail.page-up", tooltip="A screenful back"),
    Binding("question_mark,f1", "help", "Keys", id="detail.help", tooltip="The keys that work here"),
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

SCREENS: Mapping[str, Sequence[Sequence[Binding]]] = {
    "the article": (MOVE, ARTICLE, READER),
    "the actors": (MOVE, ACTORS, READER),
    "the positions": (MOVE, POSITIONS, READER),
    "what takes long to open": (OPENING,),
    "what is typed": (PROMPT,),
    "what lies over the reader": (OVERLAY,),
}
"""The tables that are in force together, by where they are."""
SECTIONS: Mapping[str, Sequence[Binding]] = {
    "In the article": ARTICLE,
    "In the actors": ACTORS,
    "In the positions": POSITIONS,
    "Up and down": MOVE,
    "Through the text": MOVING,
    "From pane to pane": PANE_KEYS,
    "Finding": FINDING,
    "In focus": FILTERING,
    "Views": VIEWS,
    "The article and the world": FILING,
    "The program": PROGRAM,
    "While something is typed": PROMPT,
    "In what lies over the reader": OVERLAY,
    "While a file is read": OPENING,
}
"""Every table by what it is for; help, the manual page and the example of settings are drawn from these."""

_SHOWN = {
    "enter": "⏎",
    "escape": "esc",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "alt+left": "alt+←",
    "alt+right": "alt+→",
    "right": "→",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "exclamation_mark": "!",
    "quotation_mark": '"',
    "number_sign": "#",
    "dollar_sign": "$",
    "percent_sign": "%",
    "ampersand": "&",
    "apostrophe": "'",
    "left_parenthesis": "(",
    "right_parenthesis": ")",
    "asterisk": "*",
    "plus": "+",
    "comma": ",",
    "minus": "-",
    "full_stop": ".",
    "slash": "/",
    "colon": ":",
    "semicolon": ";",
    "less_than_sign": "<",
    "equals_sign": "=",
    "greater_than_sign": ">",
    "question_mark": "?",
    "at": "@",
    "left_square_bracket": "[",
    "backslash": "\\",
    "right_square_bracket": "]",
    "circumflex_accent": "^",
    "underscore": "_",
    "grave_accent": "`",
    "left_curly_bracket": "{",
    "vertical_line": "|",
    "right_curly_bracket": "}",
    "tilde": "~",
}
"""How keys are named that are not named as Textual does."""


class Keymap(NamedTuple):
    """The keys that were set in place of those of the tables, and how keys are named."""

    keys: Mapping[str, str] = {}
    """Keys as Textual names them, with commas between them, by the id of their binding."""
    spelt: bool = False
    """Whether keys that have signs are named in letters."""


_AS_IN_THE_TABLES = Keymap()
_in_force: ContextVar[Keymap] = ContextVar("keymap", default=_AS_IN_THE_TABLES)


def use(keymap: Keymap) -> None:
    """Name keys by this keymap from now on, in this program and all that it starts."""
    _in_force.set(keymap)


def keys_of(binding: Binding) -> list[str]:
    """The keys of a binding that are in force, as Textual names them."""
    return (_in_force.get().keys.get(binding.id or "") or binding.key).split(",")


def shown(key: str) -> str:
    """A key as the screen names it: ``^d`` for ctrl+d, ``⏎`` for enter."""
    modifier, plus, bare = key.rpartition("+")
    if modifier == "ctrl":
        return f"^{shown(bare)}"
    if plus:
        return f"{modifier}+{shown(bare)}"
    if len(key) > 1 and key[0] == "f" and key[1:].isdigit():
        return key.upper()
    sign = _SHOWN.get(key, key)
    return key if _in_force.get().spelt and not sign.isascii() else sign


def written(key: str) -> str:
    """A key as people write it, in ASCII: ``?``, ``ctrl+d``, ``enter``."""
    sign = shown(key)
    return sign if len(sign) == 1 and sign.isascii() else key


def named(sign: str) -> str:
    """The key that the screen shows so, as Textual names it."""
    return next((key for key, shown_as in _SHOWN.items() if shown_as == sign), sign)


def key_of(binding_id: str, table: Iterable[Binding]) -> str:
    """The first key of a binding as the screen names it."""
    return next(shown(keys_of(binding)[0]) for binding in table if binding.id == binding_id)


def pressed(binding_id: str, table: Iterable[Binding]) -> str:
    """The first key of a binding as Textual knows it, for what is clicked instead of typed."""
    return next(keys_of(binding)[0] for binding in table if binding.id == binding_id)


def by_description(active: Iterable[ActiveBinding]) -> list[tuple[list[str], ActiveBinding]]:
    """Active bindings with all the keys that do the same, in the order of the tables."""
    found: dict[tuple[str, str], tuple[list[str], ActiveBinding]] = {}
    for entry in active:
        binding = entry.binding
        keys, _ = found.setdefault((binding.action.removeprefix("app."), binding.description), ([], entry))
        if shown(binding.key) not in keys:
            keys.append(shown(binding.key))
    return list(found.values())
