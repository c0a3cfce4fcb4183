"""Keys that come faster than the screen: none is lost, and each means what it would mean when typed slowly."""

from __future__ import annotations

import time

import pytest

from tests.tty.terminal import Terminal


@pytest.mark.parametrize("size", [(160, 45), (60, 24)])
def test_a_search_written_at_once_looks_for_all_its_letters(size: tuple[int, int]) -> None:
    with Terminal("kremlin-tui", size=size) as terminal:
        terminal.wait_for("Article")
        terminal.send("/nato\r")
        terminal.wait_for("/nato   1/7")
        assert "esc clears" in terminal.text()


def test_keys_after_enter_go_to_the_text_again() -> None:
    with Terminal("kremlin-tui", size=(160, 45)) as terminal:
        terminal.wait_for("Positions")
        terminal.send("/nato\rnn")
        terminal.wait_for("/nato   3/7")


def test_a_key_shows_that_the_terminal_is_in_front_again() -> None:
    with Terminal("kremlin-tui", size=(100, 30)) as terminal:
        terminal.wait_for("Article")
        terminal.press("/na", "\x1b[O", "q")
        terminal.wait_for("/ naq")


def test_what_leads_nowhere_is_mended_by_the_next_keys() -> None:
    with Terminal("kremlin-tui") as terminal:
        terminal.wait_for("Positions  19")
        terminal.send(":pescov\r" + "\x7f" * 3 + "kov\ro")
        terminal.wait_for("Only  DP  Peskov")


PASTE = "\x1b[200~nato\x1b[201~"
EARLY = [
    *((milliseconds, ":put", ": put") for milliseconds in range(0, 300, 20)),
    *((milliseconds, "/nato\rn", "/nato   2/7") for milliseconds in range(0, 300, 50)),
    (0, f"/{PASTE}", "/ nato"),
]


@pytest.mark.parametrize(("milliseconds", "keys", "shown"), EARLY)
def test_what_is_typed_before_the_first_frame_is_typed_in_whole(milliseconds: int, keys: str, shown: str) -> None:
    with Terminal("kremlin-tui", size=(100, 30)) as terminal:
        time.sleep(milliseconds / 1000)
        terminal.send(keys)
        terminal.wait_for(shown)


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("/{}", "/ nato"),
        ("2/{}", "/ nato"),
        ("/nat\x7f\x05\x15{}", "/ nato"),
        ("F{}\x15{}", ": nato"),
        ("/{}\r:{}", ": nato"),
        ("{}/x", "/ x "),
        ("T{}", "nato"),
    ],
)
def test_what_is_pasted_goes_where_the_key_before_it_leads(keys: str, shown: str) -> None:
    with Terminal("kremlin-tui", size=(100, 30)) as terminal:
        terminal.wait_for("Article")
        terminal.send(keys.format(PASTE, PASTE))
        terminal.wait_for(shown)


@pytest.mark.parametrize("keys", ["Tpape", "mTpape", ":theme\rpape", "\x10pape"])
def test_a_palette_has_what_is_typed_right_after_the_key_for_it(keys: str) -> None:
    with Terminal("kremlin-tui", size=(100, 30)) as terminal:
        terminal.wait_for("Article")
        terminal.send(keys)
        terminal.wait_for("pape")


@pytest.mark.parametrize("pane", ["1", "2", "3"])
@pytest.mark.parametrize(
    "keys",
    [
        "jj}",
        "jjjn",
        "}}jj]",
        "jjj\x0f",
        "j" * 7 + "k" * 3 + "jj",
        "j" * 40 + "k" * 9,
        "jjj" + " " + "jj" + "k",
        "G" + "k" * 30,
    ],
)
def test_keys_held_down_lead_where_each_of_them_alone_would(pane: str, keys: str) -> None:
    with (
        Terminal("kremlin-tui", "--fresh", size=(100, 24)) as one,
        Terminal("kremlin-tui", "--fresh", size=(100, 24)) as all_,
    ):
        for terminal in (one, all_):
            terminal.wait_for("Article")
            terminal.press(pane)
        one.press(*keys)
        all_.press(keys)
        assert all_.text() == one.text()


def test_a_search_left_at_once_leaves_nothing_typed() -> None:
    with Terminal("kremlin-tui", size=(160, 45)) as terminal:
        terminal.wait_for("Positions")
        terminal.send("/nato")
        terminal.wait_for("/ nato")
        terminal.send("\x1b")
        terminal.wait_for("Positions here")
        assert "/ nato" not in terminal.text()
        assert "/nato" not in terminal.text()


def test_a_list_narrowed_at_once_is_narrowed_to_all_letters() -> None:
    with Terminal("kremlin-tui", size=(160, 45)) as terminal:
        terminal.wait_for("Positions")
        terminal.send("2/putin\r")
        terminal.wait_for("1 of 13 · /putin")


def test_alt_r_reads_what_is_typed_as_a_regular_expression() -> None:
    with Terminal("kremlin-tui", size=(100, 30)) as terminal:
        terminal.wait_for("Article")
        terminal.send("/n.to")
        terminal.wait_for("no match")
        terminal.send("\x1br")
        terminal.wait_for("regex · 1/9")


def test_what_is_pasted_is_one_line_without_control_characters() -> None:
    with Terminal("kremlin-tui", size=(100, 30)) as terminal:
        terminal.wait_for("Article")
        terminal.press("/", "\x1b[200~could no\nlonger\x07\x01\x1b[201~")
        terminal.wait_for("/ could no longer\N{SYMBOL FOR BELL}\N{SYMBOL FOR START OF HEADING}")
        assert b"\x07" not in terminal.raw.rpartition(b"could no")[2]


def test_a_sequence_that_is_pasted_reaches_no_terminal() -> None:
    with Terminal("kremlin-tui", size=(100, 30)) as terminal:
        terminal.wait_for("Article")
        terminal.press("/", "\x1b[200~longer\x1b]0;owned\x07\x1b[201~")
        terminal.wait_for("owned")
        assert b"\x1b]0;owned" not in terminal.raw


def test_a_letter_more_in_a_search_is_few_frames() -> None:
    with Terminal("kremlin-tui", size=(160, 45)) as terminal:
        terminal.wait_for("Positions")
        terminal.press("/", "n", "a")
        assert terminal.frames("t") <= 2
        terminal.press("enter")
        assert [terminal.frames(key) for key in "nnN"] == [1, 1, 1]


@pytest.mark.parametrize("opening", ["\x10zen", "T", ":theme\r", "m\x10", "m\x10read"])
def test_enter_twice_in_the_palette_runs_a_command_once(opening: str) -> None:
    with Terminal("kremlin-tui", size=(100, 30)) as terminal:
        terminal.wait_for("Positions  19")
        terminal.press(*opening)
        terminal.settle()
        terminal.send("\r\r")
        terminal.settle()
        terminal.press("r", "q")
        assert terminal.wait() == 0
