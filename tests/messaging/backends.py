from django.core.mail.backends.base import BaseEmailBackend


class Failing(BaseEmailBackend):
    """Answers every letter with the error it was made with."""

    def __init__(self, *, error: Exception, **kwargs) -> None:
        super().__init__(**kwargs)
        self.error = error

    def send_messages(self, email_messages) -> int:
        raise self.error
