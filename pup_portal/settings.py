"""All settings in one place. Environment variables are read through ``env`` and listed in .env.example."""

from pathlib import Path

import dj_database_url
from django.utils.csp import CSP
from django.utils.translation import gettext_lazy as _

from pup_portal import env, logging
from pup_portal.languages import name_in_language

BASE_DIR = Path(__file__).resolve().parent.parent

# --- who and where -----------------------------------------------------------------------------
SECRET_KEY = env.required("SECRET_KEY", str)
# What seals PESELs and document numbers, and what finds them again; the first field key is the writing one.
FIELD_KEYS = env.required("FIELD_KEYS", env.keys)
INDEX_KEY = env.required("INDEX_KEY", env.key)
DEBUG = env.optional("DEBUG", env.boolean, default=False)
DEMO = env.optional("DEMO", env.boolean, default=False)
HTTPS = env.optional("HTTPS", env.boolean, default=True)
ALLOWED_HOSTS = env.optional("ALLOWED_HOSTS", env.words, default=["127.0.0.1", "localhost"])
SITE_URL = env.optional("SITE_URL", env.url, default="http://127.0.0.1:8000")
VAR_DIR = env.optional("VAR_DIR", env.path, default=BASE_DIR / "var")
ROOT_URLCONF = "pup_portal.urls"
WSGI_APPLICATION = "pup_portal.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "modeltranslation",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_htmx",
    "django_structlog",
    "pghistory",
    "pgtrigger",
    "desk",
    "cv_builder",
    "job_offers",
    "meetings",
    "registration",
    "documents",
    "translations",
    "reference",
    "accounts",
    "messaging",
    "pup_portal",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "pup_portal.http.security_headers",
    "pup_portal.metrics.measured",
    "pup_portal.logging.RequestLog",
    "pup_portal.http.programs_use_https",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.middleware.SignInRules",
    "django_htmx.middleware.HtmxMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "accounts.access_middleware.AccessLogMiddleware",
    "pup_portal.errors.RefusedByARule",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "reference.context_processors.office",
                "desk.context_processors.navigation",
            ],
        },
    },
    {
        "NAME": "text",  # messages: nothing in a plain text is escaped
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {"autoescape": False},
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"
CRISPY_FAIL_SILENTLY = False

# --- data --------------------------------------------------------------------------------------
# Two roles: the application's, which owns nothing, and the owner's, which only migrations use.
_OPTIONS = {
    "connect_timeout": 5,
    "options": "-c statement_timeout=30000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout=60000",
}
_DATABASE = dj_database_url.parse(env.required("DATABASE_URL", env.url), conn_max_age=60)
DATABASES = {
    # What the address itself asks for, such as sslmode=verify-full, is kept.
    "default": _DATABASE | {"CONN_HEALTH_CHECKS": True, "OPTIONS": _DATABASE.get("OPTIONS", {}) | _OPTIONS},
}
DATABASE_ROLE = DATABASES["default"]["USER"]
DATABASE_OWNER = dj_database_url.parse(
    env.optional("DATABASE_OWNER_URL", env.url, default=env.required("DATABASE_URL", env.url))
)
DATABASES["default"]["TEST"] = {"TEMPLATE": "template0"}

REDIS_URL = env.optional("REDIS_URL", env.url, default="")
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
    if REDIS_URL
    else {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"},
}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "pup_portal.static_files.HashedStaticFiles"},
}
S3_BUCKET = env.optional("S3_BUCKET", str, default="")
if S3_BUCKET:
    STORAGES["default"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {  # type: ignore[dict-item]
            "bucket_name": S3_BUCKET,
            "endpoint_url": env.optional("S3_ENDPOINT_URL", env.url, default="") or None,
            "default_acl": "private",
            "file_overwrite": False,
        },
    }
MEDIA_ROOT = VAR_DIR / "media"  # never served by URL: files leave through permission-checked views
STATIC_URL = "/static/"
STATIC_ROOT = env.optional("STATIC_ROOT", env.path, default=VAR_DIR / "static")
STATICFILES_DIRS = [BASE_DIR / "static"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
PERSON_EXPORT_DAYS = env.optional("PERSON_EXPORT_DAYS", env.positive, default=7)
IMPORT_MAX_BYTES = 200 * 1024 * 1024
MEMORY_IMPORT_MAX_BYTES = 100 * 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "pup_portal.http.BoundedUpload",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
UPLOAD_MAX_BYTES = env.optional("UPLOAD_MAX_MB", env.positive, default=20) * 1024**2
UPLOAD_MAX_PAGES = env.optional("UPLOAD_MAX_PAGES", env.positive, default=60)
UPLOAD_MAX_PIXELS = env.optional("UPLOAD_MAX_MEGAPIXELS", env.positive, default=60) * 1_000_000
CLAMD_URL = env.optional("CLAMD_URL", env.scanner, default="")

# --- background work ---------------------------------------------------------------------------
CELERY_BROKER_URL = env.optional("CELERY_BROKER_URL", env.url, default=REDIS_URL or "filesystem://")
REDIS_BROKER_OPTIONS: dict[str, object] = {
    "visibility_timeout": 600,
    "socket_connect_timeout": 1,  # a request must not wait for a broker that is gone
    "socket_timeout": 2,
    "max_retries": 0,
}
if CELERY_BROKER_URL.startswith("filesystem"):
    CELERY_BROKER_TRANSPORT = "pup_portal.file_broker:Transport"
    CELERY_BROKER_TRANSPORT_OPTIONS = {"folder": str(VAR_DIR / "queue"), "polling_interval": 0.2}
else:
    if CELERY_BROKER_URL.startswith("redis"):
        CELERY_BROKER_TRANSPORT = "pup_portal.redis_broker:Transport"
    CELERY_BROKER_TRANSPORT_OPTIONS = REDIS_BROKER_OPTIONS
CELERY_BROKER_CONNECTION_MAX_RETRIES = None  # a worker waits for its broker as long as it takes
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_TIMEOUT = 2
CELERY_TASK_PUBLISH_RETRY = False  # the sweep sends again what a broken broker did not take
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SOFT_TIME_LIMIT = 540
CELERY_TASK_TIME_LIMIT = 570
CELERY_WORKER_ENABLE_REMOTE_CONTROL = False  # nobody steers workers through the broker
CELERY_WORKER_LOST_WAIT = 1  # a result nobody keeps is not worth waiting for
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_MAX_TASKS_PER_CHILD = 200
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = "Europe/Warsaw"
CELERY_BEAT_SCHEDULER = "celery.beat:Scheduler"  # keeps no file: due times are rows, beat only looks
BACKGROUND_SWEEP_SECONDS = env.optional("BACKGROUND_SWEEP_SECONDS", env.seconds, default=15)
BACKGROUND_RESEND_SECONDS = env.optional("BACKGROUND_RESEND_SECONDS", env.seconds, default=60)

# --- people ------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "full_name", "email")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "accounts.passwords.MaximumLengthValidator", "OPTIONS": {"max_length": 256}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "accounts.passwords.BreachedPasswordValidator"},
    {"NAME": "reference.passwords.OfficeWordsValidator"},
]
# A sorted list of SHA-1 hashes of breached passwords, as the downloader of Have I Been Pwned writes it.
BREACHED_PASSWORDS_FILE = env.optional("BREACHED_PASSWORDS_FILE", env.path, default=None)
PASSWORD_RESET_TIMEOUT = 3600
INVITATION_HOURS = 72
INVITATION_KEPT_DAYS = 30  # after it was used, withdrawn or has expired
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk:today"
ACCOUNT_ADAPTER = "accounts.adapter.StaffAccountAdapter"
ACCOUNT_FORMS = {
    "login": "accounts.sign_in_forms.SignInForm",
    "change_password": "accounts.sign_in_forms.NewPasswordForm",
    "reset_password": "accounts.sign_in_forms.ForgottenPasswordForm",
    "reset_password_from_key": "accounts.sign_in_forms.ResetPasswordForm",
    "set_password": "accounts.sign_in_forms.FirstPasswordForm",
    "reauthenticate": "accounts.sign_in_forms.ConfirmPasswordForm",
}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # strangers must not make the office write to strangers
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False  # of this browser; all others end
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGIN_ON_PASSWORD_RESET = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_RATE_LIMITS = {  # a whole office may share one address
    "login": "60/m/ip",
    "login_failed": "30/m/ip,5/5m/key",
    "reset_password": "20/h/ip,3/h/key",
    "reset_password_from_key": "20/m/ip",
    "change_password": "5/m/user",
    "reauthenticate": "10/m/user",
}

# Every member of staff proves a second factor. The demonstration does not, and says so on every page.
SECOND_FACTOR_REQUIRED = not DEMO
MFA_ADAPTER = "accounts.second_factor.StaffMFAAdapter"
MFA_FORMS = {
    "authenticate": "accounts.sign_in_forms.CodeForm",
    "reauthenticate": "accounts.sign_in_forms.ConfirmCodeForm",
    "authenticate_webauthn": "accounts.sign_in_forms.PasskeyForm",
    "reauthenticate_webauthn": "accounts.sign_in_forms.ConfirmPasskeyForm",
    "activate_totp": "accounts.sign_in_forms.ActivateAppForm",
    "add_webauthn": "accounts.sign_in_forms.AddKeyForm",
    "edit_webauthn": "accounts.sign_in_forms.RenameKeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = False
MFA_ALLOW_UNVERIFIED_EMAIL = True  # the administrator wrote the address down
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_RECOVERY_CODE_COUNT = 10
MFA_RECOVERY_CODE_DIGITS = 10  # 33 bits, of which ten codes leave 29; five guesses in five minutes
MFA_TOTP_ISSUER = "PUP Portal"
MFA_TOTP_TOLERANCE = 1  # phones go half a minute wrong
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS

# Sensitive acts ask for the password or the second factor again when the last proof is older.
CONFIRMATION_REQUIRED = True
CONFIRMATION_SECONDS = env.optional("CONFIRMATION_SECONDS", env.seconds, default=600)
ACCOUNT_REAUTHENTICATION_TIMEOUT = CONFIRMATION_SECONDS

# A session ends so long after its last request, and in any case so long after the sign-in.
SESSION_COOKIE_AGE = 60 * env.optional("SESSION_IDLE_MINUTES", env.seconds, default=60)
SESSION_ABSOLUTE_SECONDS = 3600 * env.optional("SESSION_ABSOLUTE_HOURS", env.seconds, default=12)
SESSION_ENGINE = "pup_portal.browser_sessions"
SESSION_SAVE_EVERY_REQUEST = True
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

# Signs the seals of the access log, so that not even the owner of its tables can make a chain anew.
ACCESS_LOG_KEY = env.optional("ACCESS_LOG_KEY", env.key, default=b"")
# Whether the answer to "who saw my data" gives the names of staff, or their roles only.
ACCESS_LOG_SHOWS_NAMES = env.optional("ACCESS_LOG_SHOWS_NAMES", env.boolean, default=False)

# --- engines that translate --------------------------------------------------------------------
# Each is off until it is named here and switched on by an administrator; hosts stand in OUTBOUND_HOSTS, too.
LIBRETRANSLATE_URL = env.optional("LIBRETRANSLATE_URL", env.url, default="")
LIBRETRANSLATE_API_KEY = env.optional("LIBRETRANSLATE_API_KEY", str, default="")
LIBRETRANSLATE_IS_LOCAL = env.optional("LIBRETRANSLATE_IS_LOCAL", env.boolean, default=False)
DEEPL_API_KEY = env.optional("DEEPL_API_KEY", str, default="")
DEEPL_URL = env.optional("DEEPL_URL", env.url, default="")
ETRANSLATION_APPLICATION = env.optional("ETRANSLATION_APPLICATION", str, default="")
ETRANSLATION_PASSWORD = env.optional("ETRANSLATION_PASSWORD", str, default="")
ETRANSLATION_URL = env.optional(
    "ETRANSLATION_URL", env.url, default="https://language-tools.ec.europa.eu/etranslation/api"
)
TRANSLATION_MODEL_DIR = env.optional("TRANSLATION_MODEL_DIR", env.path, default=None)

# --- the national database of offers -----------------------------------------------------------
# Off until the ministry has given a partner's name; the host stands in OUTBOUND_HOSTS, too.
FEED_PARTNER = env.optional("FEED_PARTNER", str, default="")
FEED_UNITS = env.optional("FEED_UNITS", env.feed_criteria, default=["26610"])
FEED_URL = env.optional(
    "FEED_URL", env.url, default="https://oferty.praca.gov.pl/integration/services/v2/oferta"
)

# --- languages ---------------------------------------------------------------------------------
LANGUAGE_CODE = "uk"  # a visitor whose languages we do not speak reads Ukrainian
LANGUAGES = [("uk", _("Ukrainian")), ("pl", _("Polish")), ("en", _("English"))]
MODELTRANSLATION_LANGUAGES = ("pl", "uk")
MODELTRANSLATION_DEFAULT_LANGUAGE = "pl"
MODELTRANSLATION_FALLBACK_LANGUAGES = ("pl",)
MODELTRANSLATION_BUILD_LOCALIZED_VERBOSE_NAME = name_in_language
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = "pup_portal.formats"
TIME_ZONE = "Europe/Warsaw"
USE_TZ = True

# --- the browser -------------------------------------------------------------------------------
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],  # data: Bootstrap draws its form icons so
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "manifest-src": [CSP.SELF],
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = HTTPS
# A program that asks over plain HTTP is refused, not redirected: else nobody would notice what it gives away.
FOR_PROGRAMS = [r"^api/", r"\.(atom|ics)$"]
SECURE_REDIRECT_EXEMPT = [r"^livez$", r"^readyz$", r"^metrics$", *FOR_PROGRAMS]
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
LANGUAGE_COOKIE_NAME = "__Host-language" if HTTPS else "language"
DEVICE_COOKIE_NAME = "__Host-device" if HTTPS else "device"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "pup_portal.errors.csrf_failure"
CSRF_TRUSTED_ORIGINS: list[str] = env.optional("CSRF_TRUSTED_ORIGINS", env.words, default=[])
# How many reverse proxies of the office add to X-Forwarded-For. 0: the header is a stranger's word.
TRUSTED_PROXIES = env.optional("TRUSTED_PROXIES", env.seconds, default=0)
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES
X_FRAME_OPTIONS = "DENY"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # never people's names in a cookie

# --- messages out ------------------------------------------------------------------------------
_SMTP_HOST = env.optional("EMAIL_HOST", str, default="")
MAILERS = {
    "default": {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {
            "host": _SMTP_HOST,
            "port": env.optional("EMAIL_PORT", int, default=587),
            "username": env.optional("EMAIL_HOST_USER", str, default=""),
            "password": env.optional("EMAIL_HOST_PASSWORD", str, default=""),
            "use_tls": env.optional("EMAIL_USE_TLS", env.boolean, default=True),
            "timeout": 20,
        },
    }
    if _SMTP_HOST
    else {"BACKEND": "django.core.mail.backends.console.EmailBackend"},
}
DEFAULT_FROM_EMAIL = env.optional("DEFAULT_FROM_EMAIL", str, default="pup@example.org")

# The number on error pages that must not ask the database for the office's own.
ERROR_PAGE_PHONE = env.optional("ERROR_PAGE_PHONE", str, default="")

# --- what is asked of others -------------------------------------------------------------------
OUTBOUND_HOSTS: frozenset[str] = env.optional("OUTBOUND_HOSTS", env.hosts, default=frozenset())

# --- what is told about ourselves --------------------------------------------------------------
METRICS_TOKEN = env.optional("METRICS_TOKEN", str, default="")
PROMETHEUS_MULTIPROC_DIR = env.optional("PROMETHEUS_MULTIPROC_DIR", str, default="")
READY_MIN_FREE_BYTES = 200 * 1024 * 1024
LOG_LEVEL = env.optional("LOG_LEVEL", env.log_level, default="INFO")
LOGGING = logging.configure(level=LOG_LEVEL, for_people=DEBUG)
DJANGO_STRUCTLOG_CELERY_ENABLED = True
DJANGO_STRUCTLOG_CELERY_DEFAULT_LOG_LEVEL = 10  # debug: heartbeat and sweep would fill the log
DJANGO_STRUCTLOG_CELERY_TASK_FAILURE_LOG_LEVEL = 40  # error
