"""The chart of the signs as wide as its place, with a menu at the head of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leadjournal.ui.pages.outcomes.detail.values import Drawn, Picture
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import IconButton
from leadjournal.ui.widgets.chart import Chart

_MENU_ROOM = 30
_LEAST_WIDE = 200


class SignPicture(QWidget):
    """Draws anew for another width, theme or text size."""

    def __init__(self, looks: Looks, menu: Callable[[str], IconButton]) -> None:
        super().__init__()
        self._looks = looks
        self._menu = menu
        self._picture: Picture | None = None
        self._drawn: Drawn | None = None
        self._buttons: list[IconButton] = []
        self.chart = Chart(looks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.chart)
        looks.changed.connect(self._draw)

    def show_picture(self, picture: Picture | None, *, with_menus: bool) -> None:
        """Show the signs of another outcome, or the same ones as they are now."""
        self._picture = picture
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        signs: Sequence[str] = picture.signs if picture is not None and with_menus else ()
        self._buttons = [self._menu(sign) for sign in signs]
        for button in self._buttons:
            button.setParent(self)
            button.show()
        self.setVisible(picture is not None)
        self._draw()

    def _draw(self) -> None:
        picture, factor = self._picture, self._looks.factor
        if picture is None or self.width() < _LEAST_WIDE / 2:
            return
        room = _MENU_ROOM if self._buttons else 0
        palette = self._looks.theme.colours
        self._drawn = picture.draw(palette, self.width() / factor, room)
        self.chart.set_svg(self._drawn.svg, picture.name, picture.finding)
        self.chart.setFixedHeight(round(self._drawn.height * factor))
        self._place_buttons()

    def _place_buttons(self) -> None:
        if self._drawn is None:
            return
        factor = self._looks.factor
        for button, top in zip(self._buttons, self._drawn.tops, strict=False):
            middle = round((top + 13) * factor)
            button.move(self.width() - button.width(), max(0, middle - button.height() // 2))
            button.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._draw()
        else:
            self._place_buttons()
