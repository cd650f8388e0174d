"""Asking a search box of the desk as a browser does: the words are posted, the answer stands at another address."""

# The pages with a box for people.
BOXES = {"cv_builder:cv-list", "desk:search", "meetings:attendance-list", "registration:client-list"}


def asked_at(browser, address, words, *, headers=None, **beside):
    """Where the answer stands to ``words`` typed on the page at ``address``."""
    response = browser.post(address, {"q": words} | beside, headers=headers)
    assert response.status_code == 303
    return response["Location"]


def searched(browser, address, words, *, headers=None, **beside):
    """The page that answers ``words``."""
    return browser.get(asked_at(browser, address, words, headers=headers, **beside), headers=headers)
