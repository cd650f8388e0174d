"""The migrations make what the models say, and say once what they replace; many operations render the models once."""

from collections import Counter

import pytest
from django.core.management import call_command
from django.db import connection, migrations, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState

from pup_portal.db import as_owner
from pup_portal.migration_operations import Together

HOUSE = migrations.CreateModel(
    "House",
    [("id", models.BigAutoField(primary_key=True))],
    {"constraints": [models.CheckConstraint(condition=models.Q(id__gt=0), name="house_is_numbered")]},
)
ROOM = migrations.CreateModel(
    "Room",
    [
        ("id", models.BigAutoField(primary_key=True)),
        ("house", models.ForeignKey("building.House", models.CASCADE)),
    ],
)
DOOR = migrations.AddField("House", "door", models.CharField(max_length=10, default="front"))
KEY = migrations.AddIndex("House", models.Index(fields=["door"], name="house_by_door"))


@pytest.fixture
def owner(transactional_db):
    with as_owner():
        yield


def tables() -> set[str]:
    with connection.cursor() as cursor:
        return {name for name in connection.introspection.table_names(cursor) if name.startswith("building_")}


def apply(state: ProjectState, operation: migrations.operations.base.Operation) -> ProjectState:
    after = state.clone()
    operation.state_forwards("building", after)
    with connection.schema_editor() as editor:
        operation.database_forwards("building", editor, state, after)
    return after


def unapply(
    before: ProjectState, operation: migrations.operations.base.Operation, after: ProjectState
) -> None:
    with connection.schema_editor() as editor:
        operation.database_backwards("building", editor, after, before)


@pytest.mark.django_db
def test_no_model_differs_from_what_migrations_make(capsys):
    call_command("makemigrations", check_changes=True, dry_run=True)

    assert capsys.readouterr().out == "No changes detected\n"


def test_every_former_migration_is_replaced_once():
    loader = MigrationLoader(None)

    replaced = Counter(name for migration in loader.disk_migrations.values() for name in migration.replaces)

    assert set(replaced.values()) == {1}
    assert not replaced.keys() & loader.disk_migrations.keys()


def test_operations_together_make_tables_and_take_them_away(owner):
    nothing, together = ProjectState(), Together([HOUSE, ROOM])

    built = apply(nothing, together)
    house = built.apps.get_model("building", "House").objects.create()
    built.apps.get_model("building", "Room").objects.create(house=house)
    made = tables()
    unapply(nothing, together, built)

    assert made == {"building_house", "building_room"}
    assert tables() == set()


def test_operations_together_change_what_is_there_and_change_it_back(owner):
    bare = apply(ProjectState(), HOUSE)
    bare.apps.get_model("building", "House").objects.create()
    together = Together([DOOR, KEY])

    changed = apply(bare, together)
    doors = list(changed.apps.get_model("building", "House").objects.values_list("door", flat=True))
    unapply(bare, together, changed)
    left = bare.apps.get_model("building", "House").objects.count()
    unapply(ProjectState(), HOUSE, bare)

    assert doors == ["front"]
    assert left == 1


def test_operations_together_render_no_model_before_the_last():
    state = ProjectState()
    assert state.apps is not None

    Together([HOUSE, ROOM, DOOR]).state_forwards("building", state)

    assert "apps" not in state.__dict__
    assert set(state.models["building", "house"].fields) == {"id", "door"}


def test_operations_together_say_what_each_does():
    together = Together([HOUSE, migrations.RunPython(migrations.RunPython.noop)])

    assert together.describe() == "Create model House; Raw Python operation"
    assert not together.reversible
    assert Together([HOUSE]).reversible
