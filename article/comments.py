"""The comments of a file: each is put with the key, or the item of a list, that it speaks about."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby

from article.branches import Branch, Comment, Writing
from article.nodes import Scalar


def place_comments(writing: Writing, file: Branch, comments: list[Comment]) -> None:
    """Put each comment with the branch it speaks about.

    At the end of a line that is what ends there, on a line of its own what begins below; but a comment
    that is set in deeper than what begins below, as an item put out of use is, belongs to the list or
    mapping that ends there.
    """
    homes = _Homes(writing, file)
    top = [comment for comment in comments if comment.index < file.branches[0].start]
    for comment in comments[len(top) :]:
        homes.of(comment).append(comment.text)
    _put_on_top(writing, file, top)


def comments_of(file: Branch) -> list[str]:
    """All comments of a file, in no order that means anything."""
    return [text for branch in file.walk() for text in (*branch.above, *branch.beside, *branch.below) if text]


def _put_on_top(writing: Writing, file: Branch, top: list[Comment]) -> None:
    """What stands before the first key is the file's; but the last of several groups of comments is the
    key's if it stands right above it."""
    lines = [writing.line(comment.index) for comment in top]
    runs = groupby(range(len(top)), lambda number: lines[number] - number)
    groups = [[top[number].text for number in run] for _, run in runs]
    first = file.branches[0]
    if len(groups) > 1 and lines[-1] + 1 == writing.line(first.start):
        first.above[:0] = groups.pop()
    file.above = [line for group in groups for line in ("", *group)][1:]


class _Homes:
    """Finds what a comment speaks about; comments come in the order of the file."""

    def __init__(self, writing: Writing, file: Branch) -> None:
        self._writing = writing
        self._file = file
        self._order = list(file.walk())[1:]
        self._starts = [branch.start for branch in self._order]
        ends = sorted((end, number) for number, branch in enumerate(self._order) for end in _ends(writing, branch))
        self._ends = [end for end, _ in ends]
        self._ended = [self._order[number] for _, number in ends]
        self._brackets = {branch.value[0]: branch for branch in file.walk() if branch.value[0] < branch.value[1]}
        self._gap = 0
        self._depth = 0
        """How far the comments in this gap between two branches are set in, at most."""

    def of(self, comment: Comment) -> list[str]:
        """The list to put a comment in."""
        if ended := self._ended_on_line(comment.index):
            return ended.beside
        gap = bisect_right(self._starts, comment.index)
        before, after = self._order[gap - 1], self._order[gap] if gap < len(self._order) else None
        if comment.index < before.value[0] < before.value[1]:
            return before.above
        if comment.bracket is not None:
            return self._in_brackets(self._brackets[comment.bracket], after)
        next_up = after.above if after else self._file.below
        lead = self._writing.before(comment.index)
        if after and after.trunk is before:
            # Beside a dash it speaks about the whole item, below it about the first key.
            return before.above if lead.strip() else next_up
        if lead.strip():
            return next_up
        self._depth = min(self._depth, len(lead)) if gap == self._gap else len(lead)
        self._gap = gap
        ended = self._ended_as_deep(before, after)
        return ended.below if ended else next_up

    def _in_brackets(self, around: Branch, after: Branch | None) -> list[str]:
        """How far it is set in tells nothing there."""
        if after and after.start < around.value[1]:
            return after.above
        return around.below if around.branches else around.above

    def _ended_as_deep(self, before: Branch, after: Branch | None) -> Branch | None:
        """What ends in this gap and is set in like the comment; None where that is no deeper than what follows."""
        floor = after.trunk if after and after.trunk else self._file
        if self._depth <= floor.column:
            return None
        trunks = list(_down(before, floor))
        nearest = trunks[0] if trunks else floor
        if before.is_empty and nearest is before.trunk and self._depth > nearest.column:
            return before
        return next((trunk for trunk in trunks if trunk.column <= self._depth), trunks[-1] if trunks else None)

    def _ended_on_line(self, index: int) -> Branch | None:
        """The branch whose key or value is the last to end before a comment on the same line."""
        number = bisect_right(self._ends, index)
        if number and self._writing.line(self._ends[number - 1]) == self._writing.line(index):
            return self._ended[number - 1]
        return None


def _ends(writing: Writing, branch: Branch) -> Iterator[int]:
    """Where the key and the value of a branch end, as far as a comment may follow on the same line."""
    if branch.key:
        yield writing.end(branch.key.place)
    start, end = branch.value
    if isinstance(branch.node, Scalar):
        header = writing.header(branch.node)
        yield start + len(header) if header else end
    elif start < end:
        yield end


def _down(branch: Branch, floor: Branch) -> Iterator[Branch]:
    """What a branch grows on, from the nearest down to a floor, which is left out as are those in brackets."""
    trunk = branch.trunk
    while trunk and trunk is not floor:
        if not trunk.bracketed:
            yield trunk
        trunk = trunk.trunk
