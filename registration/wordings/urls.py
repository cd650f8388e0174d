"""Desk addresses of paper templates, under ``desk/settings/papers/``."""

from django.urls import path

from registration.wordings import editing_views as editing
from registration.wordings import views

app_name = "paper_templates"

urlpatterns = [
    path("", views.template_list, name="list"),
    path("new/", views.template_create, name="create"),
    path("<uuid:template_id>/", views.template_detail, name="detail"),
    path("<uuid:template_id>/edit/", views.template_edit, name="edit"),
    path("<uuid:template_id>/history/", views.template_history, name="history"),
    path("versions/<uuid:public_id>/", views.version_detail, name="version"),
    path("versions/<uuid:public_id>/copy/", views.version_copy, name="version-copy"),
    path("versions/<uuid:public_id>/preview/", views.version_preview, name="version-preview"),
    path("versions/<uuid:public_id>/edit/", views.version_edit, name="version-edit"),
    path("versions/<uuid:public_id>/in-force/", views.version_force, name="version-force"),
    path("versions/<uuid:public_id>/retire/", views.version_retire, name="version-retire"),
    path("versions/<uuid:public_id>/take-back/", views.version_take_back, name="version-take-back"),
    path("versions/<uuid:public_id>/delete/", views.version_delete, name="version-delete"),
    path("versions/<uuid:public_id>/history/", views.version_history, name="version-history"),
    path("versions/<uuid:public_id>/sections/new/", editing.section_add, name="section-add"),
    path("sections/<uuid:public_id>/", editing.section_edit, name="section-edit"),
    path("sections/<uuid:public_id>/move/", editing.section_move, name="section-move"),
    path("sections/<uuid:public_id>/remove/", editing.section_remove, name="section-remove"),
]
