"""Where fuzzing begins: our own articles, the cases of YAML, and the words of the format."""

from __future__ import annotations

from pathlib import Path

from article.schema import ARTICLE_FIELDS
from article.source import Source
from article.stances import EVIDENCE_FIELDS, STANCE_FIELDS

DATA = Path(__file__).parents[1] / "data"
SMALL = """\
format: 1
id: lane
headline: A lane
body: |
  Ann wants the lane – “now”.

  ## So

  Bob does not; Ann’s lane é e\u0301 has none. The lane.
parties: [{id: p, name: P}]
actors:
  - {id: ann, name: Ann, kind: person, party: p, aliases: [Annie], member_of: [{org: bob, from: 2024-02}]}
  - {id: bob, name: Bob, kind: group}
issues: [{id: lane, label: Lane, proposition: Build it.}]
stances:
  - id: s1
    actor: ann
    issue: lane
    position: support
    modality: quotation
    summary: Yes.
    evidence: [wants the lane, {exact: the lane, prefix: wants, role: cue}]
  - {id: s2, actor: bob, via: [ann], issue: lane, position: oppose, modality: attributed, summary: No.,
     evidence: {exact: lane, prefix: The, suffix: .}, relations: [{type: rejects, stance: s1}]}
"""
"""An article with something of everything, small enough to be changed thousands of times a second."""
SIGNS = (
    *(": ", "- ", "? ", ", ", "[", "]", "{", "}", "\n", "\n  ", "\n    ", "\n  - ", "'", '"', "|\n", "|-\n", ">-\n"),
    *(
        "|+2\n",
        "# ",
        " #",
        "~",
        "&a ",
        "*a",
        "!!str ",
        "!!int ",
        "! ",
        "!<a> ",
        "<<: ",
        "---\n",
        "...\n",
        "%YAML 1.1\n",
    ),
    *("%TAG ! a\n", "\\", '"\\u202e"', '"\\x1b"', '"\\U00110000"', "\t", "\r", "\r\n", "\x85", "\u2028", "\u2029"),
    *("\u202e", "\u200b", "\u200d", "\ufeff", "\u0301", "\u1161", "\u00ad", "\u00a0", "é", "漢", "🙂", "“", "”", "–"),
    *("[/]", "[@click=app.quit]", "no", "null", "1:59:59", "0x1F", "## ", "\n\n"),
)
WORDS = tuple(sorted({field.name for fields in (ARTICLE_FIELDS, STANCE_FIELDS, EVIDENCE_FIELDS) for field in fields}))


def articles() -> list[bytes]:
    """The texts of our own articles, the shipped one last, which is the longest."""
    shipped = Source.shipped().path
    assert shipped
    return [SMALL.encode(), *(path.read_bytes() for path in (*sorted(DATA.glob("*.yaml")), shipped))]


def dictionary() -> str:
    """The signs of YAML and the words of the format, as libFuzzer reads a dictionary."""
    tokens = [*SIGNS, *(f"{word}: " for word in WORDS)]
    written = ("".join(map("\\x{:02x}".format, token.encode())) for token in tokens)
    return "".join(f'"{token}"\n' for token in written)


def write(folder: Path) -> None:
    """Prepare a folder for fuzzing: a dictionary, and a corpus with our articles and the cases of YAML."""
    from tests.spec import blocks, characters, documents, flow, lines, schemas

    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    (folder / "dictionary").write_text(dictionary(), "utf-8")
    chapters = (characters, lines, flow, blocks, documents, schemas)
    texts = [case.text for chapter in chapters for cases in chapter.CASES.values() for case in cases]
    seeds = [*articles(), *(text.encode("utf-8", "surrogatepass") for text in texts)]
    for number, seed in enumerate(seeds):
        (corpus / f"seed-{number:04}").write_bytes(seed)
