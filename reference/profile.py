"""The office profile as pages read it: from the cache, dropped whenever the profile is written."""

from django.core.cache import cache

from reference.models import OfficeProfile

_KEY = "office-profile"
_SECONDS = 300


def current_profile() -> OfficeProfile:
    """The profile for reading only. At most one query in five minutes, and none between."""
    profile: OfficeProfile | None = cache.get(_KEY)
    if profile is None:
        profile = OfficeProfile.objects.current()
        cache.set(_KEY, profile, _SECONDS)
    return profile


def forget_profile() -> None:
    """Call on commit after every write of the profile."""
    cache.delete(_KEY)
