"""What changed, when and by whom, read from the event tables that the database itself fills.

``parts`` says which rows the history of a record tells, ``steps`` reads a page of them, ``words`` and
``differences`` put values in words, ``forgetting`` deletes what a person has a right to have forgotten.
"""

from pup_portal.history.forgetting import event_models, forget_events, forget_history, past_keys
from pup_portal.history.parts import Part, part, tell
from pup_portal.history.steps import FieldChange, History, fields_between, history_of, version_of
from pup_portal.history.words import in_words, shown

__all__ = [
    "FieldChange",
    "History",
    "Part",
    "event_models",
    "fields_between",
    "forget_events",
    "forget_history",
    "history_of",
    "in_words",
    "part",
    "past_keys",
    "shown",
    "tell",
    "version_of",
]
