"""Every kind of button, as tall as its text needs and named for assistive technology."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy

from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.label import Label

_QT_GAP = 4  # QPushButton always leaves this much between icon and text
_FIXED = QSizePolicy.Policy.Fixed


def is_enter(event: QKeyEvent) -> bool:
    """Whether Enter alone was pressed, which presses the button that has the focus."""
    modifiers = Qt.KeyboardModifier
    is_alone = event.modifiers() in (modifiers.NoModifier, modifiers.KeypadModifier)
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and is_alone


class Button(QPushButton):
    """A button with words: what all kinds share."""

    kind = "secondary"
    type_role = "body-m"
    ink = "text"
    icon_size = 16
    stroke = 2.0
    gap = 8

    def __init__(
        self, looks: Looks, text: str = "", icon: str = "", *, height: str | int = "h_control"
    ) -> None:
        super().__init__(text)
        self.looks = looks
        self.icon_name = icon
        self._height = height
        self.setProperty("kind", self.kind)
        self.setSizePolicy(_FIXED, _FIXED)
        self.setAutoDefault(False)
        self.restyle()
        looks.changed.connect(self.restyle)

    def set_icon(self, name: str) -> None:
        """Take another icon, or none."""
        self.icon_name = name
        self.restyle()

    def restyle(self) -> None:
        """Take the fonts, icons and heights of the present theme and text size."""
        self.setFont(self.looks.font(self.type_role))
        if self.icon_name:
            icon = self.drawn_icon()
            self.setIcon(icon)
            self.setIconSize(icon.availableSizes()[0])
        else:
            self.setIcon(QIcon())
        self.setFixedHeight(self.box_height())
        self.updateGeometry()

    def drawn_icon(self) -> QIcon:
        """The icon, with the gap to the words drawn into it."""
        return self.looks.icon(
            self.icon_name, self.icon_size, self.ink, self.stroke, self.icon_room()
        )

    def icon_room(self) -> int:
        """How much of the gap has to be drawn into the icon."""
        return self.looks.scaled(self.gap) - _QT_GAP if self.text() else 0

    def box_height(self) -> int:
        """How tall the button is at the present text size."""
        if isinstance(self._height, str):
            return self.looks.height(self._height, self.type_role)
        return max(self._height, self.looks.line(self.type_role) + 11)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A choice is made with Space; Enter goes on to what comes after it.
        if is_enter(event) and self.kind != "choice":
            self.click()
        else:
            super().keyPressEvent(event)


class PrimaryButton(Button):
    """The one main action of a page."""

    kind = "primary"
    ink = "on_accent"


class SecondaryButton(Button):
    """Any other action that needs an edge to be seen."""

    ink = "text_2"


class QuietButton(Button):
    """An action that is there when it is looked for."""

    kind = "quiet"
    ink = "text_2"


class DangerButton(Button):
    """An action that removes something."""

    kind = "danger"
    ink = "danger"


class LinkButton(Button):
    """A way to somewhere else, in the middle of words."""

    kind = "link"
    type_role = "small-m"
    ink = "link"
    icon_size = 14

    def __init__(self, looks: Looks, text: str = "", icon: str = "") -> None:
        super().__init__(looks, text, icon)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def box_height(self) -> int:
        return max(self.looks.measure("h_target_min"), self.looks.line(self.type_role) + 5)


class IconButton(Button):
    """An icon alone; its name is its tooltip too."""

    kind = "icon"
    ink = "text_2"

    def __init__(
        self, looks: Looks, icon: str, name: str, *, box: int = 32, size: int = 16
    ) -> None:
        self._box = box
        self.icon_size = size
        super().__init__(looks, "", icon)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Say what the button does."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def restyle(self) -> None:
        super().restyle()
        self.setFixedWidth(self.box_height())

    def box_height(self) -> int:
        return max(self.looks.measure("h_target_min"), self.looks.scaled(self._box))


class ToggleButton(Button):
    """A button that stays down, with another icon colour while it does."""

    chosen_ink = "on_accent_soft"

    def __init__(
        self, looks: Looks, text: str = "", icon: str = "", *, height: str | int = "h_control"
    ) -> None:
        super().__init__(looks, text, icon, height=height)
        self.setCheckable(True)

    def drawn_icon(self) -> QIcon:
        icon = super().drawn_icon()
        picture = self.looks.pixmap(
            self.icon_name, self.icon_size, self.chosen_ink, self.stroke, self.icon_room()
        )
        icon.addPixmap(picture, QIcon.Mode.Normal, QIcon.State.On)
        return icon


class ChoiceButton(ToggleButton):
    """One of a few answers; `ChoiceRow` keeps several together."""

    kind = "choice"
    ink = "text_2"

    def __init__(self, looks: Looks, text: str = "", icon: str = "") -> None:
        super().__init__(looks, text, icon, height="h_field")
        self.setAutoExclusive(True)


class NavButton(ToggleButton):
    """A page in the sidebar, with optional words at its right."""

    kind = "nav"
    ink = "text_2"
    chosen_ink = "on_nav_selected"
    icon_size = 18
    stroke = 1.75
    gap = 12

    def __init__(self, looks: Looks, text: str, icon: str) -> None:
        super().__init__(looks, text, icon, height="h_nav")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, _FIXED)
        self.setAutoExclusive(True)
        self._words = Label(looks, "", "caption", "text_3")
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 11, 0)
        row.addStretch()
        row.addWidget(self._words)
        self.toggled.connect(self._colour_words)

    def set_words(self, words: str) -> None:
        """Say something short at the right, for example "5 comments"."""
        self._words.setText(words)
        self.setAccessibleDescription(words)

    def _colour_words(self, chosen: bool) -> None:
        self._words.set_colour("on_nav_selected" if chosen else "text_3")


class RailButton(ToggleButton):
    """A page in the narrow sidebar: the icon alone, its name as tooltip."""

    kind = "rail"
    ink = "text_2"
    chosen_ink = "on_nav_selected"
    icon_size = 20
    stroke = 1.75

    def __init__(self, looks: Looks, icon: str, name: str) -> None:
        super().__init__(looks, "", icon, height="h_nav")
        self.setAutoExclusive(True)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def restyle(self) -> None:
        super().restyle()
        self.setFixedWidth(max(40, self.box_height()))
