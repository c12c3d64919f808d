from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import IconButton
from leadjournal.ui.widgets.editors import ComboBox, DayEdit, LineEdit, PassphraseEdit, TextArea
from leadjournal.ui.widgets.field import Field, row_of
from leadjournal.ui.widgets.label import Label


def test_the_label_belongs_to_its_editor(looks: Looks, qtbot: QtBot) -> None:
    field = Field(looks, "Who would notice first?", LineEdit(looks), hint="One group is enough.")
    qtbot.addWidget(field)

    assert field.editor in [label.buddy() for label in field.findChildren(Label)]
    assert field.editor.accessibleName() == "Who would notice first?"
    assert field.editor.accessibleDescription() == "One group is enough."
    assert field.focusProxy() is field.editor


def test_what_is_wrong_takes_the_place_of_the_hint(looks: Looks, qtbot: QtBot) -> None:
    field = Field(looks, "Action", LineEdit(looks), hint="What, and by when")
    qtbot.addWidget(field)
    field.show()

    field.set_error("Needs one owner.")
    assert _words(field) == ["Action", "Needs one owner."]
    assert field.editor.accessibleDescription() == "Needs one owner."
    assert field.editor.property("wrong") is True

    field.clear_error()
    assert _words(field) == ["Action", "What, and by when"]
    assert field.editor.property("wrong") is False


def test_an_optional_answer_says_so(looks: Looks, qtbot: QtBot) -> None:
    field = Field(looks, "Passphrase", PassphraseEdit(looks), optional=True)
    qtbot.addWidget(field)
    field.show()

    assert _words(field) == ["Passphrase", "Optional"]


def test_fields_beside_each_other_have_their_labels_on_one_line(looks: Looks, qtbot: QtBot) -> None:
    one = Field(looks, "Owner", LineEdit(looks))
    other = Field(looks, "Reason", TextArea(looks), hint="One sentence")
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.setLayout(row_of([one, other]))
    holder.show()
    qtbot.waitExposed(holder)

    assert one.y() == other.y()


def test_text_grows_and_then_scrolls(looks: Looks, qtbot: QtBot) -> None:
    area = TextArea(looks, lines=2, most_lines=4)
    qtbot.addWidget(area)
    area.resize(400, 100)
    area.show()
    two = area.height()

    area.set_text("\n".join("abcd"))
    four = area.height()
    area.set_text("\n".join("abcdefgh"))

    assert four - two == 2 * looks.line("body")
    assert area.height() == four
    assert area.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAsNeeded


def test_typed_lines_keep_the_line_height(looks: Looks, qtbot: QtBot) -> None:
    area = TextArea(looks, role="reading")
    qtbot.addWidget(area)
    area.show()
    QTest.keyClicks(area, "One")
    QTest.keyClick(area, Qt.Key.Key_Return)
    QTest.keyClicks(area, "Two")

    cursor = QTextCursor(area.document())
    heights = [block.blockFormat().lineHeight() for block in _blocks(cursor)]
    assert area.text() == "One\nTwo"
    assert heights == [28.0, 28.0]


def test_setting_a_text_says_nothing_twice(looks: Looks, qtbot: QtBot) -> None:
    area = TextArea(looks, "as it was")
    qtbot.addWidget(area)

    with qtbot.assertNotEmitted(area.textChanged):
        area.set_text("as it was")


def test_tab_leaves_a_text(looks: Looks, qtbot: QtBot) -> None:
    area = TextArea(looks)
    qtbot.addWidget(area)

    assert area.tabChangesFocus()
    assert not area.acceptRichText()


def test_a_list_gives_values_and_not_words(looks: Looks, qtbot: QtBot) -> None:
    box = ComboBox(looks, [("Real", "real"), ("Partly", "partly")])
    qtbot.addWidget(box)

    box.set_value("partly")
    assert box.value() == "partly"
    assert box.currentText() == "Partly"

    box.set_value("unknown")
    assert box.value() is None


def test_a_day_is_a_plain_date(looks: Looks, qtbot: QtBot) -> None:
    edit = DayEdit(looks, date(2025, 10, 31))
    qtbot.addWidget(edit)

    with qtbot.waitSignal(edit.day_changed, timeout=1000) as told:
        edit.set_day(date(2025, 11, 14))
    assert told.args == [date(2025, 11, 14)]
    assert edit.day() == date(2025, 11, 14)


def test_an_optional_day_may_be_none(looks: Looks, qtbot: QtBot) -> None:
    edit = DayEdit(looks, optional=True)
    qtbot.addWidget(edit)

    assert edit.day() is None
    assert edit.text() == "No day"
    edit.set_day(date(2025, 11, 14))
    edit.set_day(None)
    assert edit.day() is None


@pytest.mark.parametrize("before", [None, date(2025, 10, 31)])
@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("14 November 2025", date(2025, 11, 14)),
        ("14 nov 2025", date(2025, 11, 14)),
        ("2025-11-14", date(2025, 11, 14)),
        ("14.11.2025", date(2025, 11, 14)),
        ("1/2/2026", date(2026, 2, 1)),
    ],
)
def test_a_day_can_be_typed(
    looks: Looks, qtbot: QtBot, before: date | None, typed: str, day: date
) -> None:
    edit = DayEdit(looks, before, optional=True)
    qtbot.addWidget(edit)
    edit.lineEdit().selectAll()
    QTest.keyClicks(edit, typed)
    assert edit.day() == day
    assert edit.text() == f"{day.day} {day:%B} {day.year}"


def test_a_day_without_its_year_is_in_the_year_shown(looks: Looks, qtbot: QtBot) -> None:
    edit = DayEdit(looks, date(2025, 10, 31))
    qtbot.addWidget(edit)
    edit.lineEdit().selectAll()
    QTest.keyClicks(edit, "14 November")
    assert edit.day() == date(2025, 11, 14)


def test_what_is_no_day_leaves_the_day_as_it_was(looks: Looks, qtbot: QtBot) -> None:
    edit = DayEdit(looks, date(2025, 10, 31))
    qtbot.addWidget(edit)
    edit.lineEdit().selectAll()
    QTest.keyClicks(edit, "soon")
    assert edit.day() == date(2025, 10, 31)
    assert edit.text() == "31 October 2025"


def test_an_optional_day_is_taken_back_by_deleting_it(looks: Looks, qtbot: QtBot) -> None:
    edit = DayEdit(looks, date(2025, 10, 31), optional=True)
    qtbot.addWidget(edit)
    edit.lineEdit().selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    assert edit.day() is None
    assert edit.text() == "No day"
    QTest.keyClick(edit, Qt.Key.Key_Up)
    assert edit.day() == date.today()


def test_a_passphrase_is_hidden_until_the_eye_is_pressed(looks: Looks, qtbot: QtBot) -> None:
    edit = PassphraseEdit(looks)
    qtbot.addWidget(edit)
    eye = edit.findChildren(IconButton)[0]
    assert edit.echoMode() == QLineEdit.EchoMode.Password
    assert eye.accessibleName() == "Show passphrase"

    eye.click()
    assert edit.echoMode() == QLineEdit.EchoMode.Normal
    assert eye.accessibleName() == "Hide passphrase"


def test_the_eye_keeps_its_place_when_the_text_size_changes(looks: Looks, qtbot: QtBot) -> None:
    edit = PassphraseEdit(looks)
    qtbot.addWidget(edit)
    edit.resize(340, edit.height())
    edit.show()
    eye = edit.findChildren(IconButton)[0]
    looks.set_factor(2.0)
    qtbot.waitUntil(lambda: eye.geometry().right() == edit.width() - 6)
    assert abs(eye.geometry().center().y() - edit.rect().center().y()) <= 1
    looks.set_factor(1.0)


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast"])
def test_the_days_of_the_calendar_can_be_read(looks: Looks, qtbot: QtBot, theme: str) -> None:
    edit = DayEdit(looks, date(2025, 10, 31))
    qtbot.addWidget(edit)
    looks.choose(theme)
    month = edit.calendarWidget()
    for weekday in Qt.DayOfWeek:
        look = month.weekdayTextFormat(weekday)
        assert look.foreground().color() == looks.colour("text")
        assert look.background().color() == looks.colour("overlay")
    month.resize(300, 240)
    picture = month.grab().toImage()
    assert picture.pixelColor(2, picture.height() // 2) == looks.colour("overlay")


def _words(field: Field[LineEdit] | Field[PassphraseEdit]) -> list[str]:
    return [each.text() for each in field.findChildren(QLabel) if each.isVisible() and each.text()]


def _blocks(cursor: QTextCursor) -> list:  # type: ignore[type-arg]
    document = cursor.document()
    return [document.findBlockByNumber(number) for number in range(document.blockCount())]
