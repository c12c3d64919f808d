"""Where somebody is in a guide: the answers so far and the question on screen."""

from dataclasses import dataclass, field
from typing import Any

from leadjournal.rules import guide
from leadjournal.rules.answers import is_answered, words_of
from leadjournal.rules.template import Step, Template


@dataclass(slots=True)
class Walk:
    """A run through a template as the window shows it."""

    id: str
    template: Template
    answers: dict[str, Any]
    position: str
    short: bool = False
    links: dict[str, str] = field(default_factory=dict)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The questions that are asked."""
        return guide.steps_of(self.template, self.answers, self.short)

    @property
    def step(self) -> Step:
        """The question on screen."""
        return guide.step_at(self.template, self.answers, self.position, self.short)

    @property
    def place(self) -> int:
        """Which of the questions it is; the first is 0."""
        return self.steps.index(self.step)

    @property
    def coming(self) -> tuple[Step, ...]:
        """The questions after this one."""
        return self.steps[self.place + 1 :]

    @property
    def missing(self) -> tuple[Step, ...]:
        """The questions that have to be answered before the end."""
        return guide.missing(self.template, self.answers)

    @property
    def minutes_left(self) -> int:
        """About how many minutes the rest takes."""
        return guide.minutes_left(self.template, len(self.coming) + 1)

    def take(self, step_id: str, value: object) -> None:
        """Keep an answer, or take it back."""
        if is_answered(value):
            self.answers[step_id] = value
        else:
            self.answers.pop(step_id, None)

    def is_answered(self, step: Step) -> bool:
        """Whether a question has an answer."""
        return is_answered(self.answers.get(step.id))

    def words(self, step: Step) -> str:
        """The answer to a question as a person reads it; nothing without one."""
        if not self.is_answered(step):
            return ""
        return words_of(step, self.answers[step.id], self.links)

    def next_step(self) -> Step | None:
        """The question after this one."""
        return guide.next_step(self.template, self.answers, self.step.id, self.short)

    def previous_step(self) -> Step | None:
        """The question before this one."""
        return guide.previous_step(self.template, self.answers, self.step.id, self.short)
