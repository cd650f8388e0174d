"""Desk addresses of signs at workplaces, under ``desk/signs/``."""

from django.urls import path

from job_offers.signs import views

app_name = "signs"

urlpatterns = [
    path("", views.sign_list, name="sign-list"),
    path("sites/print/", views.sites_print, name="sites-print"),
    path("workplaces/<uuid:workplace_id>/put-up/", views.sign_put_up, name="sign-put-up"),
    path("workplaces/<uuid:workplace_id>/print/", views.sign_print, name="sign-print"),
    path("<uuid:public_id>/take-down/", views.sign_take_down, name="sign-take-down"),
]
