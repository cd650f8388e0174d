"""Addresses engines are told, under ``engine-answers/``; without a language, as programs speak none."""

from django.urls import path

from translations import answer_views

app_name = "engine_answers"

urlpatterns = [
    path("<str:token>/done/", answer_views.answer, name="success"),
    path("<str:token>/failed/", answer_views.answer, name="failure"),
]
