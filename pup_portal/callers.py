"""Who is at the other end of a request: the network address, as our own proxies saw it."""

from ipaddress import ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

# What is left of an address in the log: enough to see one source behind many attempts, too little to name a flat.
_KEPT_BITS = {4: 24, 6: 48}


def address_of(request: HttpRequest) -> str:
    """The network address of the caller: what the last of our own proxies saw, never what a caller claims.

    ``TRUSTED_PROXIES`` says how many proxies of the office stand in front; each adds one address.
    """
    direct = str(request.META.get("REMOTE_ADDR", ""))
    if not settings.TRUSTED_PROXIES:
        return direct
    seen = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
    return seen[-settings.TRUSTED_PROXIES] if len(seen) >= settings.TRUSTED_PROXIES else direct


def network_of(request: HttpRequest) -> str:
    """The network the caller's address lies in, such as ``198.51.100.0/24``; empty for a socket."""
    try:
        address = ip_address(address_of(request))
    except ValueError:
        return ""
    address = getattr(address, "ipv4_mapped", None) or address
    return str(ip_network((str(address).partition("%")[0], _KEPT_BITS[address.version]), strict=False))
