"""How the window looks now: the theme, the text size, and what is drawn from them."""

from typing import cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from leadjournal.base.errors import Bug
from leadjournal.base.preferences import THEME
from leadjournal.ui.theme.fonts import font_of, line_height, load_faces
from leadjournal.ui.theme.icons import Icons
from leadjournal.ui.theme.palette import palette_of
from leadjournal.ui.theme.sheet import sheet_of
from leadjournal.ui.theme.tokens import SYSTEM, Theme, read_theme

SMALLEST, LARGEST = 0.8, 2.0

_LINE_ROOM = 11


class Looks(QObject):
    """The one place that knows the theme and styles the application."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice = SYSTEM
        self._factor = 1.0
        self._icons = Icons()
        self._themes: dict[str, Theme] = {}
        self._fonts: dict[str, QFont] = {}
        self._shown = False
        self._hints = QGuiApplication.styleHints()
        self._contrast = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self._follow_system)
        self._contrast.contrastPreferenceChanged.connect(self._follow_system)
        self._theme = self._read(self._wanted())

    @property
    def theme(self) -> Theme:
        """The theme on screen."""
        return self._theme

    @property
    def choice(self) -> str:
        """What the user chose: a theme, or to follow the system."""
        return self._choice

    @property
    def factor(self) -> float:
        """The text size, 1.0 being the normal one."""
        return self._factor

    def apply(self) -> None:
        """Style the application; once, before the first widget."""
        if not self._shown:
            load_faces()
            QApplication.setStyle("Fusion")
            self._shown = True
        self._style()

    def choose(self, choice: str) -> None:
        """Take a theme by id, or "system" to follow the computer's own setting."""
        if choice not in THEME.choices:
            raise Bug(f"There is no theme {choice!r}")
        self._choice = choice
        self._show(self._wanted())

    def set_factor(self, factor: float) -> None:
        """Take a text size; it is kept between 0.8 and 2.0."""
        kept = min(max(factor, SMALLEST), LARGEST)
        if kept != self._factor:
            self._factor = kept
            self._fonts.clear()
            self._style()

    def font(self, role: str) -> QFont:
        """The font of a type role at the present text size."""
        if role not in self._fonts:
            self._fonts[role] = font_of(self._theme, role, self._factor)
        return self._fonts[role]

    def line(self, role: str) -> int:
        """The line height of a type role in pixels."""
        return line_height(role, self._factor)

    def measure(self, name: str) -> int:
        """A token in pixels that does not grow with the text: gaps, radii, edges."""
        return round(self._theme.measure(name))

    def scaled(self, pixels: float) -> int:
        """A width or an icon size that grows with the text."""
        return round(pixels * self._factor)

    def height(self, token: str, role: str = "body") -> int:
        """The height of a box that holds one line of text."""
        return max(self.measure(token), self.line(role) + _LINE_ROOM)

    def colour(self, role: str) -> QColor:
        """The colour of a role."""
        return QColor(self._theme.colour(role))

    def pixmap(
        self, name: str, size: int = 16, role: str = "text_2", stroke: float = 2.0, room: int = 0
    ) -> QPixmap:
        """An icon as a picture, for the sharpest screen; the size grows with the text."""
        colour = self._theme.colour(role)
        return self._icons.pixmap(name, self.scaled(size), colour, self._dpr(), stroke, room)

    def icon(
        self, name: str, size: int = 16, role: str = "text_2", stroke: float = 2.0, room: int = 0
    ) -> QIcon:
        """An icon for a button or an action, grey when disabled."""
        icon = QIcon(self.pixmap(name, size, role, stroke, room))
        icon.addPixmap(self.pixmap(name, size, "text_3", stroke, room), QIcon.Mode.Disabled)
        return icon

    def mark(self, size: int, ground: str = "accent", ink: str = "on_accent") -> QPixmap:
        """The product's mark in two colour roles."""
        colours = self._theme.colour(ground), self._theme.colour(ink)
        return self._icons.mark(self.scaled(size), *colours, self._dpr())

    def _wanted(self) -> str:
        if self._choice != SYSTEM:
            return self._choice
        if self._contrast.contrastPreference() == Qt.ContrastPreference.HighContrast:
            return "high-contrast"
        dark = self._hints.colorScheme() == Qt.ColorScheme.Dark
        return "dark" if dark else "light"

    def _follow_system(self) -> None:
        if self._choice == SYSTEM:
            self._show(self._wanted())

    def _show(self, theme_id: str) -> None:
        if theme_id != self._theme.id:
            self._theme = self._read(theme_id)
            self._fonts.clear()
            self._style()

    def _read(self, theme_id: str) -> Theme:
        if theme_id not in self._themes:
            self._themes[theme_id] = read_theme(theme_id)
        return self._themes[theme_id]

    def _style(self) -> None:
        if not self._shown:
            return
        QApplication.setFont(self.font("body"))
        QApplication.setPalette(palette_of(self._theme))
        application = cast(QApplication, QApplication.instance())
        application.setStyleSheet(sheet_of(self._theme, self._factor))
        self.changed.emit()

    def _dpr(self) -> float:
        return cast(QGuiApplication, QGuiApplication.instance()).devicePixelRatio()
