"""The pages of allauth that are in use. Nobody keeps several addresses or signs up by one."""

from allauth.account import views
from django.contrib.auth.decorators import login_required
from django.urls import include, path, re_path
from django.views.generic import RedirectView

from accounts.security_views import ApplicationAdd, KeyAdd, key_remove

to_security = login_required(RedirectView.as_view(pattern_name="security:index"))

urlpatterns = [
    path("login/", views.login, name="account_login"),
    path("logout/", views.logout, name="account_logout"),
    path("inactive/", views.account_inactive, name="account_inactive"),
    path("signup/", views.signup, name="account_signup"),
    path("reauthenticate/", views.reauthenticate, name="account_reauthenticate"),
    path("password/change/", views.password_change, name="account_change_password"),
    path("password/set/", views.password_set, name="account_set_password"),
    path("password/reset/", views.password_reset, name="account_reset_password"),
    path("password/reset/done/", views.password_reset_done, name="account_reset_password_done"),
    path(
        "password/reset/key/done/",
        views.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    # First: what allauth says differently of the same addresses.
    path("2fa/", to_security, name="mfa_index"),
    path("2fa/webauthn/", to_security, name="mfa_list_webauthn"),
    path("2fa/totp/activate/", ApplicationAdd.as_view(), name="mfa_activate_totp"),
    path("2fa/webauthn/add/", KeyAdd.as_view(), name="mfa_add_webauthn"),
    path("2fa/webauthn/keys/<int:pk>/remove/", key_remove, name="mfa_remove_webauthn"),
    path("2fa/", include("allauth.mfa.urls")),
]
