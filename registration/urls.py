"""Desk addresses of clients, under ``desk/clients/``."""

from django.urls import path

from registration import access_views, file_views, reveal_views, views

app_name = "registration"

urlpatterns = [
    path("", views.client_list, name="client-list"),
    path("new/", views.client_new, name="client-new"),
    path("new/latin-name/", views.name_suggest, name="name-suggest"),
    path("<uuid:client_id>/", views.client_detail, name="client-detail"),
    path("<uuid:client_id>/edit/", views.client_edit, name="client-edit"),
    path("<uuid:client_id>/state/", views.client_state, name="client-state"),
    path("<uuid:client_id>/reveal/", reveal_views.client_reveal, name="client-reveal"),
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
]
