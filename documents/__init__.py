"""Any PDF of the office: an ordered row, made by a worker, kept in storage, served to whom its kind lets in.

This app knows nothing of its callers. A caller tells what it prints from its ``AppConfig.ready()``::

    documents.register(
        "registration.card",
        subject=Client,                       # whose deletion takes the papers along
        template="registration/card.html",   # extends documents/print_base.html
        title=card_title,                     # (subject, language) -> str
        context=card_context,                 # (subject, language) -> dict
        guard=may_open_card,                  # (user, subject) -> bool
    )

and orders it with ``documents.services.order_document(kind=…, subject=…, language=…, by=…)``.
"""

from documents.kinds import register

__all__ = ["register"]
