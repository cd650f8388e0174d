"""Desk addresses of one person's intake, under ``desk/clients/<id>/intake/``."""

from django.urls import path

from registration.intake import entry_views, views

urlpatterns = [
    path("", views.intake, name="intake"),
    path("<slug:key>/", views.section, name="intake-section"),
    path("lists/<slug:list_name>/add/", entry_views.entry_add, name="intake-entry-add"),
    path("lists/<slug:list_name>/nothing/", entry_views.list_nothing, name="intake-nothing"),
    path("lists/<slug:list_name>/<uuid:entry_id>/", entry_views.entry, name="intake-entry"),
    path(
        "lists/<slug:list_name>/<uuid:entry_id>/remove/", entry_views.entry_remove, name="intake-entry-remove"
    ),
]
