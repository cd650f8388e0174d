"""Public addresses: ``offers/`` and ``employers/``."""

from django.urls import URLPattern

app_name = "board"

urlpatterns: list[URLPattern] = []
