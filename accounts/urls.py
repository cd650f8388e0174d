"""Desk addresses of staff accounts, under ``desk/settings/staff/``."""

from django.urls import path

from accounts import views

app_name = "accounts"

urlpatterns = [
    path("", views.staff_list, name="staff-list"),
    path("new/", views.staff_create, name="staff-create"),
    path("<uuid:public_id>/", views.staff_edit, name="staff-edit"),
    path("<uuid:public_id>/password/", views.staff_password_link, name="staff-password-link"),
    path("<uuid:public_id>/history/", views.staff_history, name="staff-history"),
]
