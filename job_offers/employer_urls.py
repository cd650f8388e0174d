"""Public addresses for employers, under ``employers/``."""

from django.urls import path

from job_offers.confirming import public_views as confirming
from job_offers.self_service import public_views as self_service

app_name = "for_employers"

urlpatterns = [
    path("new-offer/", self_service.offer_new, name="offer-new"),
    path("new-offer/send/", self_service.offer_send, name="offer-send"),
    path("new-offer/<uuid:enquiry_id>/", self_service.offer_sent, name="offer-sent"),
    path("confirm/<str:token>/", confirming.confirm, name="confirm"),
]
