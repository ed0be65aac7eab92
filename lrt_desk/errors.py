"""The user's problem, as opposed to our bug."""


class DeskError(Exception):
    """Something the user can mend: what happened and what is safe, and what to do about it.

    Both texts are complete sentences for the screen, and never hold a confidential word.
    """

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()
