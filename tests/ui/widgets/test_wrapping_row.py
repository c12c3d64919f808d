from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import PrimaryButton
from leadjournal.ui.widgets.segmented import Segmented
from leadjournal.ui.widgets.wrapping_row import WrappingRow


def test_what_has_no_room_beside_goes_below_and_is_never_cut(looks: Looks, qtbot: QtBot) -> None:
    views = Segmented(looks, "View", [("list", "List"), ("ledger", "Debt ledger")])
    add = PrimaryButton(looks, "New outcome", "plus")
    row = WrappingRow([views], [add])
    page = QWidget()
    qtbot.addWidget(page)
    row.setParent(page)
    page.show()
    row.resize(600, row.sizeHint().height())
    assert not row.is_wrapped()
    qtbot.waitUntil(lambda: add.mapTo(row, add.rect().topRight()).x() >= row.width() - 2)

    row.resize(max(views.sizeHint().width(), add.sizeHint().width()) + 20, 40)
    assert row.is_wrapped()
    row.resize(row.width(), row.sizeHint().height())
    qtbot.waitUntil(lambda: add.mapTo(row, add.rect().topLeft()).y() >= views.height())
    assert add.width() >= add.sizeHint().width()
    assert views.width() >= views.sizeHint().width()
