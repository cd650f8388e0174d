"""Desk addresses, under ``desk/cvs/``."""

from django.urls import path

from cv_builder import editing_views, views

app_name = "cv_builder"

urlpatterns = [
    path("", views.cv_list, name="cv-list"),
    path("new/", views.cv_new, name="cv-new"),
    path("<uuid:cv_id>/", views.cv_detail, name="cv-detail"),
    path("<uuid:cv_id>/anonymous/", views.cv_anonymous, name="cv-anonymous"),
    path("<uuid:cv_id>/print/", views.cv_print, name="cv-print"),
    path("<uuid:cv_id>/anonymous/print/", views.cv_print_anonymous, name="cv-print-anonymous"),
    path("<uuid:cv_id>/ready/", views.cv_ready, name="cv-ready"),
    path("<uuid:cv_id>/draft/", views.cv_draft, name="cv-draft"),
    path("<uuid:cv_id>/remove/", views.cv_remove, name="cv-remove"),
    path("<uuid:cv_id>/<slug:section_key>/", editing_views.section_edit, name="section-edit"),
    path("<uuid:cv_id>/<slug:section_key>/add/", editing_views.entry_add, name="entry-add"),
    path("<uuid:cv_id>/<slug:section_key>/<uuid:entry_id>/", editing_views.entry_edit, name="entry-edit"),
    path(
        "<uuid:cv_id>/<slug:section_key>/<uuid:entry_id>/move/", editing_views.entry_move, name="entry-move"
    ),
    path(
        "<uuid:cv_id>/<slug:section_key>/<uuid:entry_id>/remove/",
        editing_views.entry_remove,
        name="entry-remove",
    ),
]
