"""Papers of no office. A version in force is written as a draft first, as the database demands."""

from datetime import date

import factory

from registration.models import Layout, PaperKind, PaperTemplate, TemplateSection, TemplateVersion

FROM = date(2026, 1, 1)


class PaperTemplateFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PaperTemplate

    key = factory.Sequence(lambda n: f"invented-paper-{n}")
    kind = PaperKind.REQUEST
    title_pl = "Prośba próbna"
    title_uk = "Пробне прохання"


class TemplateVersionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = TemplateVersion

    template = factory.SubFactory(PaperTemplateFactory)
    title_pl = "Prośba próbna"
    title_uk = "Пробне прохання"


class TemplateSectionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = TemplateSection

    version = factory.SubFactory(TemplateVersionFactory)
    position = factory.Sequence(lambda n: n + 1)
    layout = Layout.TEXT
    heading_pl = "Nagłówek"
    heading_uk = "Заголовок"
    body_pl = "Ja, {{ full_name }}, proszę o pomoc."
    body_uk = "Я, {{ full_name }}, прошу про допомогу."


def version_in_force(*, valid_from=FROM, valid_to=None, **section):
    """A version with one section, in force."""
    template = section.pop("template", None) or PaperTemplateFactory()
    version = TemplateVersionFactory(template=template)
    TemplateSectionFactory(version=version, **section)
    TemplateVersion.objects.filter(pk=version.pk).update(
        state="in_force", valid_from=valid_from, valid_to=valid_to, content_hash="0" * 64
    )
    version.refresh_from_db()
    return version


def wording(body_pl, body_uk=None, layout=Layout.TEXT, **more):
    """A section that is not stored."""
    return TemplateSection(
        body_pl=body_pl, body_uk=body_pl if body_uk is None else body_uk, layout=layout, **more
    )


def kwargs_of_papers(name):
    """A row for the page ``name`` of the editor of papers."""
    section = TemplateSectionFactory()
    page = name.removeprefix("paper_templates:")
    if page.startswith("section-") and page != "section-add":
        return {"public_id": section.public_id}
    if page in {"detail", "edit", "history"}:
        return {"template_id": section.version.template.public_id}
    return {"public_id": section.version.public_id}
