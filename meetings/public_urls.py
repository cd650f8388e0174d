"""Public addresses, under ``meetings/``."""

from django.urls import URLPattern

app_name = "public_meetings"

urlpatterns: list[URLPattern] = []
