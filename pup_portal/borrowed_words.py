"""Words of Django itself that its Polish or Ukrainian catalogue lacks; ours has them."""

from django.utils.translation import gettext_noop

EMPTY_CHOICE = gettext_noop("- Select an option -")
