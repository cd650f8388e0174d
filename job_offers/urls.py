"""Desk addresses: ``desk/offers/``, ``desk/employers/``, ``desk/imports/``."""

from django.urls import URLPattern, path

from job_offers.views import desk_offers, employers, histories, imports, publication

app_name = "job_offers"

urlpatterns: list[URLPattern] = [
    path("offers/", desk_offers.offer_list, name="offer-list"),
    path("offers/new/", desk_offers.offer_create, name="offer-create"),
    path("offers/occupations/", desk_offers.occupation_options, name="occupation-options"),
    path("offers/<uuid:public_id>/", desk_offers.offer_detail, name="offer-detail"),
    path("offers/<uuid:public_id>/edit/", desk_offers.offer_edit, name="offer-edit"),
    path("offers/<uuid:public_id>/history/", histories.offer_history, name="offer-history"),
    path("offers/<uuid:public_id>/ready/", publication.offer_ready, name="offer-ready"),
    path("offers/<uuid:public_id>/draft/", publication.offer_draft, name="offer-draft"),
    path("offers/<uuid:public_id>/publish/", publication.offer_publish, name="offer-publish"),
    path("offers/<uuid:public_id>/confirm/", publication.offer_confirm, name="offer-confirm"),
    path("offers/<uuid:public_id>/fill/", publication.offer_fill, name="offer-fill"),
    path("offers/<uuid:public_id>/withdraw/", publication.offer_withdraw, name="offer-withdraw"),
    path("offers/<uuid:public_id>/reopen/", publication.offer_reopen, name="offer-reopen"),
    path("employers/", employers.employer_list, name="employer-list"),
    path("employers/new/", employers.employer_create, name="employer-create"),
    path("employers/<uuid:public_id>/", employers.employer_detail, name="employer-detail"),
    path("employers/<uuid:public_id>/edit/", employers.employer_edit, name="employer-edit"),
    path("employers/<uuid:public_id>/history/", histories.employer_history, name="employer-history"),
    path("employers/<uuid:public_id>/workplaces/new/", employers.workplace_create, name="workplace-create"),
    path(
        "employers/<uuid:public_id>/workplaces/<uuid:workplace_id>/",
        employers.workplace_edit,
        name="workplace-edit",
    ),
    path("imports/", imports.import_list, name="import-list"),
    path("imports/<uuid:public_id>/", imports.import_detail, name="import-detail"),
    path("imports/<uuid:public_id>/withdraw/", imports.import_withdraw, name="import-withdraw"),
]
