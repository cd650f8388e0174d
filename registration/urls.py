"""Desk addresses of clients, under ``desk/clients/``."""

from django.urls import include, path

from registration import access_views, file_views, reveal_views, views
from registration import rights_views as rights
from registration.enquiries import quick_views
from registration.papers import urls as papers

app_name = "registration"

urlpatterns = [
    path("", views.client_list, name="client-list"),
    path("new/", quick_views.client_new, name="client-new"),
    path("", include("registration.rhythm.urls")),
    path("", include("registration.consents.urls")),
    path("<uuid:client_id>/", views.client_detail, name="client-detail"),
    path("<uuid:client_id>/edit/", views.client_edit, name="client-edit"),
    path("<uuid:client_id>/intake/", include("registration.intake.urls")),
    path("<uuid:client_id>/state/", views.client_state, name="client-state"),
    path("<uuid:client_id>/reveal/", reveal_views.client_reveal, name="client-reveal"),
    path("<uuid:client_id>/reveal/health/", reveal_views.client_reveal_health, name="client-reveal-health"),
    path("<uuid:client_id>/history/", views.client_history, name="client-history"),
    path("<uuid:client_id>/accesses/", access_views.client_accesses, name="client-accesses"),
    path(
        "<uuid:client_id>/accesses/print/", access_views.client_accesses_print, name="client-accesses-print"
    ),
    path("<uuid:client_id>/files/", file_views.file_list, name="file-list"),
    path("<uuid:client_id>/files/add/", file_views.file_add, name="file-add"),
    path("<uuid:client_id>/files/<uuid:file_id>/", file_views.file_download, name="file-download"),
    path("<uuid:client_id>/files/<uuid:file_id>/replace/", file_views.file_replace, name="file-replace"),
    path("<uuid:client_id>/files/<uuid:file_id>/remove/", file_views.file_remove, name="file-remove"),
    path("", include("registration.merging.urls")),
    path("rights/", rights.rights_list, name="rights-list"),
    path("<uuid:client_id>/rights/", rights.rights, name="rights"),
    path("<uuid:client_id>/rights/ask/<slug:right>/", rights.rights_ask, name="rights-ask"),
    path("<uuid:client_id>/rights/restrict/", rights.rights_restrict, name="rights-restrict"),
    path("<uuid:client_id>/rights/lift/", rights.rights_lift, name="rights-lift"),
    path("<uuid:client_id>/rights/hold/", rights.rights_hold, name="rights-hold"),
    path("<uuid:client_id>/rights/holds/<uuid:hold_id>/lift/", rights.hold_lift, name="hold-lift"),
    path("<uuid:client_id>/rights/<uuid:request_id>/", rights.rights_decide, name="rights-decide"),
    path(
        "<uuid:client_id>/rights/<uuid:request_id>/withdraw/", rights.rights_withdraw, name="rights-withdraw"
    ),
    path("<uuid:client_id>/rights/<uuid:request_id>/file/", rights.rights_file, name="rights-file"),
    *papers.urlpatterns,
]
