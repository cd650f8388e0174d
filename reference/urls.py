"""Desk addresses, under ``desk/settings/``."""

from django.urls import path

from reference.views import history, occupations, office, places, rules, vocabularies

app_name = "reference"

urlpatterns = [
    path("", office.settings_index, name="settings"),
    path("office/", office.office, name="office"),
    path("office/history/", office.office_history, name="office-history"),
    path("office/logo/", office.logo_set, name="logo-set"),
    path("office/logo/remove/", office.logo_remove, name="logo-remove"),
    path("office/<slug:section>/", office.office_edit, name="office-edit"),
    path("places/", places.place_list, name="place-list"),
    path("places/new/", places.place_create, name="place-create"),
    path("places/<uuid:public_id>/", places.place_edit, name="place-edit"),
    path("accommodations/", places.accommodation_list, name="accommodation-list"),
    path("accommodations/new/", places.accommodation_create, name="accommodation-create"),
    path("accommodations/<uuid:public_id>/", places.accommodation_edit, name="accommodation-edit"),
    path("occupations/", occupations.occupation_list, name="occupation-list"),
    path("occupations/new/", occupations.occupation_create, name="occupation-create"),
    path("occupations/import/", occupations.occupation_import, name="occupation-import"),
    path(
        "occupations/import/<uuid:public_id>/",
        occupations.occupation_import_check,
        name="occupation-import-check",
    ),
    path("occupations/<uuid:public_id>/", occupations.occupation_edit, name="occupation-edit"),
    path("vocabularies/", vocabularies.vocabulary_list, name="vocabulary-list"),
    path("vocabularies/<slug:vocabulary>/", vocabularies.term_list, name="term-list"),
    path("vocabularies/<slug:vocabulary>/new/", vocabularies.term_create, name="term-create"),
    path("terms/<uuid:public_id>/", vocabularies.term_edit, name="term-edit"),
    path("rules/", rules.rule_list, name="rule-list"),
    path("rules/new/", rules.rule_create, name="rule-create"),
    path("rules/<uuid:public_id>/", rules.rule_detail, name="rule-detail"),
    path("rules/<uuid:public_id>/new/", rules.period_create, name="period-create"),
    path("rules/periods/<uuid:public_id>/", rules.period_correct, name="period-correct"),
    path("history/<slug:kind>/<uuid:public_id>/", history.record_history, name="record-history"),
]
