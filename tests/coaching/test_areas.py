from salescoach.coaching.areas import Areas, areas_from

SHIPPED = {"title": "closing", "names": ["avslut"], "words": ["skrev på"], "stage": 2, "red": "waits", "asked": True}
OWN = {"title": "Avslutning", "stage": 2, "red": "väntar", "green": "frågar"}
CALM = {"title": "calm", "rows": ["waited"]}
EARLY = {"title": "discovery", "stage": 1}


def some() -> Areas:
    """Return three areas, one of which the manager wrote anew in another language."""
    return areas_from([[CALM], [OWN, SHIPPED], [EARLY]])


def test_an_area_goes_by_every_name_of_every_file_that_counts() -> None:
    """It is written by the one name of the shipped file, and looks as the manager's own says."""
    for typed in ("Closing", "AVSLUT", "avslutning"):
        subject = some().of(typed)
        assert subject, typed
        assert (subject.name, subject.levels) == ("closing", {"red": "väntar", "green": "frågar"})
    assert some().of("close") is None
    assert some().names == ["discovery", "closing", "calm"]


def test_what_a_seller_is_rated_in_already_goes_on_by_that_name() -> None:
    """Whatever name is typed next; where two are used, the one name of the area has it."""
    assert some().named([])["avslut"] == "closing"
    assert some().named(["Avslut", "tenders"])["closing"] == "Avslut"
    for used in (["avslut", "Closing"], ["Closing", "avslut"]):
        assert some().named(used)["avslutning"] == "Closing"


def test_a_text_speaks_of_an_area_in_whole_words() -> None:
    """By a name or by what is said where it is meant; part of a word is none."""
    subject = areas_from([[SHIPPED]]).of("closing")
    assert subject
    said = {text: subject.is_spoken_of(text) for text in ("They SKREV PÅ!", "an avslut, at last", "disclosing it", "")}
    assert [*said.values()] == [True, True, False, False]
