"""Desk addresses of the inbox, under ``desk/inbox/``."""

from django.urls import path

from registration.enquiries import views

app_name = "inbox"

urlpatterns = [
    path("", views.enquiry_list, name="enquiry-list"),
    path("poster/", views.poster, name="poster"),
    path("<uuid:enquiry_id>/", views.enquiry_detail, name="enquiry-detail"),
    path("<uuid:enquiry_id>/take-in/", views.enquiry_take_in, name="enquiry-take-in"),
    path("<uuid:enquiry_id>/link/", views.enquiry_link, name="enquiry-link"),
    path("<uuid:enquiry_id>/close/", views.enquiry_close, name="enquiry-close"),
    path("<uuid:enquiry_id>/spam/", views.enquiry_spam, name="enquiry-spam"),
    path("<uuid:enquiry_id>/reopen/", views.enquiry_reopen, name="enquiry-reopen"),
]
