"""Every address of the portal. The public ones are contracts: printed QR codes rely on them."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView

desk = [
    path("", include("desk.urls")),
    path("clients/", include("registration.urls")),
    path("people-sheets/", include("registration.sheets.urls")),
    path("inbox/", include("registration.enquiries.urls")),
    path("", include("job_offers.urls")),
    path("visits/", include("job_offers.visits.urls")),
    path("calls/", include("job_offers.visits.call_urls")),
    path("signs/", include("job_offers.signs.urls")),
    path("translations/", include("translations.urls")),
    path("meetings/", include("meetings.urls")),
    path("cvs/", include("cv_builder.urls")),
    path("documents/", include("documents.urls")),
    path("settings/access-log/", include("accounts.access_urls")),
    path("settings/staff/", include("accounts.urls")),
    path("settings/intake/", include("registration.intake.settings_urls")),
    path("settings/retention/", include("registration.retention_urls")),
    path("settings/papers/", include("registration.wordings.urls")),
    path("settings/consents/", include("registration.consents.text_urls")),
    path("settings/signs/", include("job_offers.signs.text_urls")),
    path("settings/", include("reference.urls")),
]

public = [
    path("", include("job_offers.public_urls")),
    path("employers/", include("job_offers.employer_urls")),
    path("meetings/", include("meetings.public_urls")),
    path("register-interest/", include("registration.enquiries.public_urls")),
    path("", include("reference.public_urls")),
]

# Who types the bare address wants work: the board, in the first of the browser's languages that we speak.
front_door = login_not_required(RedirectView.as_view(pattern_name="board:offer-list"))

urlpatterns: list[URLPattern | URLResolver] = [
    path("", front_door),
    path("", include("pup_portal.service_urls")),
    path("api/v1/", include("job_offers.api_urls")),
    path("engine-answers/", include("translations.answer_urls")),
    *i18n_patterns(
        path("", front_door, name="home"),
        path("accounts/", include("accounts.sign_in_urls")),
        path("accounts/", include("accounts.security_urls")),
        path("desk/", include(desk)),
        path("", include(public)),
    ),
]

handler400 = "pup_portal.errors.bad_request"
handler403 = "pup_portal.errors.permission_denied"
handler404 = "pup_portal.errors.not_found"
handler429 = "pup_portal.errors.too_many_requests"  # allauth looks for it here
handler500 = "pup_portal.errors.server_error"
