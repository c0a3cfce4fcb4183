"""Files in a real terminal: edited, gone bad, and the place that is found again."""

from __future__ import annotations

import os
import signal
import stat
from pathlib import Path

import pytest

from article.source import Source
from tests.tty.terminal import Terminal

DATA = Path(__file__).parents[1] / "data"
HARBOR = (DATA / "harbor-ave-lane.yaml").read_text()
SHOWN, LEFT = b"\x1b[?1049h", b"\x1b[?1049l"
HEADLINE = "Council weighs Harbor Avenue bike lane"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "-my story.yaml"
    path.write_text(HARBOR)
    return path


@pytest.fixture
def state(tmp_path: Path) -> dict[str, str]:
    return {"XDG_STATE_HOME": str(tmp_path / "state")}


def an_editor(folder: Path, does: str = "", name: str = "vim") -> dict[str, str]:
    """The environment with an editor that notes how it was called, asks something of the terminal, and then does
    something to the file, which is its last argument."""
    script = folder / name
    script.write_text(
        f"""#!/bin/sh
printf '%s\\n' "$@" > '{folder}/called'
stty -a > '{folder}/terminal'
for file; do :; done; file="${{file%:[0-9]*}}"
{does}
"""
    )
    script.chmod(0o700)
    return {"VISUAL": "", "EDITOR": f"'{script}' -x"}


def called(folder: Path) -> list[str]:
    return (folder / "called").read_text().splitlines()


def line_of(words: str) -> int:
    return next(number for number, line in enumerate(HARBOR.splitlines(), 1) if words in line)


@pytest.mark.parametrize(
    ("keys", "words"),
    [("1", "“We will not wait"), ("1 }", "The Harbor Merchants"), ("3 j", "id: s4"), ("2 j", "id: okoro")],
    ids=["paragraph", "later paragraph", "position", "actor"],
)
def test_the_editor_opens_at_the_line_of_what_is_under_the_cursor(
    tmp_path: Path, story: Path, keys: str, words: str
) -> None:
    with Terminal("kremlin-tui", str(story), env=an_editor(tmp_path)) as terminal:
        terminal.wait_for(HEADLINE)
        terminal.press(*keys.split(), "e")
        terminal.wait_for(HEADLINE)
        option, place, file = called(tmp_path)
        assert (option, file) == ("-x", str(story))
        assert words in HARBOR.splitlines()[int(place.removeprefix("+")) - 1]
        terminal.press("q")
        assert terminal.wait() == 0


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("3 j m", "id: s4"),
        ("m g 0", "id: city"),
        ("3 j c", "id: s4"),
        ("t j", "The Harbor Merchants"),
        ("3 j i", "id: s4"),
    ],
    ids=["matrix", "matrix, empty cell", "comparison", "outline", "detail"],
)
def test_the_editor_opens_at_the_line_of_what_is_under_the_cursor_of_a_view(
    tmp_path: Path, story: Path, keys: str, words: str
) -> None:
    with Terminal("kremlin-tui", str(story), env=an_editor(tmp_path, "echo EDITING; read -r line")) as terminal:
        terminal.wait_for(HEADLINE)
        terminal.press(*keys.split(), "e")
        terminal.wait_for("EDITING")
        _, place, _ = called(tmp_path)
        assert words in HARBOR.splitlines()[int(place.removeprefix("+")) - 1]
        terminal.press("\n")
        terminal.wait_for("Keys")


def test_the_editor_has_the_terminal_to_itself_and_the_reader_comes_back_with_what_was_edited(
    tmp_path: Path, story: Path
) -> None:
    does = """printf 'EDITING\\n'; sed -i 's/^headline: .*/headline: An edited headline/' "$file"; read -r line"""
    with Terminal("kremlin-tui", str(story), env=an_editor(tmp_path, does)) as terminal:
        terminal.wait_for(HEADLINE)
        terminal.press("e")
        terminal.wait_for("EDITING")
        assert not terminal.is_raw
        assert terminal.raw.count(LEFT) == 1
        terminal.press("q", "\n")
        terminal.wait_for("An edited headline")
        assert terminal.is_raw
        assert terminal.raw.count(SHOWN) == 2
        terminal.press("?")
        terminal.wait_for("esc closes")
        terminal.press("esc", "q")
        assert terminal.wait() == 0
        assert terminal.raw.count(LEFT) == 2


def test_what_interrupts_the_editor_leaves_the_reader_alone(tmp_path: Path, story: Path) -> None:
    with Terminal("kremlin-tui", str(story), env=an_editor(tmp_path, "echo EDITING; read -r line")) as terminal:
        terminal.wait_for(HEADLINE)
        terminal.press("e")
        terminal.wait_for("EDITING")
        terminal.press("\x03")
        terminal.wait_for("The editor vim was ended by a signal: Interrupt.")
        terminal.press("q")
        assert terminal.wait() == 0


def test_an_editor_that_is_not_there_is_told(story: Path) -> None:
    with Terminal("kremlin-tui", str(story), env={"VISUAL": "no-such-editor"}) as terminal:
        terminal.wait_for(HEADLINE)
        terminal.press("e")
        terminal.wait_for("no-such-editor cannot be started")
        terminal.press("q")
        assert terminal.wait() == 0


def test_a_file_that_is_saved_after_its_window_came_back_is_read_again(tmp_path: Path, story: Path) -> None:
    does = """(sleep 1; sed -i 's/^headline: .*/headline: Saved later/' "$file") >/dev/null 2>&1 </dev/null &"""
    with Terminal("kremlin-tui", str(story), env=an_editor(tmp_path, does, "code")) as terminal:
        terminal.wait_for(HEADLINE)
        terminal.press("e")
        assert called(tmp_path)[1] == "--goto"
        terminal.wait_for("Saved later")
        terminal.press("q")
        assert terminal.wait() == 0


def test_a_watched_file_is_read_again(story: Path) -> None:
    with Terminal("kremlin-tui", "--watch", "--", str(story)) as terminal:
        terminal.wait_for(HEADLINE)
        story.write_text(HARBOR.replace(HEADLINE, "A headline of today"))
        terminal.wait_for("A headline of today")
        terminal.press("q")
        assert terminal.wait() == 0


# ---------------------------------------------------------------------- no article


def test_a_file_that_is_no_article_is_listed_and_told_when_it_is_left(story: Path) -> None:
    story.write_text("format: 1\nid: x\nactors: [")
    with Terminal("kremlin-tui", str(story), size=(200, 20)) as terminal:
        terminal.wait_for("-my story.yaml has 1 problem")
        assert "line 3, column" in terminal.text()
        terminal.press("q")
        assert terminal.wait() == 1
        terminal.settle()
        told = terminal.raw.rpartition(LEFT)[2].decode()
        assert f"{story}:3:" in told
        assert ": fatal: " in told


def test_a_file_that_is_no_article_is_mended_at_its_line(tmp_path: Path, story: Path) -> None:
    story.write_text(HARBOR.replace("body: |", "bodi: |"))
    line = line_of("body: |")
    does = """sed -i 's/^bodi/body/' "$file\""""
    with Terminal("kremlin-tui", str(story), env=an_editor(tmp_path, does)) as terminal:
        terminal.wait_for("has 2 problems")
        terminal.press("j", "e")
        terminal.wait_for(HEADLINE)
        assert called(tmp_path)[1] == f"+{line}"
        terminal.press("j", "q")
        assert terminal.wait() == 0
        assert b": fatal: " not in terminal.raw.rpartition(LEFT)[2]


def test_no_control_character_of_a_bad_file_reaches_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "\x1b]0;mine\x07.yaml"
    path.write_text('format: 1\n"\\e]0;key\\a\\u202e": "\\e[2J"\nactors: [{"\\x9b1m": 1}]\n')
    with Terminal("kremlin-tui", str(path), size=(120, 40)) as terminal:
        terminal.wait_for("problems")
        terminal.press("j", "G", "g", "q")
        assert terminal.wait() == 1
        for bad in ("\x1b]0;", "mine\x07", "\u202e", "\x9b", "\x1b[2J"):
            assert bad.encode() not in terminal.raw


def test_several_articles_and_pipes_get_no_screen(tmp_path: Path, story: Path) -> None:
    story.write_text("- a\n")
    with Terminal("/bin/sh", "-c", f"kremlin-tui --plain -- '{story}'") as terminal:
        assert terminal.wait() == 1
        assert SHOWN not in terminal.raw


# ---------------------------------------------------------------------- the place


def kept(state: dict[str, str]) -> list[Path]:
    return sorted((Path(state["XDG_STATE_HOME"]) / "kremlin-tui" / "articles").glob("*.json"))


def test_the_reader_comes_back_to_its_place(state: dict[str, str]) -> None:
    with Terminal("kremlin-tui", env=state) as terminal:
        terminal.wait_for("Positions  19")
        terminal.press("}", "}", "}", "}", "}", "q")
        assert terminal.wait() == 0
    assert [stat.S_IMODE(file.stat().st_mode) for file in kept(state)] == [0o600]
    body = Source.shipped().path
    assert body
    with Terminal("kremlin-tui", env=state) as terminal:
        terminal.wait_for("Back where you were.")
        assert any(line.startswith("┃") and " 6 " in line[:6] for line in terminal.text().splitlines())
        terminal.press("q")
        assert terminal.wait() == 0
    with Terminal("kremlin-tui", "--fresh", env=state) as terminal:
        terminal.wait_for("Positions  19")
        assert "Back where you were" not in terminal.text()
        assert any(line.startswith("┃") and " 1 " in line[:6] for line in terminal.text().splitlines())
        terminal.press("q")
        assert terminal.wait() == 0


@pytest.mark.parametrize("last", [signal.SIGTERM, signal.SIGHUP])
def test_a_program_that_is_ended_keeps_the_place_and_gives_the_terminal_back(
    state: dict[str, str], last: signal.Signals
) -> None:
    with Terminal("kremlin-tui", env=state) as terminal:
        terminal.wait_for("Positions  19")
        terminal.send("}")
        terminal._read(0.2)
        os.kill(terminal.pid, last)
        assert terminal.wait() == 128 + last
        terminal.settle()
        assert LEFT in terminal.raw
        assert not terminal.is_raw
    assert len(kept(state)) == 1


def test_several_readers_at_once_do_each_other_no_harm(state: dict[str, str]) -> None:
    opened = [Terminal("kremlin-tui", env=state) for _ in range(3)]
    for terminal in opened:
        terminal.wait_for("Positions  19")
    for _ in range(3):
        for terminal in opened:
            terminal.press("}")
    for terminal in opened:
        terminal.press("q")
        assert terminal.wait() == 0
        terminal.__exit__(None, None, None)
    assert len(kept(state)) == 1
    with Terminal("kremlin-tui", env=state) as terminal:
        terminal.wait_for("Back where you were.")


def test_a_state_folder_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("")
    with Terminal("kremlin-tui", env={"XDG_STATE_HOME": str(tmp_path / "state")}) as terminal:
        terminal.wait_for("Positions  19")
        terminal.press("}")
        terminal.wait_for("Your place cannot be kept: ")
        terminal.press("}", "q")
        assert terminal.wait() == 0
