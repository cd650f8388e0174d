"""Desk addresses of papers, among those of clients."""

from django.urls import path

from registration.papers import views

urlpatterns = [
    path("card/<slug:card_code>/", views.card, name="card"),
    path("<uuid:client_id>/papers/", views.paper_list, name="paper-list"),
    path("<uuid:client_id>/papers/new/", views.paper_new, name="paper-new"),
    path("<uuid:client_id>/papers/sets/<uuid:set_id>/", views.paper_set, name="paper-set"),
    path("<uuid:client_id>/papers/sets/<uuid:set_id>/print/", views.paper_set_print, name="paper-set-print"),
    path(
        "<uuid:client_id>/papers/sets/<uuid:set_id>/read-back/",
        views.paper_set_read_back,
        name="paper-set-read-back",
    ),
    path("<uuid:client_id>/papers/sets/<uuid:set_id>/sign/", views.paper_set_sign, name="paper-set-sign"),
    path("<uuid:client_id>/papers/<uuid:paper_id>/", views.paper, name="paper"),
    path("<uuid:client_id>/papers/<uuid:paper_id>/print/", views.paper_print, name="paper-print"),
    path("<uuid:client_id>/papers/<uuid:paper_id>/read-back/", views.paper_read_back, name="paper-read-back"),
    path("<uuid:client_id>/papers/<uuid:paper_id>/sign/", views.paper_sign, name="paper-sign"),
    path("<uuid:client_id>/papers/<uuid:paper_id>/void/", views.paper_void, name="paper-void"),
]
