"""Desk addresses, under ``desk/cvs/``."""

from django.urls import URLPattern

app_name = "cv_builder"

urlpatterns: list[URLPattern] = []
