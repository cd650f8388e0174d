"""What a browser sends back from a page of the settings."""


def change(client, url, values):
    """Open the page at ``url``, and save ``values`` over the version that it shows."""
    return client.post(url, values | {"version": client.get(url).context["page"].version})
