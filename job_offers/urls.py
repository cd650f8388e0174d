"""Desk addresses: ``desk/offers/``, ``desk/employers/``, ``desk/imports/``."""

from django.urls import URLPattern, path

from job_offers.views import imports

app_name = "job_offers"

urlpatterns: list[URLPattern] = [
    path("imports/", imports.import_list, name="import-list"),
    path("imports/<uuid:public_id>/", imports.import_detail, name="import-detail"),
    path("imports/<uuid:public_id>/withdraw/", imports.import_withdraw, name="import-withdraw"),
]
