"""Desk addresses, under ``desk/documents/``."""

from django.urls import path

from documents import views

app_name = "documents"

urlpatterns = [
    path("<uuid:document_id>/", views.document_detail, name="document-detail"),
    path("<uuid:document_id>/file.pdf", views.document_file, name="document-file"),
    path("<uuid:document_id>/try-again/", views.document_retry, name="document-retry"),
]
