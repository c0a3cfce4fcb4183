"""``kremlin-tui completion SHELL``: what a shell needs to know to complete a command."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.cli.arguments import Command, Option, Parser, command_of, commands
from tui.cli.streams import write

ABOUT = """\
Print what completes the commands, options and articles of kremlin-tui in a shell.
  bash   kremlin-tui completion bash > ~/.local/share/bash-completion/completions/kremlin-tui
  zsh    kremlin-tui completion zsh > DIR/_kremlin-tui, for a DIR of $fpath
  fish   kremlin-tui completion fish > ~/.config/fish/completions/kremlin-tui.fish"""
ARTICLE = "article"
"""A value that is an article: a YAML file, or a folder."""
ANY_FILE = "file"
_NO_COMMAND = '""'


class Values(NamedTuple):
    """What may stand for a value: words, or files of a kind."""

    words: tuple[str, ...] = ()
    files: str = ""


def parser() -> Parser:
    """The arguments of the command."""
    parser = Parser("kremlin-tui completion", ABOUT)
    parser.add_argument("shell", metavar="SHELL", choices=[*SHELLS], help="bash, zsh or fish")
    return parser


def main(arguments: Sequence[str]) -> int:
    """Run the command; returns its exit code."""
    script = SHELLS[parser().parse_args(arguments).shell]
    from tui.cli import COMMANDS
    from tui.cli import parser as reader

    return write("\n".join(script([command_of("", reader()), *commands([*COMMANDS])], COMMANDS)) + "\n")


def _values(command: Command, option: Option) -> Values:
    if option.choices:
        return Values(option.choices)
    if option.names == ("--theme",):
        from tui.theme import theme_names

        return Values(tuple(theme_names()))
    if option.value in ("FILE", "TEXT"):
        return Values(files=ANY_FILE if option.names or command.name == "new" else ARTICLE)
    return Values()


# ------------------------------------------------------------------ bash


_BASH = r"""
_kremlin_tui_words() {
    local each
    for each; do
        if [[ $each == "$word"* ]]; then COMPREPLY+=("$each"); fi
    done
}
_kremlin_tui_files() {
    local each typed found
    compopt -o filenames 2>/dev/null
    if [[ $1 == article ]]; then
        found=$(compgen -f -X '!*.yaml' -- "$word"; compgen -f -X '!*.yml' -- "$word"; compgen -d -- "$word")
    else
        found=$(compgen -f -- "$word")
    fi
    # A name of several lines comes in pieces, which are no files, or none that begin like it.
    IFS= read typed <<<"${word#[\"\']}"
    while IFS= read -r each; do
        if [[ $each == "$typed"* && ( -e $each || $each == [~\$]* ) ]]; then COMPREPLY+=("$each"); fi
    done <<<"$found"
}
_kremlin_tui() {
    # The words as they are typed up to the cursor: bash cuts them at each colon and equals sign, too.
    local rest=${COMP_LINE:0:COMP_POINT} words=() gap piece i
    for (( i = 0; i <= COMP_CWORD; i++ )); do
        gap=${rest%%[![:space:]]*}
        rest=${rest#"$gap"}
        piece=${COMP_WORDS[i]}
        if (( i == COMP_CWORD )); then piece=$rest; fi
        if [[ $gap || $i == 0 ]]; then words+=("$piece"); else words[${#words[@]}-1]+=$piece; fi
        rest=${rest#"$piece"}
    done
    local last=$(( ${#words[@]} - 1 )) command= ended=
    local whole=${words[last]} word=${words[last]} before=${words[last-1]} option=
    for (( i = 1; i < last; i++ )); do
        if [[ ${words[i]} == -- ]]; then ended=yes before=; fi
    done
    if [[ ! $ended && $word == --*=* ]]; then before=${word%%=*} option=$before= word=${word#*=}; fi
    if (( last > 1 )); then
        case ${words[1]} in
            COMMANDS) command=${words[1]} ;;
        esac
    fi
    COMPREPLY=()
    _kremlin_tui_offer
    # Of a word that bash has cut, it replaces the end alone.
    IFS= read gap <<<"${whole%"$2"}"
    for i in "${!COMPREPLY[@]}"; do
        piece=$option${COMPREPLY[i]}
        COMPREPLY[i]=${piece#"$gap"}
    done
}
complete -F _kremlin_tui kremlin-tui"""


def _bash(known: Sequence[Command], about: dict[str, str]) -> Iterator[str]:
    yield "# Completes kremlin-tui in bash; made by: kremlin-tui completion bash"
    yield from ("_kremlin_tui_offer() {", '    case "$command $before" in')
    for command in known:
        for option in command.named:
            if option.value:
                names = "|".join(f'"{command.name} {name}"' for name in option.names)
                yield f"        {names}) {_bash_values(_values(command, option))}return ;;"
    yield from ("    esac", "    if [[ $option ]]; then return; fi")
    yield from ("    if [[ ! $ended && $word == -* ]]; then", "        case $command in")
    for command in known:
        names = " ".join(name for option in command.named for name in option.names)
        yield f"            {command.name or _NO_COMMAND}) _kremlin_tui_words {names} ;;"
    yield from ("        esac", "        return", "    fi", "    case $command in")
    for command in known:
        first = "" if command.name else f"if (( last == 1 )); then {_bash_values(Values(tuple(about)))}fi; "
        values = [_values(command, option) for option in command.places]
        yield f"        {command.name or _NO_COMMAND}) {first}{''.join(map(_bash_values, values))};;"
    yield from ("    esac", "}", *_BASH.replace("COMMANDS", "|".join(about)).strip().splitlines())


def _bash_values(values: Values) -> str:
    if values.files:
        return f"_kremlin_tui_files {values.files}; "
    return f"_kremlin_tui_words {' '.join(values.words)}; " if values.words else ""


# ------------------------------------------------------------------ zsh


def _zsh(known: Sequence[Command], about: dict[str, str]) -> Iterator[str]:
    yield from ("#compdef kremlin-tui", "# Completes kremlin-tui in zsh; made by: kremlin-tui completion zsh")
    yield from ("_kremlin_tui_first() {", "    local -a commands", "    commands=(")
    yield from (f"        {_quoted(f'{name}:{told}')}" for name, told in about.items())
    yield "    )"
    yield from ("    (( CURRENT == 2 )) && _describe -t commands command commands", "    _files -g '*.(yaml|yml)'", "}")
    yield from ("_kremlin_tui() {", "    if (( CURRENT > 2 )); then", "        case $words[2] in")
    for command in known[1:]:
        yield from (f"            {command.name})", "                shift words; (( CURRENT-- ))")
        yield from (f"                {line}" for line in _zsh_arguments(command))
        yield from ("                return", "                ;;")
    yield from ("        esac", "    fi", *(f"    {line}" for line in _zsh_arguments(known[0])), "}")
    yield 'if [[ $funcstack[1] == _kremlin_tui || $funcstack[1] == _kremlin-tui ]]; then _kremlin_tui "$@"'
    yield "else compdef _kremlin_tui kremlin-tui; fi"


def _zsh_arguments(command: Command) -> Iterator[str]:
    yield "_arguments -s -S \\"
    for option in command.named:
        told = option.about.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]").replace(":", "\\:")
        others = f"({' '.join(option.names)})" if len(option.names) > 1 else ""
        value = f":{option.value}:{_zsh_values(_values(command, option))}" if option.value else ""
        for name in option.names:
            joined = "=" if value and name.startswith("--") else ""
            yield f"    {_quoted(f'{others}{name}{joined}[{told}]{value}')} \\"
    for option in command.places:
        which = "*" if option.several else "1"
        values = _zsh_values(_values(command, option)) if command.name else "_kremlin_tui_first"
        yield f"    {_quoted(f'{which}:{option.value}:{values}')} \\"
    yield "    && return"


def _zsh_values(values: Values) -> str:
    if values.files:
        return '_files -g "*.(yaml|yml)"' if values.files == ARTICLE else "_files"
    return f"({' '.join(values.words)})" if values.words else " "


# ------------------------------------------------------------------ fish


def _fish(known: Sequence[Command], about: dict[str, str]) -> Iterator[str]:
    yield "# Completes kremlin-tui in fish; made by: kremlin-tui completion fish"
    yield "complete -c kremlin-tui -f"
    first = "'__fish_use_subcommand; and not contains -- -- (commandline -opc)'"
    for name, told in about.items():
        yield f"complete -c kremlin-tui -n {first} -a {name} -d {_fish_quoted(told)}"
    for command in known:
        seen = f"__fish_seen_subcommand_from {command.name or ' '.join(about)}"
        where = f"complete -c kremlin-tui -n {_fish_quoted(seen if command.name else f'not {seen}')}"
        for option in command.named:
            names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names)
            values = _values(command, option)
            value = f" {'-r' if values.files else '-x'}{_fish_values(values)}" if option.value else ""
            yield f"{where} {names}{value} -d {_fish_quoted(option.about)}"
        for option in command.places:
            if values := _fish_values(_values(command, option)):
                yield f"{where}{values}"


def _fish_values(values: Values) -> str:
    if values.files:
        return (
            " -k -a '(__fish_complete_suffix .yaml; __fish_complete_suffix .yml)'" if values.files == ARTICLE else " -F"
        )
    return f" -a {_fish_quoted(' '.join(values.words))}" if values.words else ""


def _fish_quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _quoted(text: str) -> str:
    """A text as bash and zsh take it for one word."""
    return "'" + text.replace("'", "'\\''") + "'"


SHELLS = {"bash": _bash, "zsh": _zsh, "fish": _fish}
"""What makes the script of each shell."""
