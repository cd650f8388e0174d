"""Public addresses, under ``meetings/``."""

from django.urls import path

from meetings import public_views

app_name = "public_meetings"

urlpatterns = [
    path("", public_views.meeting_list, name="meeting-list"),
    path("calendar.ics", public_views.calendar, name="calendar"),
    path("<uuid:meeting_id>/", public_views.meeting_detail, name="meeting-detail"),
]
