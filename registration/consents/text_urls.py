"""Addresses of the administrator's texts, under ``desk/settings/consents/``."""

from django.urls import path

from registration.consents import text_views

app_name = "consents"

urlpatterns = [
    path("", text_views.text_list, name="text-list"),
    path("new/", text_views.text_create, name="text-create"),
    path("<uuid:public_id>/", text_views.text_edit, name="text-edit"),
]
