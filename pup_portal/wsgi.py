import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pup_portal.settings")

application = get_wsgi_application()

from pup_portal.keyring import verify_at_start  # noqa: E402 - a model, known only now

verify_at_start()
