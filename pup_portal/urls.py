"""Every address of the portal. The public ones are contracts: printed QR codes rely on them."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

desk = [
    path("", include("desk.urls")),
    path("clients/", include("registration.urls")),
    path("", include("job_offers.urls")),
    path("translations/", include("translations.urls")),
    path("meetings/", include("meetings.urls")),
    path("cvs/", include("cv_builder.urls")),
    path("documents/", include("documents.urls")),
    path("settings/", include("reference.urls")),
]

public = [
    path("", include("job_offers.public_urls")),
    path("meetings/", include("meetings.public_urls")),
    path("", include("reference.public_urls")),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("pup_portal.service_urls")),
    path("api/v1/", include("job_offers.api_urls")),
    *i18n_patterns(
        path("accounts/", include("allauth.account.urls")),
        path("desk/", include(desk)),
        path("", include(public)),
    ),
]
