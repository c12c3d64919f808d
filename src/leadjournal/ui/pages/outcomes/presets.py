"""Scores counted from answers: how each fills a form, and how its answers are asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from leadjournal.base.words import _
from leadjournal.model.indicator import Direction, Horizon, IndicatorKind, Preset
from leadjournal.rules.scores import SCALES, Score
from leadjournal.ui.widgets.answers import Answer
from leadjournal.ui.widgets.form import Form
from leadjournal.ui.widgets.form_fields import FormField

_FILLED = ("name", "kind", "horizon", "unit", "direction", "source")


def values_of(preset: Preset) -> Mapping[str, object]:
    """What a preset fills in."""
    words = {
        Preset.SATISFACTION: (
            _("Satisfaction share"),
            "%",
            _("“How satisfied are you with …?”, answers 1 to 5; the share of 4 and 5"),
        ),
        Preset.RECOMMENDATION: (
            _("Recommendation score"),
            _("points"),
            _("“How likely are you to recommend us?”, answers 0 to 10; the share of 9 and 10 "
              "minus the share of 0 to 6"),
        ),
        Preset.EFFORT: (
            _("Effort score"),
            "1-5",
            _("“How easy was it to …?”, answers from 1, very hard, to 5, very easy; the mean"),
        ),
    }  # fmt: skip
    if preset is Preset.NONE:
        return {}
    name, unit, source = words[preset]
    return {
        "name": name,
        "kind": IndicatorKind.OUTCOME,
        "horizon": Horizon.LEADING,
        "unit": unit,
        "direction": Direction.UP,
        "source": source,
    }


def fill_by_preset(form: Form) -> None:
    """Let a form follow its preset; what was typed into it stays."""
    blank = {name: _editor(form, name).value() for name in _FILLED}
    filled: dict[str, object] = {}

    def follow() -> None:
        preset = cast("Preset", _editor(form, "preset").value())
        wanted = values_of(preset)
        for name in _FILLED:
            editor = _editor(form, name)
            if editor.value() in (blank[name], filled.get(name, blank[name])):
                editor.set_value(wanted.get(name, blank[name]))
        filled.clear()
        filled.update(wanted)

    chosen: Any = form.editor("preset")
    chosen.currentIndexChanged.connect(lambda _place: follow())


def answer_fields(score: Score) -> list[FormField]:
    """How many gave each answer, from the highest to the lowest."""
    return [
        FormField(
            name=f"answer_{answer}",
            label=_("How many answered {answer}").format(answer=answer),
            kind="whole",
            optional=True,
        )
        for answer in reversed(SCALES[score].answers())
    ]


def _editor(form: Form, name: str) -> Answer:
    return cast("Answer", form.editor(name))
