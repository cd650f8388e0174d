"""Desk addresses of the access log, under ``desk/settings/access-log/``."""

from django.urls import path

from accounts import access_views

app_name = "access"

urlpatterns = [
    path("", access_views.log_list, name="log-list"),
    path("export.xlsx", access_views.log_export, name="log-export"),
    path("mine/", access_views.own_list, name="own-list"),
]
