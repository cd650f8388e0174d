"""Desk addresses of clients, under ``desk/clients/``."""

from django.urls import URLPattern

app_name = "registration"

urlpatterns: list[URLPattern] = []
