"""Triggers that leave a restricted person's data as it is (GDPR art. 18), whoever writes and however.

They ask the function ``registration_is_frozen(client)`` of migration 0005: the person is restricted and no
approved erasure waits to be done. A violation reads like that of a constraint, so ``pup_portal.db.refused``
can name it.
"""

import pgtrigger

_REFUSE = """
    IF {frozen} THEN
        RAISE EXCEPTION 'the use of this person''s data is restricted'
            USING ERRCODE = 'check_violation', CONSTRAINT = '{name}';
    END IF;
    {then}
"""
_GO_ON = "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;"


def frozen_with_the_client(name: str, *, free: str = "") -> pgtrigger.Trigger:
    """For a table with a column ``client_id``: nothing is added, changed or taken away.

    ``free`` is the SQL of a change (of ``OLD`` to ``NEW``) that stays possible: a right of the person.
    """
    frozen = "registration_is_frozen(COALESCE(NEW.client_id, OLD.client_id))"
    if free:
        frozen += f" AND NOT (TG_OP = 'UPDATE' AND {free})"
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=_REFUSE.format(name=name, frozen=frozen, then=_GO_ON),
    )


def frozen_itself(name: str, *fields: str) -> pgtrigger.Trigger:
    """For the record of the person: none of ``fields`` changes, until the restriction is lifted."""
    frozen = "NEW.is_restricted AND registration_is_frozen(OLD.id)"
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        condition=pgtrigger.AnyChange(*fields),
        func=_REFUSE.format(name=name, frozen=frozen, then="RETURN NEW;"),
    )
