"""The keys of the reader; those of other screens stand in ``tui/screen_keys.py``. Key bar, help, palette and hints are
drawn from these tables, never retyped."""

from __future__ import annotations

from textual.binding import Binding

PANES = {"article": "Article", "actors": "Actors", "positions": "Positions"}
"""The panes by id, in the order of their keys."""
_PANE_KEYS = Binding.Group("Panes", compact=True)
VIEW_NAMES = {"read": "Read", "matrix": "Matrix", "compare": "Compare"}
"""The views of an article by name, in the order of their keys."""
VIEW_KEYS = Binding.Group("View", compact=True)


def filing_keys(where: str, copied: str) -> list[Binding]:
    """The keys of copies, of the editor and of the file, on a screen; ``copied`` is what a copy holds there."""
    return [
        Binding("y", "copy('text')", "Copy", id=f"{where}.copy", tooltip=copied),
        Binding(
            "Y",
            "copy('Markdown')",
            "Copy as Markdown",
            show=False,
            id=f"{where}.copy-markdown",
            tooltip="The same in Markdown",
        ),
        Binding(
            "e", "edit", "Edit", show=False, id=f"{where}.edit", tooltip="Open the file in $VISUAL or $EDITOR, here"
        ),
        Binding("ctrl+r", "reload", "Reload", show=False, id=f"{where}.reload", tooltip="Read the file again"),
    ]


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
    Binding("n", "next(1)", "Next words", id="reader.next-words", tooltip="The next match of a search, or evidence"),
    Binding(
        "N",
        "next(-1)",
        "Previous words",
        show=False,
        id="reader.previous-words",
        tooltip="The match of a search before, or the evidence",
    ),
    Binding(
        "right_square_bracket",
        "evidence(1)",
        "Next evidence",
        show=False,
        id="reader.next-evidence",
        tooltip="The next evidence, whatever is searched",
    ),
    Binding(
        "left_square_bracket",
        "evidence(-1)",
        "Previous evidence",
        show=False,
        id="reader.previous-evidence",
        tooltip="The evidence before, whatever is searched",
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
FINDING: list[Binding] = [
    Binding(
        "colon",
        "go",
        "Go to",
        show=False,
        id="reader.go",
        tooltip="A paragraph, an actor, a position, or a command",
    ),
    Binding("slash", "search", "Search", id="reader.search", tooltip="Search the text, or narrow this list"),
]
"""What is typed: searches, places, filters."""
FILTERING: list[Binding] = [
    Binding("w", "own", "Own words", id="reader.own", tooltip="Only what actors say themselves, or all positions"),
    Binding(
        "F",
        "filter",
        "Write a filter",
        show=False,
        id="reader.filter",
        tooltip="Filter by an expression, or edit the one there is",
    ),
    Binding("f", "fold", "Fold", id="reader.fold", tooltip="Only the paragraphs the filter finds, or all"),
    Binding("u", "undo", "Undo filter", id="reader.undo", tooltip="Take the last filter change back"),
    Binding(
        "escape",
        "peel",
        "Clear",
        show=False,
        id="reader.peel",
        tooltip="Leave the search, zen, the filter, the pin",
    ),
]
"""What is in focus."""
VIEWS: list[Binding] = [
    Binding("r", "view('read')", "Read", group=VIEW_KEYS, id="reader.read", tooltip="The article itself"),
    Binding("m", "view('matrix')", "Matrix", group=VIEW_KEYS, id="reader.matrix", tooltip="Who stands where on what"),
    Binding("c", "view('compare')", "Compare", group=VIEW_KEYS, id="reader.compare", tooltip="Two actors side by side"),
    Binding("i", "detail", "Detail", id="reader.detail", tooltip="Everything the file says of this position"),
    Binding("t", "outline", "Outline", id="reader.outline", tooltip="All paragraphs, and whose evidence stands where"),
    Binding("z", "zen", "Zen", id="reader.zen", tooltip="The article alone, or all panes again"),
    Binding("plus", "widen(1)", "Wider", show=False, id="reader.wider", tooltip="A wider column of text"),
    Binding("minus,underscore", "widen(-1)", "Narrower", show=False, id="reader.narrower", tooltip="A narrower column"),
    Binding("equals_sign", "widen(0)", "Usual width", show=False, id="reader.usual-width", tooltip="The column as set"),
]
"""Other ways to look at the article."""
FILING = filing_keys("reader", "The words with their source, or the paragraph")
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
EVERYWHERE = [SUSPEND]
"""In force on every screen, and before its own keys."""
PROGRAM: list[Binding] = [
    Binding("exclamation_mark", "problems", "Problems", id="reader.problems", tooltip="What is wrong with the file"),
    Binding("T", "app.change_theme", "Theme", id="reader.theme", tooltip="Choose another theme"),
    Binding("question_mark,f1", "help", "Keys", id="reader.help", tooltip="The keys that work here"),
    *EVERYWHERE,
    Binding("q", "app.quit", "Quit", id="reader.quit", tooltip="Leave the program"),
]
"""The program itself."""
READER = [*MOVING, *PANE_KEYS, *FINDING, *FILTERING, *VIEWS, *FILING, *PROGRAM]
PROMPT = [
    Binding("escape", "leave", "Leave", id="prompt.leave", tooltip="Back to where you were"),
    Binding("tab", "complete(1)", "Complete", id="prompt.complete", tooltip="What it may become; again: what else"),
    Binding(
        "shift+tab",
        "complete(-1)",
        "Complete back",
        show=False,
        id="prompt.complete-back",
        tooltip="What it was to become before",
    ),
    Binding("alt+r", "switch", "Regex", id="prompt.pattern", tooltip="Read it as a regular expression, or as it is"),
]
RECALL = [
    Binding("up", "earlier(1)", "Earlier", id="prompt.earlier", tooltip="What was typed before"),
    Binding("down", "earlier(-1)", "Later", show=False, id="prompt.later", tooltip="What was typed after that"),
]
