"""The colours: everything can be read on every theme, and sides can be told apart."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from rich.color import Color as RichColor
from rich.color import ColorType
from rich.style import Style
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from article.model import Actor, Article, Paragraph, Party, Position
from tests.unit.perceived import hues_apart, lch_of
from tui.oklch import contrast
from tui.theme import INK, PAPER, THEMES, ActorInk, Ground, Palette, css_variables

COLOURED = [theme for theme in (*THEMES, *BUILTIN_THEMES.values()) if not theme.ansi]
ANSI = [theme for theme in BUILTIN_THEMES.values() if theme.ansi]
READABLE = 4.5
"""What WCAG 2.2 asks of text, level AA."""

on_every_theme = pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
on_ansi_themes = pytest.mark.parametrize("theme", ANSI, ids=lambda theme: theme.name)


def generated(theme: Theme) -> dict[str, str]:
    """A theme's variables, as Textual works them out for an app."""
    return {**theme.to_color_system().generate(), **theme.variables}


def variables(theme: Theme) -> dict[str, Color]:
    return {name: Color.parse(value) for name, value in css_variables(theme, generated(theme)).items()}


def ground_of(theme: Theme) -> Ground:
    return Ground.of(theme, generated(theme))


def palette_of(article: Article, theme: Theme, *, colour: bool = True) -> Palette:
    return Palette.of(article, theme, generated(theme), colour=colour)


def story(parties: int, members: int) -> Article:
    """An article of so many parties with so many actors each, and nothing else."""
    return Article(
        id="story",
        headline="Story",
        paragraphs=(Paragraph("Text.", 1),),
        parties=tuple(Party(f"p{side}", f"P{side}") for side in range(parties)),
        actors=tuple(
            Actor(f"a{side}-{place}", "A", None, f"{side}{place}", party=f"p{side}")
            for side in range(parties)
            for place in range(members)
        ),
        issues=(),
        stances=(),
        source="story.yaml",
    )


def text_of(style: Style) -> Color:
    assert style.color
    return Color.from_rich_color(style.color)


def fill_of(style: Style) -> Color:
    assert style.bgcolor
    return Color.from_rich_color(style.bgcolor)


def hue_of(ink: ActorInk) -> float:
    return lch_of(text_of(ink.name))[2]


def worst(pairs: list[tuple[Color, Color]]) -> float:
    return min(contrast(text, ground) for text, ground in pairs)


@pytest.fixture(scope="module")
def crowd() -> Article:
    """More parties and actors than there are hues in the table."""
    return story(12, 6)


# ---------------------------------------------------------------------- what can be read


@on_every_theme
@pytest.mark.parametrize("name", ["ink", "ink-muted", "ink-accent", "ink-error"])
def test_texts_can_be_read_on_every_ground(theme: Theme, name: str) -> None:
    assert worst([(variables(theme)[name], ground) for ground in ground_of(theme)]) >= READABLE


@on_every_theme
def test_dimmed_text_can_still_be_read_on_the_page(theme: Theme) -> None:
    assert contrast(variables(theme)["ink-dimmed"], ground_of(theme).background) >= 4.4


@on_every_theme
def test_dimmed_text_steps_back_behind_the_rest(theme: Theme) -> None:
    inks, page = variables(theme), ground_of(theme).background
    assert contrast(inks["ink-dimmed"], page) < min(contrast(inks[name], page) for name in ("ink", "ink-muted"))


@on_every_theme
def test_the_grounds_of_the_style_sheets_are_those_that_texts_are_made_for(theme: Theme) -> None:
    inks, ground = variables(theme), ground_of(theme)
    assert {name: inks[name].hex for name in ("side", "bar", "lit", "raised")} == {
        "side": ground.side.hex,
        "bar": ground.bar.hex,
        "lit": ground.lit.hex,
        "raised": ground.raised.hex,
    }


@on_every_theme
def test_the_programs_name_can_be_read_on_the_accent(theme: Theme) -> None:
    assert contrast(ground_of(theme).background, variables(theme)["ink-accent"]) >= READABLE


@on_every_theme
def test_every_actors_name_can_be_read_on_every_ground(theme: Theme, shipped: Article) -> None:
    names = [text_of(ink.name) for ink in palette_of(shipped, theme).actors.values()]
    assert worst([(name, ground) for name in names for ground in ground_of(theme)]) >= READABLE


@on_every_theme
def test_a_crowd_of_names_can_be_read_on_every_ground(theme: Theme, crowd: Article) -> None:
    names = [text_of(ink.name) for ink in palette_of(crowd, theme).actors.values()]
    assert worst([(name, ground) for name in names for ground in ground_of(theme)]) >= READABLE


@on_every_theme
def test_evidence_can_be_read_on_its_tint(theme: Theme, crowd: Article) -> None:
    ink = variables(theme)["ink"]
    assert worst([(ink, fill_of(actor.words)) for actor in palette_of(crowd, theme).actors.values()]) >= READABLE


@on_every_theme
def test_names_can_be_read_in_the_evidence_of_others(theme: Theme, crowd: Article) -> None:
    actors: list[ActorInk] = list(palette_of(crowd, theme).actors.values())
    assert worst([(text_of(one.name), fill_of(other.words)) for one in actors for other in actors]) >= READABLE


@on_every_theme
def test_pinned_words_can_be_read_on_their_tint(theme: Theme, crowd: Article) -> None:
    actors = palette_of(crowd, theme).actors.values()
    assert worst([(text_of(actor.pinned), fill_of(actor.pinned)) for actor in actors]) >= READABLE


@on_every_theme
def test_tags_can_be_read_on_their_chips(theme: Theme, crowd: Article) -> None:
    actors = palette_of(crowd, theme).actors.values()
    assert worst([(text_of(actor.chip), fill_of(actor.chip)) for actor in actors]) >= READABLE


@on_every_theme
@pytest.mark.parametrize("position", Position)
def test_a_badge_can_be_read_on_its_fill(theme: Theme, position: Position, harbor: Article) -> None:
    badge = palette_of(harbor, theme).badges[position]
    assert contrast(text_of(badge), fill_of(badge)) >= READABLE


@on_every_theme
@pytest.mark.parametrize("position", Position)
def test_a_badge_is_filled_darkly_on_a_dark_theme_and_lightly_on_a_light_one(
    theme: Theme, position: Position, harbor: Article
) -> None:
    badge = palette_of(harbor, theme).badges[position]
    assert (lch_of(fill_of(badge))[0] < lch_of(text_of(badge))[0]) is theme.dark


# ---------------------------------------------------------------------- what can be told apart


@on_every_theme
def test_every_position_has_a_fill_of_its_own(theme: Theme, harbor: Article) -> None:
    fills = {fill_of(badge).hex for badge in palette_of(harbor, theme).badges.values()}
    assert len(fills) == len(Position)


@on_every_theme
def test_pinned_words_are_tinted_more_than_others(theme: Theme, harbor: Article) -> None:
    page = ground_of(theme).background
    for ink in palette_of(harbor, theme).actors.values():
        assert contrast(fill_of(ink.pinned), page) > contrast(fill_of(ink.words), page) > 1
        assert (ink.pinned.bold, ink.pinned.underline) == (True, True)


@on_every_theme
def test_the_parties_of_a_story_differ_in_hue(theme: Theme, shipped: Article) -> None:
    actors = palette_of(shipped, theme).actors
    hues = [[hue_of(actors[actor.id]) for actor in members] for _, members in shipped.by_party]
    for one, other in combinations(hues, 2):
        assert min(hues_apart(a, b) for a in one for b in other) >= 15


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("parties", [2, 3, 5, 8, 9, 12])
def test_many_parties_still_differ_in_hue(theme: Theme, parties: int) -> None:
    hues = [hue_of(ink) for ink in palette_of(story(parties, 1), theme).actors.values()]
    assert min(hues_apart(one, other) for one, other in combinations(hues, 2)) >= 5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("members", [2, 6, 10, 20])
@pytest.mark.parametrize("parties", [2, 3, 4, 6, 8])
def test_a_large_party_keeps_to_its_own_part_of_the_circle(theme: Theme, parties: int, members: int) -> None:
    """Going round the circle, a party that was left does not come again."""
    article = story(parties, members)
    inks = palette_of(article, theme).actors
    order = sorted(article.actors, key=lambda actor: hue_of(inks[actor.id]))
    changes = sum(one.party != other.party for one, other in pairwise([*order, order[0]]))
    assert changes == parties


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_actors_of_a_party_are_shades_of_one_hue(theme: Theme) -> None:
    hues = [hue_of(ink) for ink in palette_of(story(2, 3), theme).actors.values()]
    for party in (hues[:3], hues[3:]):
        assert all(10 < hues_apart(one, other) < 30 for one, other in pairwise(party))
    assert 160 < hues_apart(hues[1], hues[4]) <= 180


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("size", [(2, 6), (4, 4), (8, 3)], ids=str)
def test_every_actor_has_a_colour_of_its_own(theme: Theme, size: tuple[int, int]) -> None:
    article = story(*size)
    assert len({ink.name for ink in palette_of(article, theme).actors.values()}) == len(article.actors)


def test_every_actor_has_inks(shipped: Article) -> None:
    assert palette_of(shipped, INK).actors.keys() == shipped.actor.keys()


def test_the_dark_theme_is_dark_and_the_light_one_light() -> None:
    grounds = [lch_of(ground_of(theme).background)[0] for theme in (INK, PAPER)]
    assert (INK.dark, PAPER.dark) == (True, False)
    assert grounds[0] < 0.3 < 0.9 < grounds[1]


# ---------------------------------------------------------------------- without colours of our own


def colours_in(palette: Palette) -> set[RichColor]:
    inks = palette.actors.values()
    styles = [style for ink in inks for style in (ink.name, ink.words, ink.pinned, ink.chip)]
    return {color for style in (*styles, *palette.badges.values()) for color in (style.color, style.bgcolor) if color}


@on_ansi_themes
def test_a_theme_of_the_terminals_own_colours_uses_no_other(theme: Theme, shipped: Article) -> None:
    kinds = {color.type for color in colours_in(palette_of(shipped, theme))}
    assert kinds <= {ColorType.STANDARD, ColorType.DEFAULT}


@on_ansi_themes
def test_six_parties_differ_in_the_terminals_own_colours(theme: Theme) -> None:
    assert len({ink.name for ink in palette_of(story(6, 1), theme).actors.values()}) == 6


@on_every_theme
def test_without_colour_no_theme_uses_its_own(theme: Theme, shipped: Article) -> None:
    kinds = {color.type for color in colours_in(palette_of(shipped, theme, colour=False))}
    assert kinds <= {ColorType.STANDARD, ColorType.DEFAULT}


@on_ansi_themes
def test_the_variables_of_a_theme_of_the_terminals_own_colours_name_no_other(theme: Theme) -> None:
    assert all(value.startswith("ansi_") for value in css_variables(theme, generated(theme)).values())
    assert all(color.ansi is not None for color in variables(theme).values())


@on_ansi_themes
def test_every_theme_has_the_same_variables(theme: Theme) -> None:
    assert css_variables(theme, generated(theme)).keys() == css_variables(INK, generated(INK)).keys()


def test_without_colour_fills_are_said_by_weight(shipped: Article) -> None:
    palette = palette_of(shipped, INK, colour=False)
    assert all(badge.reverse and badge.bold for badge in palette.badges.values())
    for ink in palette.actors.values():
        assert ink.name.bold
        assert ink.words.underline
        assert ink.pinned.reverse
        assert ink.chip.reverse
