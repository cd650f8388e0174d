"""Desk addresses of importing people, under ``desk/people-sheets/``."""

from django.urls import path

from registration.sheets import views

app_name = "sheets"

urlpatterns = [
    path("", views.sheet_list, name="sheet-list"),
    path("<uuid:sheet_id>/", views.sheet_detail, name="sheet-detail"),
    path("<uuid:sheet_id>/columns/", views.sheet_map, name="sheet-map"),
    path("<uuid:sheet_id>/rows/", views.rows_decide, name="rows-decide"),
    path("<uuid:sheet_id>/import/", views.sheet_import, name="sheet-import"),
    path("<uuid:sheet_id>/again/", views.sheet_again, name="sheet-again"),
    path("<uuid:sheet_id>/cancel/", views.sheet_cancel, name="sheet-cancel"),
    path("<uuid:sheet_id>/bad-rows/", views.bad_rows, name="bad-rows"),
]
