"""Papers of the office as PDF, and scans and photos of people's own papers: kept in storage, served by guards.

This app knows nothing of its callers. A caller tells what it prints from its ``AppConfig.ready()``::

    documents.register(
        "registration.card",
        subject=Client,                       # whose deletion takes the papers along
        template="registration/card.html",   # extends documents/print_base.html
        title=card_title,                     # (subject, language) -> str
        context=card_context,                 # (subject, language) -> dict
        guard=may_open_card,                  # (user, subject) -> bool
    )

and orders it with ``documents.services.order_document(kind=…, subject=…, language=…, by=…)``. A record that
may hold scans and photos is told of with ``documents.hold_files(Model, may_see=…, may_change=…)``.
"""

from documents.holders import register as hold_files
from documents.kinds import register

__all__ = ["hold_files", "register"]
