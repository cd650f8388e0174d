"""Addresses of the administrator's wording, under ``desk/settings/signs/``."""

from django.urls import path

from job_offers.signs import text_views

app_name = "sign_texts"

urlpatterns = [
    path("", text_views.text_list, name="text-list"),
    path("new/", text_views.text_create, name="text-create"),
    path("<uuid:public_id>/", text_views.text_edit, name="text-edit"),
]
