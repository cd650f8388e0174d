"""Work done away from the request."""

from celery import shared_task

from translations import drafting, memory_imports, quality, rekeying, settling
from translations.engines import later


@shared_task
def draft_translation(translation_id: int) -> bool:
    return drafting.draft(translation_id)


@shared_task
def draft_again(retry_id: int) -> bool:
    return drafting.draft_again(retry_id)


@shared_task
def settle_engine_request(request_id: int) -> bool:
    return settling.settle(request_id)


@shared_task
def try_engine(trial_id: int) -> bool:
    return settling.try_out(trial_id)


@shared_task
def forget_engine_requests() -> int:
    return later.forget_old()


@shared_task
def import_memory(import_id: int) -> bool:
    return memory_imports.work(import_id)


@shared_task
def count_published() -> int:
    return quality.count_published()


@shared_task
def rekey_memory(rekeying_id: int) -> bool:
    return rekeying.work(rekeying_id)


@shared_task
def owe_rekeying() -> bool:
    return rekeying.owe()
