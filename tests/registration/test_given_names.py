from registration import given_names, names


def sounds(*words):
    return {names.sounds(word)[0] for word in words}


def test_one_name_leads_to_its_forms_in_all_three_languages():
    assert sounds("николай", "mikołaj") == given_names.others("mikola")
    assert sounds("микола", "mikołaj") == given_names.others("nikolai")


def test_form_of_two_names_leads_to_both():
    assert sounds("ганна", "галина") <= given_names.others(*sounds("галя"))


def test_what_is_no_common_given_name_leads_nowhere():
    assert given_names.others("sevcenko") == frozenset()
    assert given_names.others("") == frozenset()


def test_typo_leads_to_the_names_that_may_be_meant_the_nearest_first():
    assert given_names.near("mkola")[0] == "mikola"
    assert "mikola" not in given_names.near("mikola")
    assert given_names.near("sevcenko") == ()
