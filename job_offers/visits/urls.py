"""Desk addresses of field visits, under ``desk/visits/``."""

from django.urls import path

from job_offers.visits import file_views, views

app_name = "visits"

urlpatterns = [
    path("", views.route, name="route"),
    path("all/", views.visit_list, name="visit-list"),
    path("new/", views.visit_pick, name="visit-pick"),
    path("new/note/", views.visit_note, name="visit-note"),
    path("new/plan/", views.visit_plan, name="visit-plan"),
    path("<uuid:public_id>/", views.visit_detail, name="visit-detail"),
    path("<uuid:public_id>/hold/", views.visit_hold, name="visit-hold"),
    path("<uuid:public_id>/cancel/", views.visit_cancel, name="visit-cancel"),
    path("<uuid:public_id>/move/", views.visit_move, name="visit-move"),
    path("<uuid:public_id>/photos/add/", file_views.photo_add, name="photo-add"),
    path("<uuid:public_id>/photos/<uuid:file_id>/", file_views.photo_file, name="photo-file"),
    path("<uuid:public_id>/photos/<uuid:file_id>/remove/", file_views.photo_remove, name="photo-remove"),
]
