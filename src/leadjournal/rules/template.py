"""What a template is: frozen values read from a file or from what a reflection kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from leadjournal.base.words import later

NEWEST_FORMAT = 1
SHORT_LIMIT = 160
SCALE_LIMITS = (1, 5)

KINDS = (
    "short", "long", "list", "number", "date", "scale", "choice", "choices", "link", "board",
    "rows",
)  # fmt: skip

AREAS: dict[str, str] = {
    "purpose": later("Purpose and outcomes"),
    "charter": later("Team charter"),
    "retrospectives": later("Retrospectives"),
    "reflections": later("Reflections"),
    "systems": later("Systems and conditions"),
    "decisions": later("Decisions"),
    "people": later("People and growth"),
    "programmes": later("Programmes"),
}

LINKED_KINDS = (
    "why", "outcome", "objective", "indicator", "output", "person", "charter", "milestone",
    "decision", "experiment", "entry",
)  # fmt: skip

ENTRY_KINDS = ("daily", "weekly", "monthly", "quarterly", "moment", "note", "opportunity")
PRIVACIES = ("private", "shareable")


@dataclass(frozen=True, slots=True)
class Destination:
    """A kind of record that answers can become: its fields, the answers they take."""

    fields: Mapping[str, tuple[str, ...]]
    needs: str = ""
    """The field without which no record is made; the entry itself is always made."""


DESTINATIONS: dict[str, Destination] = {
    "entry": Destination(
        {
            "title": ("short",),
            "direction": ("choice",),
            "energy": ("scale",),
            "best_hour": ("choice",),
            "reference": ("link",),
        }
    ),
    "blocker": Destination({"text": ("short",), "outcome_id": ("link",)}, needs="text"),
}


@dataclass(frozen=True, slots=True)
class TemplateChoice:
    """One of the answers offered: what is stored, what is shown."""

    id: str
    words: str
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Condition:
    """A step is asked only after another one got one of these answers, or any at all."""

    step: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Into:
    """Where an answer goes: a field of a record."""

    record: str
    field: str


@dataclass(frozen=True, slots=True)
class Step:
    """One question."""

    id: str
    kind: str
    prompt: str
    label: str = ""
    help: str = ""
    example: str = ""
    required: bool = False
    choices: tuple[TemplateChoice, ...] = ()
    low: str = ""
    high: str = ""
    to: str = ""
    many: bool = False
    when: Condition | None = None
    into: tuple[Into, ...] = ()

    @property
    def short_words(self) -> str:
        """The question in a few words, for lists of answers."""
        return self.label or self.prompt


@dataclass(frozen=True, slots=True)
class Template:
    """A guide in writing: what it is for and what it asks."""

    id: str
    version: int
    title: str
    area: str
    minutes: int
    cadence: str
    purpose: str
    steps: tuple[Step, ...]
    privacy: str = "private"
    entry: str = "note"
    icon: str = "layout-template"
    draws_on: str = ""
    creates: str = ""
    coach_question: str = ""
    when: str = ""
    audience: tuple[str, ...] = field(default=())

    def step(self, step_id: str) -> Step | None:
        """The step with this id."""
        return next((step for step in self.steps if step.id == step_id), None)


def read_template(values: Mapping[str, Any]) -> Template:
    """The template in a parsed file in which no fault was found."""
    plain = {
        name: values[name]
        for name in (
            "id", "version", "title", "area", "minutes", "cadence", "purpose", "privacy", "entry",
            "icon", "draws_on", "creates", "coach_question", "when",
        )
        if name in values
    }  # fmt: skip
    steps = tuple(read_step(step) for step in values["steps"])
    return Template(**plain, steps=steps, audience=tuple(values.get("audience", ())))


def read_step(values: Mapping[str, Any]) -> Step:
    """One step, as it stands in a file or in a reflection."""
    plain = {
        name: values[name]
        for name in (
            "id", "kind", "prompt", "label", "help", "example", "required", "low", "high", "to",
            "many",
        )
        if name in values
    }  # fmt: skip
    return Step(
        **plain,
        choices=tuple(_choice(each) for each in values.get("choices", ())),
        when=_condition(values.get("when")),
        into=tuple(Into(each["record"], each["field"]) for each in values.get("into", ())),
    )


def written_step(step: Step) -> dict[str, Any]:
    """A step as a reflection keeps it; `read_step` reads it back."""
    written: dict[str, Any] = {"id": step.id, "kind": step.kind, "prompt": step.prompt}
    for name in ("label", "help", "example", "required", "low", "high", "to", "many"):
        if value := getattr(step, name):
            written[name] = value
    if step.choices:
        written["choices"] = [
            _without_empty(each.id, each.words, each.icon) for each in step.choices
        ]
    if step.when is not None:
        written["when"] = {"step": step.when.step, "is": list(step.when.values)}
    if step.into:
        written["into"] = [{"record": each.record, "field": each.field} for each in step.into]
    return written


def _without_empty(id_: str, words: str, icon: str) -> dict[str, str]:
    written = {"id": id_, "words": words, "icon": icon}
    return {name: value for name, value in written.items() if value}


def _choice(values: str | Mapping[str, str]) -> TemplateChoice:
    if isinstance(values, str):
        return TemplateChoice(values, values)
    return TemplateChoice(values["id"], values["words"], values.get("icon", ""))


def _condition(values: Mapping[str, Any] | None) -> Condition | None:
    if values is None:
        return None
    wanted: str | Sequence[str] = values.get("is", ())
    return Condition(values["step"], (wanted,) if isinstance(wanted, str) else tuple(wanted))
