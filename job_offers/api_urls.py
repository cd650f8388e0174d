"""The public interface for programs, under ``api/v1/``."""

from django.urls import path

from job_offers import api

app_name = "api"

urlpatterns = [
    path("offers", api.offer_list, name="offer-list"),
    path("openapi.json", api.description, name="description"),
]
