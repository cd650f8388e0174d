"""Ask the web server of this container how it is: ``healthcheck.py livez|readyz``."""

import http.client
import os
import sys

port = int(os.environ.get("BIND", "127.0.0.1:8000").rpartition(":")[2])
connection = http.client.HTTPConnection("127.0.0.1", port, timeout=4)
host = os.environ.get("ALLOWED_HOSTS", "localhost").split(",")[0].strip() or "localhost"
connection.request("GET", f"/{sys.argv[1]}", headers={"Host": host.lstrip(".")})
sys.exit(connection.getresponse().status != 200)
