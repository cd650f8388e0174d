"""Where engines post their answers. Open to everybody; the address holds a word only the engine was told."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from pup_portal.throttling import rate_limited
from translations import engine_services
from translations.engines.etranslation import LARGEST_CALLBACK, read_callback


@csrf_exempt
@login_not_required
@require_POST
@rate_limited("engine-answer", limit=300, seconds=60)
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """204 for an answer, also for one that is late or comes twice: repeating it would change nothing.

    404 for an address nobody was told, 413 and 400 for what is no answer; the word stays good then.
    """
    try:
        if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST_CALLBACK:
            return HttpResponse(status=413)
        callback = read_callback(request.body)
    except (ValueError, RecursionError):
        return HttpResponse(status=400)
    try:
        engine_services.take_answer(token=token, callback=callback)
    except engine_services.UnknownToken:
        return HttpResponse(status=404)
    return HttpResponse(status=204)
