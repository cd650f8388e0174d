"""On what grounds an offer must not choose people, where that is written, and how to say it instead.

Sources, as read on 22 November 2026: Labour Code (Kodeks pracy) art. 18(3a) § 1, the grounds; art. 18(3b) § 2, a
real and decisive requirement of the occupation is not discrimination; art. 18(3ca) § 3, advertisements and names
of posts are neutral as to sex (in force since 24 December 2025); art. 22(1) § 1, what an employer may ask of a
candidate. The act on employment of 2004, art. 36 (5e), forbade labour offices to take offers that discriminate by
sex, age, disability, race, religion, nationality, political views, trade union, ethnic origin, faith or sexual
orientation. Its article in the act of 20 March 2025 is not confirmed, so it is not quoted to anybody.
"""

from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Ground(models.TextChoices):
    SEX = "sex", _("sex")
    AGE = "age", _("age")
    NATIONALITY = "nationality", _("nationality or origin")
    RELIGION = "religion", _("religion")
    DISABILITY = "disability", _("disability or health")
    FAMILY = "family", _("family status")
    PREGNANCY = "pregnancy", _("pregnancy or plans for children")
    LOOKS = "looks", _("looks")
    ORIENTATION = "orientation", _("sexual orientation")
    POLITICS = "politics", _("political views or trade union")
    STUDENT = "student", _("being a student")


@dataclass(frozen=True)
class Explanation:
    """``why`` it is not allowed, or why it may not be; ``instead``: how an honest need is said."""

    why: Promise
    instead: Promise


EXPLANATIONS: dict[Ground, Explanation] = {
    Ground.SEX: Explanation(
        _(
            "Nobody may be chosen by sex, and an offer must be neutral as to sex (Labour Code, art. 18³ᵃ and 18³ᶜᵃ)."
        ),
        _(
            "Say what the work asks for: weights to lift, tools, hours. Name the post so that it fits everybody."
        ),
    ),
    Ground.AGE: Explanation(
        _("Nobody may be chosen by age (Labour Code, art. 18³ᵃ)."),
        _(
            "Say which skill, licence or experience is needed. Being of age may be asked where the law asks for it."
        ),
    ),
    Ground.NATIONALITY: Explanation(
        _("Nobody may be chosen by nationality, citizenship, origin or race (Labour Code, art. 18³ᵃ)."),
        _(
            "Say which language and level the work needs. For Ukrainians, mark that the employer is interested in them."
        ),
    ),
    Ground.RELIGION: Explanation(
        _("Nobody may be chosen by religion or lack of it (Labour Code, art. 18³ᵃ)."),
        _(
            "Describe the duties; a church as an employer may be named, the faith of the candidate may not be asked for."
        ),
    ),
    Ground.DISABILITY: Explanation(
        _(
            "Nobody may be refused for a disability (Labour Code, art. 18³ᵃ); a doctor decides who is fit for a post."
        ),
        _(
            "Describe the effort and the conditions of work, for example: carrying up to 15 kg, work at height."
        ),
    ),
    Ground.FAMILY: Explanation(
        _("An employer may not ask for the family status of a candidate (Labour Code, art. 18³ᵃ and 22¹)."),
        _(
            "Say the hours, shifts and journeys the work brings; everybody decides alone whether they can keep them."
        ),
    ),
    Ground.PREGNANCY: Explanation(
        _("Pregnancy and plans for children must not matter (Labour Code, art. 18³ᵃ: sex)."),
        _("Take the sentence out. Conditions harmful in pregnancy are described as conditions of the post."),
    ),
    Ground.LOOKS: Explanation(
        _("An employer may not choose by looks, nor ask for a photograph (Labour Code, art. 18³ᵃ and 22¹)."),
        _("Ask for tidy clothes, or name the working clothes; let the CV come without a photograph."),
    ),
    Ground.ORIENTATION: Explanation(
        _("Nobody may be chosen by sexual orientation (Labour Code, art. 18³ᵃ)."),
        _("Take the sentence out."),
    ),
    Ground.POLITICS: Explanation(
        _("Nobody may be chosen by political views or membership in a trade union (Labour Code, art. 18³ᵃ)."),
        _("Take the sentence out."),
    ),
    Ground.STUDENT: Explanation(
        _(
            "Asking for students only may shut out older people. It is not settled by the law’s wording; check it."
        ),
        _(
            "Say the hours and the kind of contract; mention what a student gains as a possibility, not a condition."
        ),
    ),
}
