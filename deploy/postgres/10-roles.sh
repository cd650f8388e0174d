#!/bin/sh
# Run once by the PostgreSQL image over an empty data folder: the two roles and the database.
# The owner's is for migrations only; the application's owns nothing, so that it cannot change what binds it.
set -eu

psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
    --set=owner_password="$PUP_OWNER_PASSWORD" --set=app_password="$PUP_APP_PASSWORD" <<'SQL'
CREATE ROLE pup_owner LOGIN NOSUPERUSER NOCREATEROLE CREATEDB PASSWORD :'owner_password';
CREATE ROLE pup_app LOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB PASSWORD :'app_password';
CREATE DATABASE pup_portal OWNER pup_owner TEMPLATE template0 ENCODING 'UTF8'
    LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C';
REVOKE CONNECT ON DATABASE pup_portal FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE pup_portal TO pup_app;
SQL
