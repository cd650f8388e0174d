"""Desk addresses of retention, under ``desk/settings/retention/``."""

from django.urls import path

from registration import retention_views as views

app_name = "retention"

urlpatterns = [
    path("", views.overview, name="overview"),
    path("seen/", views.due_seen, name="seen"),
]
