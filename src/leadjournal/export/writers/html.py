"""A document as one HTML file that loads nothing and runs nothing."""

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from leadjournal.base.formats import day_long
from leadjournal.base.resources import resource
from leadjournal.base.words import _
from leadjournal.export.charts.drawing import Chart, draw
from leadjournal.export.charts.palette import css_name, theme_palette, web_palette
from leadjournal.export.document import Document, anchored, outline
from leadjournal.export.writers.html_text import html_text


def render(document: Document) -> bytes:
    """The file's bytes."""
    page = (
        _environment()
        .get_template("document.html")
        .render(
            document=document,
            blocks=tuple(anchored(document)),
            outline=outline(document),
            made=_("Made on {day} {year}").format(
                day=day_long(document.made_on), year=document.made_on.year
            ),
            light=_colours("light"),
            dark=_colours("dark"),
        )
    )
    return page.encode()


def _environment() -> Environment:
    environment = Environment(
        autoescape=True,
        loader=FileSystemLoader(resource("export")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["rich"] = html_text
    environment.filters["drawn"] = _drawn
    environment.globals["_"] = _
    return environment


def _drawn(chart: Chart) -> Markup:
    return Markup(draw(chart, web_palette()))  # noqa: S704 - our own drawing, its words escaped


def _colours(theme: str) -> tuple[tuple[str, str], ...]:
    return tuple((css_name(role), colour) for role, colour in theme_palette(theme).items())
