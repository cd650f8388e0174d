"""The functions of ``translations.coded`` for templates, in the language of the page."""

from django import template

from translations import coded

register = template.Library()

register.filter("coded_number", coded.number)
register.filter("coded_posts", coded.posts)
register.filter("coded_hours_per_week", coded.hours_per_week)
register.filter("coded_money", coded.money)
register.filter("coded_day", coded.day)
register.filter("coded_clock", coded.clock)
register.filter("coded_phone", coded.phone)
register.filter("coded_distance", coded.distance)
register.filter("coded_working_time", coded.working_time)
