"""Desk addresses: ``desk/offers/``, ``desk/employers/``, ``desk/imports/``."""

from django.urls import URLPattern, path

from job_offers.asking import views as asking
from job_offers.confirming import views as confirming
from job_offers.self_service import views as self_service
from job_offers.views import (
    contacts,
    desk_lists,
    desk_offers,
    employers,
    histories,
    imports,
    misses,
    publication,
)

app_name = "job_offers"

urlpatterns: list[URLPattern] = [
    path("offers/", desk_lists.offer_list, name="offer-list"),
    path("offers/sheet.xlsx", desk_lists.offer_export, name="offer-export"),
    path("offers/many/", desk_lists.offer_bulk, name="offer-bulk"),
    path("offers/filters/save/", desk_lists.filter_save, name="filter-save"),
    path("offers/filters/delete/", desk_lists.filter_delete, name="filter-delete"),
    path("offers/new/", desk_offers.offer_create, name="offer-create"),
    path("offers/problems/", asking.problem_list, name="problem-list"),
    path("offers/misses/", misses.miss_list, name="miss-list"),
    path("offers/occupations/", desk_offers.occupation_options, name="occupation-options"),
    path("offers/<uuid:public_id>/", desk_offers.offer_detail, name="offer-detail"),
    path("offers/<uuid:public_id>/edit/", desk_offers.offer_edit, name="offer-edit"),
    path("offers/<uuid:public_id>/copy/", desk_offers.offer_copy, name="offer-copy"),
    path("offers/<uuid:public_id>/history/", histories.offer_history, name="offer-history"),
    path("offers/<uuid:public_id>/problems-looked-at/", asking.problem_look, name="problem-look"),
    path("offers/<uuid:public_id>/ready/", publication.offer_ready, name="offer-ready"),
    path("offers/<uuid:public_id>/draft/", publication.offer_draft, name="offer-draft"),
    path("offers/<uuid:public_id>/publish/", publication.offer_publish, name="offer-publish"),
    path("offers/<uuid:public_id>/confirm/", publication.offer_confirm, name="offer-confirm"),
    path("offers/<uuid:public_id>/fill/", publication.offer_fill, name="offer-fill"),
    path("offers/<uuid:public_id>/withdraw/", publication.offer_withdraw, name="offer-withdraw"),
    path("offers/<uuid:public_id>/override/", publication.offer_override, name="offer-override"),
    path("offers/<uuid:public_id>/name/", publication.offer_name, name="offer-name"),
    path("offers/<uuid:public_id>/reopen/", publication.offer_reopen, name="offer-reopen"),
    path("offers/<uuid:public_id>/link/mail/", confirming.link_mail, name="link-mail"),
    path("offers/<uuid:public_id>/link/show/", confirming.link_show, name="link-show"),
    path("offers/to-confirm/", confirming.confirmation_list, name="confirmation-list"),
    path("offers/answers/", confirming.answer_list, name="answer-list"),
    path("offers/answers/<uuid:link_id>/seen/", confirming.answer_looked_at, name="answer-looked-at"),
    path("employers/", employers.employer_list, name="employer-list"),
    path("employers/new/", employers.employer_create, name="employer-create"),
    path("employers/inbox/", self_service.enquiry_list, name="employer-enquiries"),
    path("employers/inbox/<uuid:public_id>/", self_service.enquiry_detail, name="employer-enquiry"),
    path("employers/inbox/<uuid:public_id>/take/", self_service.enquiry_take, name="employer-enquiry-take"),
    path(
        "employers/inbox/<uuid:public_id>/close/", self_service.enquiry_close, name="employer-enquiry-close"
    ),
    path("employers/inbox/<uuid:public_id>/spam/", self_service.enquiry_spam, name="employer-enquiry-spam"),
    path(
        "employers/inbox/<uuid:public_id>/reopen/",
        self_service.enquiry_reopen,
        name="employer-enquiry-reopen",
    ),
    path("employers/similar/", employers.employer_similar, name="employer-similar"),
    path("employers/<uuid:public_id>/", employers.employer_detail, name="employer-detail"),
    path("employers/<uuid:public_id>/edit/", employers.employer_edit, name="employer-edit"),
    path("employers/<uuid:public_id>/history/", histories.employer_history, name="employer-history"),
    path("employers/<uuid:public_id>/contacts/new/", contacts.contact_create, name="contact-create"),
    path(
        "employers/<uuid:public_id>/contacts/<uuid:contact_id>/", contacts.contact_edit, name="contact-edit"
    ),
    path(
        "employers/<uuid:public_id>/contacts/<uuid:contact_id>/remove/",
        contacts.contact_remove,
        name="contact-remove",
    ),
    path("employers/<uuid:public_id>/workplaces/new/", employers.workplace_create, name="workplace-create"),
    path(
        "employers/<uuid:public_id>/workplaces/<uuid:workplace_id>/",
        employers.workplace_edit,
        name="workplace-edit",
    ),
    path("imports/", imports.import_list, name="import-list"),
    path("imports/<uuid:public_id>/", imports.import_detail, name="import-detail"),
    path("imports/<uuid:public_id>/changes/", imports.import_changes, name="import-changes"),
    path("imports/<uuid:public_id>/withdraw/", imports.import_withdraw, name="import-withdraw"),
]
