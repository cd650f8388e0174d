"""Texts that people typed, for templates to mark up: see ``templates/_text.html``."""

from django import template

from reference import prose

register = template.Library()

register.filter("points", prose.points)
