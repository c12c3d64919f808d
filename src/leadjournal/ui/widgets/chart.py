"""A chart that was drawn as SVG, as wide as its place and crisp at any scale."""

import re

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from leadjournal.ui.theme.looks import Looks

_LEAST_WIDE = 160
_FAMILIES = re.compile(r'font-family="([^",]+),[^"]*"')


class Chart(QWidget):
    """Shows an SVG text; `name` says what it is of, `finding` what is to be seen."""

    def __init__(self, looks: Looks, svg: str = "", name: str = "", finding: str = "") -> None:
        super().__init__()
        self._looks = looks
        self._renderer = QSvgRenderer(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_svg(svg, name, finding)

    def set_svg(self, svg: str, name: str, finding: str = "") -> None:
        """Show another drawing."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(finding)
        if svg:
            # QtSvg takes one family, and would look for one with the name of the whole list.
            one_family = _FAMILIES.sub(r'font-family="\1"', svg)
            self._renderer.load(QByteArray(one_family.encode()))
        self.updateGeometry()
        self.update()

    def drawn(self) -> bool:
        """Whether there is a drawing that could be read."""
        return self._renderer.isValid()

    def sizeHint(self) -> QSize:
        return QSize(self._renderer.defaultSize().width(), self._tall())

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDE, self._tall())

    def _tall(self) -> int:
        size = self._renderer.viewBoxF().size()
        return round(self.width() * size.height() / size.width()) if size.width() else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.drawn():
            painter = QPainter(self)
            self._renderer.render(painter, QRectF(self.rect()))
            painter.end()
