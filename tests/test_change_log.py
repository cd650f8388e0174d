"""Whatever is kept about a person or an offer leaves a trace when it changes, however it is written."""

from datetime import date
from functools import partial

import pghistory
import pytest
from django.apps import apps
from django.db import connection

from cv_builder.models import Cv, Education, Experience, LanguageSkill
from documents.models import Upload
from job_offers.models import (
    CallBack,
    Employer,
    EmployerContact,
    EmployerEnquiry,
    FieldVisit,
    JobSign,
    Offer,
    OfferLanguage,
    Override,
    SignText,
    Workplace,
)
from meetings.models import Attendance
from meetings.services import unlist_person
from pup_portal import person_data
from pup_portal.history import event_models
from registration.models import (
    Care,
    Child,
    Client,
    ClientOccupation,
    Consent,
    Contact,
    EducationEntry,
    Enquiry,
    HeldLicence,
    Intake,
    LegalHold,
    LikelyPair,
    Merge,
    Paper,
    PaperSet,
    PresentedDocument,
    Restriction,
    RightsRequest,
    SpecialSituation,
    SpokenLanguage,
    StateChange,
    WorkPeriod,
)
from tests.cv_builder.factories import CvFactory, EducationFactory, ExperienceFactory, LanguageSkillFactory
from tests.documents.factories import UploadFactory
from tests.factories import UserFactory
from tests.job_offers.factories import EmployerFactory, OfferFactory, WorkplaceFactory
from tests.job_offers.self_service.factories import enquiry as left_offer
from tests.job_offers.signs.factories import JobSignFactory
from tests.job_offers.visits.factories import CallBackFactory, EmployerContactFactory, FieldVisitFactory
from tests.meetings.factories import listed, planned
from tests.registration.consents.factories import agreed
from tests.registration.enquiries.factories import EnquiryFactory
from tests.registration.factories import ClientFactory
from tests.registration.intake.factories import filled_intake
from tests.registration.merging.factories import asked, pair_of
from tests.registration.papers.factories import made, made_set
from tests.registration.rhythm.factories import contacted
from tests.registration.rights import manager

# Models without a history, each with its reason.
WITHOUT_HISTORY = {
    "documents.Document": "made from other rows, never edited; orders of it stand in the access log",
    "job_offers.Alert": "goes when its reader stops it, so nothing may remember it",
    "job_offers.BoardEntry": "made from the offer, for searching",
    "job_offers.EmployerLink": "itself a record of what happened: who asked, what was answered, who saw to it",
    "job_offers.FeedCall": "itself a record of what happened; never edited",
    "job_offers.FeedChange": "itself a record of what happened; never edited",
    "job_offers.FeedFinding": "itself a record of what happened; never edited",
    "job_offers.FeedImport": "work that is owed: its columns change while it runs",
    "job_offers.OfferQuestion": "written once with its enquiry, whose history says the rest",
    "job_offers.ProblemReport": "closed once, and says itself by whom; forgotten after a year",
    "job_offers.SavedFilter": "a question somebody asks again, of no person and no offer",
    "job_offers.SearchMiss": "counts of words, of no person and no offer",
    "registration.Comparison": "work that is owed: its columns change while it runs",
    "registration.Deadlines": "computed from the record and the dated rules",
    "registration.MergeStep": "itself a record of what happened; never edited",
    "registration.SheetImport": "work on a file; who took it over stands in the history of the people taken in",
    "registration.SheetMapping": "what columns are called, of no person",
    "registration.SheetRow": "deleted with its sheet's work, so nothing may remember it",
    "registration.SheetWork": "work that is owed: its columns change while it runs",
    "messaging.Delivery": "itself a record of what happened; never edited",
    "messaging.Message": "its text is forgotten once it is sent, so nothing may remember it",
    "registration.NameKey": "made from the names, for searching",
    "registration.NameWord": "made from the names, for searching",
    "registration.RetentionNotice": "made by a rule from the record; goes with the erasure it announces",
    "registration.RevealNote": "words beside the access log, never edited",
    "registration.RightsWork": "work that is owed: its columns change while it runs",
}


def kept():
    """Every model with data of a person, and every model of offers."""
    offers = apps.get_app_config("job_offers").get_models(include_auto_created=True)
    rows = {model for model in offers if not (hasattr(model, "pgh_tracked_model") or model._meta.proxy)}
    return person_data.models() | rows


def forgetful():
    return {model._meta.label for model in kept() if not event_models(model)}


def test_every_personal_and_offer_model_has_a_history():
    assert forgetful() == set(WITHOUT_HISTORY)


def test_model_without_a_history_is_seen(monkeypatch):
    monkeypatch.setattr("tests.test_change_log.event_models", lambda model: model is not Client)

    assert forgetful() == {"registration.Client"}


def line():
    return listed(planned(), client=None, name_as_said="Pani Próbna", phone="", notes="")


def rights(model, **values):
    return model.objects.create(client=ClientFactory(), reason="dawny", **values)


def status():
    return StateChange.objects.create(
        client=ClientFactory(), to_state="supported", effective_on="2026-01-02", changed_by=UserFactory()
    )


def language(place=0):
    return apps.get_model("reference", "Term").objects.filter(vocabulary="language")[place]


def pair(make, name):
    """A row of the many-to-many field ``name`` of what ``make`` gives."""
    record = make()
    getattr(record, name).add(language())
    return getattr(record, name).through.objects.get()


def offer_language():
    return OfferLanguage.objects.create(offer=OfferFactory(), language=language())


def override():
    return Override.objects.create(
        offer=OfferFactory(), check_code="twin", digest="a", reason="dawny", by=UserFactory()
    )


def intake(model):
    """A row of ``model`` in somebody's full intake."""
    filled = filled_intake(ClientFactory())
    return filled if model is Intake else model.objects.filter(client=filled.client).first()


def another():
    """Terms are made by migrations, so their keys are known once there is a database."""
    return language(1).pk


CHANGES = {
    Client: (ClientFactory, "notes", "nowy"),
    StateChange: (status, "reason", "nowy"),
    RightsRequest: (
        lambda: RightsRequest.objects.create(client=ClientFactory(), right="export", asked_by=manager()),
        "reason",
        "nowy",
    ),
    Restriction: (lambda: rights(Restriction, set_by=manager()), "reason", "nowy"),
    LegalHold: (lambda: rights(LegalHold, source="art. 1", placed_by=manager()), "reason", "nowy"),
    Care: (lambda: ClientFactory().care, "plan_starts_on", date(2026, 1, 2)),
    Contact: (lambda: contacted(ClientFactory()), "outcome", "nowy"),
    Consent: (lambda: agreed(ClientFactory()), "holds_until", date(2090, 1, 2)),
    Enquiry: (EnquiryFactory, "looks_for", "новий"),
    LikelyPair: (pair_of, "score", 70),
    Merge: (asked, "answer", "nowy"),
    Paper: (lambda: made(ClientFactory()), "interpreter", "nowy"),
    PaperSet: (lambda: made_set(ClientFactory()), "purpose", "support"),
    **{
        model: (partial(intake, model), "version", 700)
        for model in (
            *(Intake, Child, EducationEntry, WorkPeriod, ClientOccupation, SpokenLanguage),
            *(HeldLicence, PresentedDocument, SpecialSituation),
        )
    },
    Cv: (CvFactory, "summary_uk", "новий"),
    Experience: (ExperienceFactory, "position_uk", "новий"),
    Education: (EducationFactory, "school_uk", "новий"),
    LanguageSkill: (LanguageSkillFactory, "order", 700),
    Attendance: (line, "notes", "nowy"),
    Upload: (lambda: UploadFactory(subject=ClientFactory()), "page_count", 9),
    Employer: (EmployerFactory, "notes", "nowy"),
    EmployerEnquiry: (left_offer, "description", "nowy"),
    EmployerContact: (EmployerContactFactory, "role", "nowy"),
    EmployerContact.languages.through: (
        partial(pair, EmployerContactFactory, "languages"),
        "term_id",
        another,
    ),
    FieldVisit: (FieldVisitFactory, "notes", "nowe"),
    CallBack: (CallBackFactory, "about", "nowe"),
    JobSign: (JobSignFactory, "consent_said_by", "nowa"),
    SignText: (lambda: SignText.objects.get(number=1), "text_uk", "нове"),
    Workplace: (WorkplaceFactory, "name", "nowy"),
    Offer: (OfferFactory, "title_uk", "новий"),
    OfferLanguage: (offer_language, "is_required", False),
    Override: (override, "reason", "nowy"),
    Offer.licences.through: (partial(pair, OfferFactory, "licences"), "term_id", another),
    Offer.apply_languages.through: (partial(pair, OfferFactory, "apply_languages"), "term_id", another),
    Employer.languages_at_work.through: (
        partial(pair, EmployerFactory, "languages_at_work"),
        "term_id",
        another,
    ),
    Cv.licences.through: (partial(pair, CvFactory, "licences"), "term_id", another),
}


def by_queryset(row, field, value):
    type(row)._base_manager.filter(pk=row.pk).update(**{field: value})


def in_bulk(row, field, value):
    setattr(row, field, value)
    type(row)._base_manager.bulk_update([row], [field.removesuffix("_id")])


def by_raw_sql(row, field, value):
    table, column = map(connection.ops.quote_name, (row._meta.db_table, field))
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET {column} = %s WHERE id = %s", [value, row.pk])


def test_changes_below_cover_every_model_with_a_history():
    assert set(CHANGES) == {model for model in kept() if event_models(model)}


@pytest.mark.django_db
@pytest.mark.parametrize("model", CHANGES, ids=lambda model: model._meta.label)
@pytest.mark.parametrize("write", [by_queryset, in_bulk, by_raw_sql])
def test_any_way_of_writing_is_remembered_with_who_did_it(model, write):
    make, field, value = CHANGES[model]
    row = make()
    row = model._base_manager.get(pk=row.pk)
    (event,) = event_models(model)
    before = set(event.objects.filter(id=row.pk).values_list("pgh_id", flat=True))

    with pghistory.context(user=4711):
        write(row, field, value() if callable(value) else value)

    (new,) = event.objects.filter(id=row.pk).exclude(pgh_id__in=before)
    assert (new.pgh_label, new.pgh_context.metadata["user"]) == ("update", 4711)


@pytest.mark.django_db
@pytest.mark.parametrize("write", [by_queryset, in_bulk, by_raw_sql])
def test_nobody_is_named_when_nobody_is_known(write):
    employer = EmployerFactory()

    write(employer, "notes", "nowe")

    last = employer.events.order_by("pgh_id").last()
    assert (last.notes, last.pgh_context) == ("nowe", None)


@pytest.mark.django_db
def test_deleted_line_of_a_cv_is_remembered():
    job = ExperienceFactory(position_pl="Kucharka")

    job.delete()

    (event,) = event_models(Experience)
    last = event.objects.filter(position_pl="Kucharka").order_by("pgh_id").last()
    assert last.pgh_label == "delete"


@pytest.mark.django_db
def test_name_of_nobody_s_record_is_forgotten_with_its_line():
    """No request about a client would ever reach it."""
    attendance = line()

    unlist_person(attendance=attendance)

    (event,) = event_models(Attendance)
    assert not event.objects.filter(name_as_said="Pani Próbna").exists()
