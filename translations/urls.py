"""Desk addresses, under ``desk/translations/``."""

from django.urls import path

from translations import (
    editing_views,
    engine_views,
    glossary_views,
    memory_views,
    quality_views,
    views,
    workbench_views,
    xliff_views,
)

app_name = "translations"

urlpatterns = [
    path("", views.translation_list, name="list"),
    path("glossary/", glossary_views.glossary_list, name="glossary-list"),
    path("glossary/file/", glossary_views.glossary_export, name="glossary-export"),
    path("glossary/import/", glossary_views.glossary_import, name="glossary-import"),
    path("glossary/new/", glossary_views.glossary_create, name="glossary-create"),
    path("glossary/<uuid:term_id>/", glossary_views.glossary_edit, name="glossary-edit"),
    path("engines/", engine_views.engine_list, name="engine-list"),
    path("engines/<slug:code>/", engine_views.engine_detail, name="engine-detail"),
    path("engines/<slug:code>/edit/", engine_views.engine_edit, name="engine-edit"),
    path("engines/<slug:code>/agree/", engine_views.engine_agree, name="engine-agree"),
    path("engines/<slug:code>/withdraw/", engine_views.engine_withdraw, name="engine-withdraw"),
    path("engines/<slug:code>/try/", engine_views.engine_try, name="engine-try"),
    path("memory/", memory_views.memory_list, name="memory-list"),
    path("memory/export/", memory_views.memory_export, name="memory-export"),
    path("memory/imports/", memory_views.memory_import_list, name="memory-import-list"),
    path("memory/imports/<uuid:import_id>/", memory_views.memory_import_detail, name="memory-import-detail"),
    path(
        "memory/imports/<uuid:import_id>/decide/",
        memory_views.memory_import_decide,
        name="memory-import-decide",
    ),
    path("memory/<uuid:entry_id>/", memory_views.memory_edit, name="memory-edit"),
    path("memory/<uuid:entry_id>/delete/", memory_views.memory_delete, name="memory-delete"),
    path("quality/", quality_views.quality_detail, name="quality"),
    path("quality/file/", quality_views.quality_export, name="quality-export"),
    path("quality/checks/file/", quality_views.quality_checks_export, name="quality-checks-export"),
    path("quality/let-through/", quality_views.override_list, name="override-list"),
    path("<uuid:translation_id>/xliff/", xliff_views.xliff_export, name="translation-xliff"),
    path("<uuid:translation_id>/xliff/import/", xliff_views.xliff_import, name="translation-xliff-import"),
    path("<uuid:translation_id>/", workbench_views.translation_detail, name="translation-detail"),
    path("<uuid:translation_id>/save/", workbench_views.translation_save, name="translation-save"),
    path(
        "<uuid:translation_id>/override/", workbench_views.translation_override, name="translation-override"
    ),
    path(
        "<uuid:translation_id>/override/<uuid:override_id>/withdraw/",
        workbench_views.translation_override_withdraw,
        name="translation-override-withdraw",
    ),
    path("<uuid:translation_id>/approve/", workbench_views.translation_approve, name="translation-approve"),
    path("<uuid:translation_id>/ready/", workbench_views.translation_ready, name="translation-ready"),
    path("<uuid:translation_id>/typed/", editing_views.translation_typed, name="translation-typed"),
    path(
        "<uuid:translation_id>/take-over/", editing_views.translation_take_over, name="translation-take-over"
    ),
    path("<uuid:translation_id>/let-go/", editing_views.translation_let_go, name="translation-let-go"),
    path("<uuid:translation_id>/preview/", workbench_views.translation_preview, name="translation-preview"),
    path("<uuid:translation_id>/findings/", workbench_views.segment_findings, name="segment-findings"),
    path(
        "<uuid:translation_id>/suggestions/", workbench_views.segment_suggestions, name="segment-suggestions"
    ),
]
