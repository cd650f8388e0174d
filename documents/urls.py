"""Desk addresses, under ``desk/documents/``."""

from django.urls import URLPattern

app_name = "documents"

urlpatterns: list[URLPattern] = []
