"""The keys of what lies over the reader or takes its place, and all tables by where they are in force."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.binding import Binding

from tui.keys import (
    ACTORS,
    ARTICLE,
    EVERYWHERE,
    FILING,
    FILTERING,
    FINDING,
    MOVE,
    MOVING,
    PANE_KEYS,
    POSITIONS,
    PROGRAM,
    PROMPT,
    READER,
    RECALL,
    VIEW_KEYS,
    VIEWS,
    filing_keys,
)


def _filter_keys(where: str) -> list[Binding]:
    """The keys that change the filter, with which it is changed in the reader as well."""
    return [
        Binding(
            "w", "own", "Own words", id=f"{where}.own", tooltip="Only what actors say themselves, or all positions"
        ),
        Binding("u", "undo", "Undo filter", id=f"{where}.undo", tooltip="Take the last filter change back"),
    ]


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
TABLE = [
    Binding("r", "view('read')", "Read", group=VIEW_KEYS, id="table.read", tooltip="Back to where you were reading"),
    Binding("m", "view('matrix')", "Matrix", group=VIEW_KEYS, id="table.matrix", tooltip="Who stands where on what"),
    Binding("c", "view('compare')", "Compare", group=VIEW_KEYS, id="table.compare", tooltip="Two actors side by side"),
    Binding("escape", "view('read')", "Leave", show=False, id="table.leave", tooltip="Back to where you were reading"),
    *_filter_keys("table"),
    *filing_keys("table", "The words under the cursor with their source"),
    Binding("exclamation_mark", "problems", "Problems", id="table.problems", tooltip="What is wrong with the file"),
    Binding("T", "app.change_theme", "Theme", id="table.theme", tooltip="Choose another theme"),
    Binding("question_mark,f1", "help", "Keys", id="table.help", tooltip="The keys that work here"),
    Binding("q", "app.quit", "Quit", id="table.quit", tooltip="Leave the program"),
]
"""What works in every view but the reader."""
OUTLINE = [
    Binding("enter", "go", "Go there", id="outline.go", tooltip="Read on from this paragraph"),
    Binding("space", "page(2)", "Page down", show=False, id="outline.page-down", tooltip="A screenful on"),
    Binding("b", "page(-2)", "Page up", show=False, id="outline.page-up", tooltip="A screenful back"),
    Binding("escape,t,q", "close", "Close", id="outline.close", tooltip="Back to where you were"),
    *_filter_keys("outline"),
    *filing_keys("outline", "The paragraph with its source"),
    Binding("question_mark,f1", "help", "Keys", id="outline.help", tooltip="The keys that work here"),
]
DETAIL = [
    Binding(
        "enter", "follow", "Follow", id="detail.follow", tooltip="To the words, or to the position that is related"
    ),
    Binding("escape,i,q", "close", "Close", id="detail.close", tooltip="Back to the article"),
    *_filter_keys("detail"),
    Binding("backspace,ctrl+o,alt+left", "back", "Back", id="detail.back", tooltip="To the position you came from"),
    *filing_keys("detail", "The words with their source"),
    Binding("n,right_square_bracket", "next(1)", "Next", id="detail.next", tooltip="The next position of the panel"),
    Binding(
        "N,left_square_bracket", "next(-1)", "Previous", show=False, id="detail.previous", tooltip="The position before"
    ),
    Binding("space", "page(2)", "Page down", show=False, id="detail.page-down", tooltip="A screenful on"),
    Binding("b", "page(-2)", "Page up", show=False, id="detail.page-up", tooltip="A screenful back"),
    Binding("question_mark,f1", "help", "Keys", id="detail.help", tooltip="The keys that work here"),
]
PROBLEMS = [
    Binding("j,down", "step(1)", "Next problem", show=False, id="problems.next", tooltip="The problem after this one"),
    Binding("k,up", "step(-1)", "Problem before", show=False, id="problems.back", tooltip="The one before this one"),
    Binding("space,pagedown", "page(1)", "Page down", show=False, id="problems.page-down", tooltip="A screenful on"),
    Binding("b,pageup", "page(-1)", "Page up", show=False, id="problems.page-up", tooltip="A screenful back"),
    Binding("g,home", "edge(-1)", "First", show=False, id="problems.top", tooltip="The first problem"),
    Binding("G,end", "edge(1)", "Last", show=False, id="problems.bottom", tooltip="The last problem"),
]
_EDITS = "Open the file at this problem in $VISUAL or $EDITOR"
MENDING = [
    Binding("ctrl+r", "reload", "Reload", id="mending.reload", tooltip="Read the file again"),
    Binding("e", "edit", "Edit", id="mending.edit", tooltip=_EDITS),
    Binding("question_mark,f1", "help", "Keys", id="mending.help", tooltip="The keys that work here"),
]
"""What is done about problems."""
PROBLEM_LIST = [
    Binding("enter", "go", "Go there", id="problem-list.go", tooltip="To the words it is about, or else to edit it"),
    Binding("escape,q,exclamation_mark", "close", "Close", id="problem-list.close", tooltip="Back to the article"),
]
BAD_FILE = [
    Binding("enter", "edit", "Edit", show=False, id="bad-file.edit", tooltip=_EDITS),
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
OPENING = [
    Binding("escape,q,ctrl+c", "app.quit", "Leave", id="opening.leave", tooltip="Leave the program"),
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
    "what takes long to open": (OPENING, EVERYWHERE),
    "what is typed": (PROMPT, RECALL, EVERYWHERE),
    "what lies over the reader": (OVERLAY, EVERYWHERE),
    "the matrix": (MOVE, MATRIX, TABLE, EVERYWHERE),
    "the comparison": (TABLE, COMPARE, EVERYWHERE),
    "the outline": (MOVE, OUTLINE, EVERYWHERE),
    "the detail": (MOVE, DETAIL, EVERYWHERE),
    "the list of problems": (PROBLEMS, MENDING, PROBLEM_LIST, EVERYWHERE),
    "a file that cannot be read": (PROBLEMS, MENDING, BAD_FILE, EVERYWHERE),
    "the list of marks": (MARKS, EVERYWHERE),
}
"""The tables that are in force together, by where they are."""
CLOSES: Mapping[str, str] = {
    "overlay.close": "help",
    "outline.close": "outline",
    "detail.close": "detail",
    "problem-list.close": "problems",
    "marks.choose": "mark",
}
"""Bindings that the key which opened something is among, and the action that opens it."""
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
    "What was typed before": RECALL,
    "In what lies over the reader": OVERLAY,
    "In matrix and comparison": TABLE,
    "In the matrix": MATRIX,
    "In the comparison": COMPARE,
    "In the outline": OUTLINE,
    "In the detail of a position": DETAIL,
    "In the list of problems": PROBLEMS,
    "What is done about problems": MENDING,
    "Leaving the list of problems": PROBLEM_LIST,
    "Leaving a file that cannot be read": BAD_FILE,
    "In the list of marks": MARKS,
    "While a file is read": OPENING,
}
"""Every table by what it is for; help, the manual page and the example of settings are drawn from these."""
