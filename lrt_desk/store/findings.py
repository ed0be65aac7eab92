"""What the archive has to say about its own state."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """Whether somebody must do something about a finding."""

    INFORMATION = "information"
    WARNING = "warning"
    DAMAGE = "damage"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was noticed, in words for the screen, and what to do about it."""

    severity: Severity
    message: str
    remedy: str = ""

    @property
    def serious(self) -> bool:
        """Whether it is more than information."""
        return self.severity is not Severity.INFORMATION
