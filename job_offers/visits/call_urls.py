"""Desk addresses of calls to employers, under ``desk/calls/``."""

from django.urls import path

from job_offers.visits import call_views

app_name = "calls"

urlpatterns = [
    path("", call_views.call_list, name="call-list"),
    path("<uuid:public_id>/", call_views.call_settle, name="call-settle"),
    path("employers/<uuid:public_id>/", call_views.call_owe, name="call-owe"),
]
