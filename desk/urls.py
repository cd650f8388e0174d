from django.urls import path

from desk import component_views, failed_views, views

app_name = "desk"

urlpatterns = [
    path("", views.today, name="today"),
    path("search/", views.search, name="search"),
    path("search/live/", views.search_live, name="search-live"),
    path("failed/", failed_views.failed_list, name="failed"),
    path("failed/retry/", failed_views.failed_retry, name="failed-retry"),
    path("components/", component_views.component_list, name="components"),
]
