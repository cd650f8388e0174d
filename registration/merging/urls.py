"""Addresses of duplicates and merges, under ``desk/clients/``."""

from django.urls import path

from registration.merging import views

urlpatterns = [
    path("new/similar/", views.similar_while_typing, name="client-similar"),
    path("duplicates/", views.pair_list, name="pair-list"),
    path("duplicates/<uuid:pair_id>/", views.pair_compare, name="pair-compare"),
    path("duplicates/<uuid:pair_id>/different/", views.pair_different, name="pair-different"),
    path("duplicates/<uuid:pair_id>/again/", views.pair_again, name="pair-again"),
    path("<uuid:client_id>/merge/", views.merge_choose, name="merge-choose"),
    path("<uuid:client_id>/merge/<uuid:other_id>/", views.merge_ask, name="merge-ask"),
    path("merges/", views.merge_list, name="merge-list"),
    path("merges/<uuid:merge_id>/", views.merge_detail, name="merge-detail"),
    path("merges/<uuid:merge_id>/decide/", views.merge_decide, name="merge-decide"),
    path("merges/<uuid:merge_id>/withdraw/", views.merge_withdraw, name="merge-withdraw"),
    path("merges/<uuid:merge_id>/undo/", views.merge_undo, name="merge-undo"),
]
