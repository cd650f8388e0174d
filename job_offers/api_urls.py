"""The public interface for programs, under ``api/v1/``."""

from django.urls import URLPattern

app_name = "api"

urlpatterns: list[URLPattern] = []
