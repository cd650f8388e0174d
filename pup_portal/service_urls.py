"""Addresses without a language: health, metrics, robots, sitemap."""

from django.urls import URLPattern

app_name = "service"

urlpatterns: list[URLPattern] = []
