"""A story in which everything occurs that a view of the standings must not misread."""

from __future__ import annotations

from article import Article
from article.loader import load_text
from tests.pilot.person import Person
from tui.screens.compare import Compare
from tui.screens.matrix import Matrix
from tui.standings import Cell

STORY = """\
format: 1
id: bridge
headline: The bridge
body: |
  Ann wants the bridge. Ann fears its price, Dee says. Ann also warns that it may come too late.

  Bob is against the bridge. The town has no plans for a toll, Ann said. Bob likes the toll.

  Cy wants the bridge as well.
parties:
  - {id: yes, name: Builders}
  - {id: no, name: Savers}
actors:
  - {id: ann, name: Ann Archer, short: Ann, kind: person, party: yes, tag: AA}
  - {id: cy, name: Cy Clark, short: Cy, kind: person, party: yes, tag: CC}
  - {id: bob, name: Bob Best, short: Bob, kind: person, party: no, tag: BB}
  - {id: town, name: The town, kind: government, party: no, tag: TT}
  - {id: dee, name: Dee Dunn, short: Dee, kind: person, party: no, tag: DD}
issues:
  - {id: bridge, label: The bridge, proposition: Build the bridge.}
  - {id: toll, label: The toll, proposition: There should be a toll.}
  - {id: boat, label: The boat, proposition: Keep the boat.}
stances:
  - {id: s1, actor: ann, issue: bridge, position: support, modality: paraphrase, summary: Wants it.,
     evidence: Ann wants the bridge}
  - {id: s2, actor: ann, issue: bridge, position: oppose, modality: attributed, via: [dee], summary: Fears its price.,
     evidence: fears its price}
  - {id: s3, actor: bob, issue: bridge, position: oppose, modality: paraphrase, summary: Does not want it.,
     evidence: Bob is against the bridge}
  - {id: s4, actor: town, issue: toll, position: unclear, modality: attributed, via: [ann], act: intention,
     negated: true, summary: Plans none., evidence: The town has no plans for a toll}
  - {id: s5, actor: bob, issue: toll, position: support, modality: paraphrase, summary: Likes it.,
     evidence: Bob likes the toll}
  - {id: s6, actor: cy, issue: bridge, position: support, modality: paraphrase, summary: Wants it too.,
     evidence: Cy wants the bridge as well}
"""


def story() -> Article:
    return load_text(STORY, name="bridge.yaml")


def matrix(person: Person) -> Matrix:
    screen = person.app.screen
    assert isinstance(screen, Matrix)
    return screen


def cell(person: Person) -> Cell:
    """The cell under the cursor of the matrix."""
    found = matrix(person).outcome().cell
    assert found
    return found


def compare(person: Person) -> Compare:
    screen = person.app.screen
    assert isinstance(screen, Compare)
    return screen


def pair(person: Person) -> tuple[str, str]:
    """Who is compared."""
    found = compare(person).outcome().pair
    assert found
    return found


def line_with(person: Person, text: str) -> str:
    """The first line of the screen that holds a text."""
    return next(line for line in person.screen().splitlines() if text in line)


def told(person: Person) -> list[str]:
    """What the program says for a moment."""
    return [toast.message for toast in person.app._notifications]
