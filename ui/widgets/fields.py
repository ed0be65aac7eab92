"""Fields with their label above and what is wrong below."""

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.basics import column, label, restyle


class Field(QWidget):
    """A control under its label, with room for help or for what to mend."""

    def __init__(self, text: str, control: QWidget, help_text: str = "") -> None:
        super().__init__()
        self.control = control
        self._help_text = help_text
        name = label(text, "label")
        name.setBuddy(control)
        control.setAccessibleName(text)
        self._below = label(help_text, "secondary", wrap=True)
        self._below.setVisible(bool(help_text))
        layout = column(self, gap=4)
        layout.addWidget(name)
        layout.addWidget(control)
        layout.addWidget(self._below)

    def explain(self, text: str) -> None:
        """Say below the control how it is understood, unless something is wrong with it."""
        self._help_text = text
        if not self.control.accessibleDescription():
            self.refuse("")

    def refuse(self, text: str) -> None:
        """Say below the control what to do; "" takes it back."""
        restyle(self.control, "wrong", "true" if text else "false")
        restyle(self._below, "tone", "red" if text else "")
        self._below.setText(text or self._help_text)
        self._below.setVisible(bool(text or self._help_text))
        self.control.setAccessibleDescription(text)


def password() -> QLineEdit:
    """Make a field that hides what is typed."""
    made = QLineEdit()
    made.setEchoMode(QLineEdit.EchoMode.Password)
    return made
