"""Desk addresses, under ``desk/meetings/``."""

from django.urls import path

from meetings import attendance_views, intake_views, views

app_name = "meetings"

urlpatterns = [
    path("", views.meeting_list, name="meeting-list"),
    path("new/", views.meeting_new, name="meeting-new"),
    path("<uuid:meeting_id>/", views.meeting_detail, name="meeting-detail"),
    path("<uuid:meeting_id>/edit/", views.meeting_edit, name="meeting-edit"),
    path("<uuid:meeting_id>/announce/", views.meeting_announce, name="meeting-announce"),
    path("<uuid:meeting_id>/hold/", views.meeting_hold, name="meeting-hold"),
    path("<uuid:meeting_id>/close/", views.meeting_close, name="meeting-close"),
    path("<uuid:meeting_id>/cancel/", views.meeting_cancel, name="meeting-cancel"),
    path("<uuid:meeting_id>/people/", attendance_views.attendance_list, name="attendance-list"),
    path("<uuid:meeting_id>/people/new/", intake_views.person_new, name="person-new"),
    path("<uuid:meeting_id>/poster/", intake_views.poster, name="poster"),
    path("<uuid:meeting_id>/people/sheet/", attendance_views.attendance_sheet, name="attendance-sheet"),
    path("people/<uuid:attendance_id>/mark/", attendance_views.attendance_mark, name="attendance-mark"),
    path("people/<uuid:attendance_id>/remove/", attendance_views.attendance_remove, name="attendance-remove"),
]
