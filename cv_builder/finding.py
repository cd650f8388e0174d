"""Finding CVs: by the person's name in any spelling for those who may see it, else by the work wanted."""

from django.db.models import Q

from accounts.models import User
from accounts.permissions import Act
from cv_builder.models import Cv
from cv_builder.models.cvs import CvQuerySet
from registration import search
from registration.models import Client

MOST_PEOPLE = 50


def found_cvs(user: User, *, words: str, state: str, client: Client | None) -> CvQuerySet:
    """CVs ``user`` may list, the last edited first. A broker's words never reach a name."""
    cvs = Cv.objects.shown_without_name_to(user)
    if state in Cv.State:
        cvs = cvs.filter(state=state)
    if client is not None:
        cvs = cvs.filter(client=client)
    if words:
        cvs = cvs.filter(_about(words, user) | Q(pk__in=cvs.wanting(words).values("pk")))
    return cvs


def _about(words: str, user: User) -> Q:
    if not user.may(Act.SEE_CVS):
        return Q(pk__in=[])
    asked = search.asked(words, with_identifiers=False)
    people = Client.objects.visible_to(user).filter(pk__in=Cv.objects.values("client"))
    return Q(client__in=[found.client.pk for found in search.find(asked, people, limit=MOST_PEOPLE)])
