"""Addresses without a language: health, metrics, robots, sitemap."""

from django.urls import URLPattern, path

from pup_portal import health, metrics

app_name = "service"

urlpatterns: list[URLPattern] = [
    path("livez", health.livez, name="livez"),
    path("readyz", health.readyz, name="readyz"),
    path("metrics", metrics.metrics, name="metrics"),
]
