"""Desk addresses, under ``desk/translations/``."""

from django.urls import URLPattern

app_name = "translations"

urlpatterns: list[URLPattern] = []
