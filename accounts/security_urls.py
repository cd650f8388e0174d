"""One's own password, second factor and sessions; and the first sign-in by an invitation."""

from django.urls import path

from accounts import invitation_views, security_views

app_name = "security"

urlpatterns = [
    path("security/", security_views.index, name="index"),
    path("security/second-factor/", security_views.second_factor, name="second-factor"),
    path("security/sessions/end/", security_views.session_end, name="session-end"),
    path("security/sessions/end-others/", security_views.sessions_end_others, name="sessions-end-others"),
    path("invitation/<str:token>/", invitation_views.invitation, name="invitation"),
]
