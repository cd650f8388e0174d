"""Public addresses, under ``register-interest/``. Printed QR codes rely on the first."""

from django.urls import path

from registration.enquiries import public_views as views

app_name = "interest"

urlpatterns = [
    path("", views.interest_new, name="interest-new"),
    path("send/", views.interest_send, name="interest-send"),
    path("<uuid:enquiry_id>/", views.interest_sent, name="interest-sent"),
]
