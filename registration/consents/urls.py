"""Addresses of consents, under those of clients."""

from django.urls import path

from registration.consents import views

urlpatterns = [
    path("<uuid:client_id>/consents/", views.consents, name="consents"),
    path("<uuid:client_id>/consents/give/", views.consent_give, name="consent-give"),
    path(
        "<uuid:client_id>/consents/<uuid:consent_id>/withdraw/",
        views.consent_withdraw,
        name="consent-withdraw",
    ),
]
