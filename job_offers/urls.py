"""Desk addresses: ``desk/offers/``, ``desk/employers/``, ``desk/imports/``."""

from django.urls import URLPattern

app_name = "job_offers"

urlpatterns: list[URLPattern] = []
