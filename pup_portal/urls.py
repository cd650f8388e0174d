"""Every address of the portal. The public ones are contracts: printed QR codes rely on them."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    *i18n_patterns(
        path("accounts/", include("allauth.account.urls")),
        path("desk/", include("desk.urls")),
    ),
]
