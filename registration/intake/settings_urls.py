"""Desk addresses of the questions of the intake, under ``desk/settings/intake/``."""

from django.urls import path

from registration.intake import settings_views as views

app_name = "intake_settings"

urlpatterns = [
    path("", views.questions_list, name="questions"),
    path("choose/", views.questions_choose, name="choose"),
]
