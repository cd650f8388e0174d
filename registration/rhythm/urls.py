"""Addresses of contacts, worklists and statuses, under those of clients."""

from django.urls import path

from registration.rhythm import contact_views, views

urlpatterns = [
    path("contacts/", views.contact_list, name="contact-list"),
    path("contacts/sheet/", views.contact_export, name="contact-export"),
    path("follow-up/<slug:kind>/", views.follow_up_list, name="follow-up-list"),
    path("<uuid:client_id>/contacts/", contact_views.contacts, name="contacts"),
    path("<uuid:client_id>/contacts/add/", contact_views.contact_add, name="contact-add"),
    path(
        "<uuid:client_id>/contacts/<uuid:contact_id>/mistake/",
        contact_views.contact_void,
        name="contact-void",
    ),
    path("<uuid:client_id>/contacts/remind/", contact_views.contact_remind, name="contact-remind"),
    path("<uuid:client_id>/care/", contact_views.care_edit, name="care-edit"),
    path("<uuid:client_id>/state/correct/", contact_views.step_correct, name="step-correct"),
    path("<uuid:client_id>/state/take-back/", contact_views.step_take_back, name="step-take-back"),
]
