"""The project: settings, routing and a small kernel that knows no rule of any app."""

from pup_portal.celery import app as celery_app

__all__ = ["celery_app"]
