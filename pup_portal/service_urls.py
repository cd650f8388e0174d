"""Addresses without a language: health, metrics, robots, sitemap."""

from django.urls import URLPattern, path

from desk import sitemaps
from job_offers.views import offline
from pup_portal import health, metrics

app_name = "service"

urlpatterns: list[URLPattern] = [
    path("livez", health.livez, name="livez"),
    path("readyz", health.readyz, name="readyz"),
    path("metrics", metrics.metrics, name="metrics"),
    path("worker.js", offline.worker, name="worker"),
    path("robots.txt", sitemaps.robots, name="robots"),
    path("sitemap.xml", sitemaps.sitemap, name="sitemap"),
    path("sitemap-<str:section>.xml", sitemaps.sitemap_section, name="sitemap-section"),
]
