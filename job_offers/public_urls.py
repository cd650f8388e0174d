"""Public addresses: ``offers/`` and ``employers/``."""

from django.urls import path

from job_offers.alerts import public_views as alerts
from job_offers.asking import public_views as asking
from job_offers.views import board, feeds, offline

app_name = "board"

urlpatterns = [
    path("offers/", board.offer_list, name="offer-list"),
    path("offers/feed.atom", feeds.new_offers, name="offer-feed"),
    path("offers/offline/", offline.offline, name="offline"),
    path("offers/alerts/", alerts.alert_new, name="alert-new"),
    path("offers/alerts/send/", alerts.alert_send, name="alert-send"),
    path("offers/alerts/sent/", alerts.alert_sent, name="alert-sent"),
    path("offers/alerts/confirm/<str:token>/", alerts.alert_confirm, name="alert-confirm"),
    path("offers/alerts/stop/<str:token>/", alerts.alert_stop, name="alert-stop"),
    path("offers/<uuid:public_id>/", board.offer_detail, name="offer-detail"),
    path("offers/<uuid:public_id>/poster.pdf", board.offer_poster, name="offer-poster"),
    path("offers/<uuid:public_id>/ask/", asking.question_new, name="question-new"),
    path("offers/<uuid:public_id>/ask/send/", asking.question_send, name="question-send"),
    path("offers/<uuid:public_id>/problem/", asking.problem_new, name="problem-new"),
    path("offers/<uuid:public_id>/problem/send/", asking.problem_send, name="problem-send"),
    path("offers/<uuid:public_id>/problem/thanks/", asking.problem_sent, name="problem-sent"),
]
