"""A month of the access log to seal and to forget."""

import pytest

from tests.accounts.sealing import OLD, by_the_owner


@pytest.fixture
def old_month():
    """A month of long ago with two rows, as if the portal had been there."""
    by_the_owner(
        f"CREATE TABLE {OLD} PARTITION OF accounts_accessentry FOR VALUES FROM ('2020-03-01 00:00+00') TO ('2020-04-01 00:00+00')",
        *[
            "INSERT INTO accounts_accessentry (at, actor_role, kind, subject_model, subject_number, purpose, page, request_id)"
            f" VALUES ('2020-03-0{day} 10:00+00', '', 'view', 'registration.client', 1, '', '', '')"
            for day in (1, 2)
        ],
    )
    yield
    by_the_owner(f"DROP TABLE IF EXISTS {OLD}")
