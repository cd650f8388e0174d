"""Public addresses: ``offers/`` and ``employers/``."""

from django.urls import path

from job_offers.views import board, feeds

app_name = "board"

urlpatterns = [
    path("offers/", board.offer_list, name="offer-list"),
    path("offers/feed.atom", feeds.new_offers, name="offer-feed"),
    path("offers/<uuid:public_id>/", board.offer_detail, name="offer-detail"),
    path("offers/<uuid:public_id>/poster.pdf", board.offer_poster, name="offer-poster"),
]
