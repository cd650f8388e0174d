"""Public pages about the office: contact, privacy, accessibility."""

from django.urls import path

from reference.views import public

app_name = "office"

urlpatterns = [
    path("contact/", public.contact, name="contact"),
    path("privacy/", public.privacy, name="privacy"),
    path("accessibility/", public.accessibility, name="accessibility"),
    path("office/logo.png", public.logo, name="logo"),
]
