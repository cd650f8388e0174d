"""Desk addresses of staff accounts, under ``desk/settings/staff/``."""

from django.urls import path

from accounts import views

app_name = "accounts"

urlpatterns = [
    path("", views.staff_list, name="staff-list"),
    path("new/", views.staff_create, name="staff-create"),
    path("<uuid:public_id>/", views.staff_edit, name="staff-edit"),
    path("<uuid:public_id>/invite/", views.staff_invite, name="staff-invite"),
    path(
        "<uuid:public_id>/invitation/withdraw/",
        views.staff_invitation_withdraw,
        name="staff-invitation-withdraw",
    ),
    path("<uuid:public_id>/sessions/end/", views.staff_sessions_end, name="staff-sessions-end"),
    path("<uuid:public_id>/recover/", views.staff_recover, name="staff-recover"),
    path("<uuid:public_id>/history/", views.staff_history, name="staff-history"),
]
