"""People with CVs. Every person is invented."""

from typing import Any

import factory

from cv_builder.models import Cv, Education, Experience, LanguageSkill
from reference.models import Term
from tests.factories import UserFactory
from tests.registration.factories import ClientFactory


class CvFactory(factory.django.DjangoModelFactory):
    """A draft with a title in both languages and nothing else."""

    class Meta:
        model = Cv

    client = factory.SubFactory(ClientFactory)
    title_pl = "Sprzątaczka"
    title_uk = "Прибиральниця"
    created_by = factory.SubFactory(UserFactory)
    updated_by = factory.SelfAttribute("created_by")


class ExperienceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Experience

    cv = factory.SubFactory(CvFactory)
    order = factory.Sequence(lambda n: n)
    position_pl = "Pokojowa"
    position_uk = "Покоївка"


class EducationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Education

    cv = factory.SubFactory(CvFactory)
    order = factory.Sequence(lambda n: n)
    school_pl = "Liceum nr 5"
    school_uk = "Ліцей № 5"


class LanguageSkillFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = LanguageSkill

    cv = factory.SubFactory(CvFactory)
    order = factory.Sequence(lambda n: n)
    language = factory.LazyFunction(lambda: Term.objects.coded("language", "uk"))
    is_native = True


def ready_cv(**fields: Any) -> Cv:
    """A CV with one job in both languages, called ready."""
    cv = CvFactory(**fields)
    ExperienceFactory(cv=cv)
    Cv.objects.filter(pk=cv.pk).update(state=Cv.State.READY)
    cv.refresh_from_db()
    return cv
