"""The production settings with what only a test may change."""

# ruff: noqa: F401, F403, F405
import tests.services  # first: makes the database that the settings ask for
from pup_portal.settings import *

HTTPS = False
SECURE_SSL_REDIRECT = False
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = False
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "session", "csrf"
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
INSTALLED_APPS = [*INSTALLED_APPS, "tests.translations.apps.TranslationsTestsConfig"]
CELERY_BROKER_URL, CELERY_BROKER_TRANSPORT = "memory://", None
CELERY_BROKER_TRANSPORT_OPTIONS = {}
DATABASES["default"]["OPTIONS"] = {"options": "-c lock_timeout=2000 -c statement_timeout=30000"}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True  # no collectstatic before a test
CONFIRMATION_REQUIRED = False  # who signs in by force_login has no password; tests of it switch it on
SECOND_FACTOR_REQUIRED = False  # likewise
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
DEVICE_COOKIE_NAME = "device"
