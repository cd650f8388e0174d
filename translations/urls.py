"""Desk addresses, under ``desk/translations/``."""

from django.urls import path

from translations import views

app_name = "translations"

urlpatterns = [
    path("", views.translation_list, name="list"),
    path("glossary/", views.glossary_list, name="glossary-list"),
    path("glossary/new/", views.glossary_create, name="glossary-create"),
    path("glossary/<uuid:term_id>/", views.glossary_edit, name="glossary-edit"),
    path("<uuid:translation_id>/", views.translation_detail, name="translation-detail"),
    path("<uuid:translation_id>/save/", views.translation_save, name="translation-save"),
    path("<uuid:translation_id>/approve/", views.translation_approve, name="translation-approve"),
]
