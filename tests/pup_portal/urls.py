"""The portal's addresses and some that fail on purpose."""

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_protect

from accounts.permissions import Act, requires
from pup_portal import urls
from pup_portal.db import DomainError
from pup_portal.urls import handler400, handler403, handler404, handler500
from reference.models import Place

__all__ = ["handler400", "handler403", "handler404", "handler500"]


@login_not_required
def crash(request: HttpRequest, **kwargs: object) -> HttpResponse:
    name = request.POST.get("name", "nobody")
    try:
        int(name)
    except ValueError as error:
        raise LookupError(f"no such client: {name}") from error
    return HttpResponse()


@login_not_required
def refuse(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


@login_not_required
def misunderstand(request: HttpRequest) -> HttpResponse:
    raise BadRequest("name=Hanna")


class Broken(DomainError):
    """A rule no view has foreseen."""


@login_not_required
def break_a_rule(request: HttpRequest) -> HttpResponse:
    raise Broken("This cannot be done twice.")


@login_not_required
def work_on_what_is_gone(request: HttpRequest) -> HttpResponse:
    Place.objects.get(pk=0)
    return HttpResponse()


@requires(Act.EDIT_SETTINGS)
def settings_only(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


@login_not_required
@csrf_protect
def form(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


urlpatterns = [
    path("crash/", crash),
    path("crash/<uuid:client_id>/<str:token>/", crash),
    path("refuse/", refuse),
    path("misunderstand/", misunderstand),
    path("break-a-rule/", break_a_rule),
    path("gone/", work_on_what_is_gone),
    path("settings-only/", settings_only),
    path("form/", form),
    *urls.urlpatterns,
]
