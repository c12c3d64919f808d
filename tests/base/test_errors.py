from leadjournal.base.errors import (
    Bug,
    CannotSave,
    InvalidValue,
    MachineFault,
    Problem,
    UserMistake,
)


def test_a_problem_says_what_happened_what_is_safe_and_what_to_do() -> None:
    problem = CannotSave("The disk is full.", "All is safe.", "Make room.")
    assert str(problem) == "The disk is full. All is safe. Make room."
    assert str(InvalidValue("Needed.", field="name")) == "Needed."


def test_the_tree_has_three_branches() -> None:
    branches = (UserMistake, MachineFault, Bug)
    assert all(issubclass(branch, Problem) for branch in branches)
    assert not any(
        issubclass(one, other) for one in branches for other in branches if one is not other
    )


def test_an_invalid_value_names_its_field() -> None:
    assert InvalidValue("Needed.", field="name").field == "name"
