"""Public pages about the office: contact, privacy, accessibility."""

from django.urls import URLPattern

app_name = "office"

urlpatterns: list[URLPattern] = []
