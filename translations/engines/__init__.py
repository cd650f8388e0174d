"""Machines that propose a Ukrainian text, behind one question: ``suggest``.

The memory and the glossary are always asked; engines outside of the portal only when the operator has given
them an address or a key, an administrator has switched them on, and there is no better text yet.
"""

from translations.engines.asking import suggest, suggest_for
from translations.engines.base import Suggestion

__all__ = ["Suggestion", "suggest", "suggest_for"]
