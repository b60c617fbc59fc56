from typing import Any

REPLY = """\
Hej! Här kommer det.

> 1. What has gone well since we last sat down? Take one example you are pleased with.
Nordbygg: jag frågade om budget
först och de svarade “ja”.

> 2. What has been hard, or taken more than it gave?
inget

> 4. How do you see your own work here: red, yellow or green, with an example of each?
> - discovery:
discovery: gul - glömde fråga två gånger
i rad
Grön prissättning
closing röd/gul
trivsel: röd

> 5. What do you need to get there: from me, from colleagues, from the firm?
- en halv dag presales i veckan
- lugn och ro

> 6. What do you most want to talk about?
Anbudet till Järnvik

Hälsningar Anna
"""


def test_a_form_goes_out_and_is_noted_once_a_day(coach: Any) -> None:
    """Not where it is only looked at; what is out is told once with its days, of the team and of one."""
    dry = coach("ask", "anna", "development", "--dry-run").err
    assert "Nothing is noted" in dry
    assert "Noted as sent" not in dry
    assert "asked" not in coach.text()
    for _ in range(2):
        form = coach("ask", "anna", "development", "--about", "Nordbygg").out
    assert ("- discovery:" in form, "Customer: Nordbygg" in form) == (True, True)
    assert coach.text().count("[[asked]]") == 1
    coach("ask", "anna", "development", "--about", "NORDBYGG", "--today", "2026-11-20")
    for line in (("ask",), ("ask", "anna")):
        (out,) = coach(*line, "--json", "--today", "2026-12-01").json["out"]
        assert (out["seller"], out["form"], out["subject"], out["days"]) == ("anna-berg", "development", "Nordbygg", 8)


def test_what_comes_back_becomes_what_it_is(coach: Any) -> None:
    """Her own light never in the place of the manager's; needs and topics, none of nothing; the rest is told."""
    coach("ask", "anna", "development")
    before = coach("show", "anna", "--json").json["levels"]
    ran = coach("ask", "--from", "-", "--json", stdin=f"About: Anna Berg\n\n{REPLY}")
    made = [(one["kind"], one.get("what") or one.get("area")) for one in ran.json["records"] if one["kind"] != "answer"]
    assert made == [
        ("rating", "discovery"), ("need", "en halv dag presales i veckan"),
        ("need", "lugn och ro"), ("topic", "Anbudet till Järnvik"),
    ]  # fmt: skip
    hers = [one for one in ran.json["records"] if one["kind"] == "rating"]
    assert [(one["by"], one["level"], one["evidence"]) for one in hers] == [
        ("seller", "yellow", "glömde fråga två gånger i rad")
    ]
    assert "closing röd/gul" in coach.text()
    assert coach("show", "anna", "--json").json["levels"] == before
    listed = coach("ask", "anna", "--json").json
    assert (listed["out"], listed["unplaced"]) == ([], ["Hej! Här kommer det."])
    assert "Hälsningar Anna" not in coach.text()
    assert "Not answered yet: What do you want to have reached in three months" in ran.err
    for line in ("Grön prissättning", "closing röd/gul"):
        assert f"No light was read from this, and it is kept in the answer: {line}" in ran.err


def test_a_form_of_ones_own_is_asked_and_read(coach: Any) -> None:
    """By its name; one that is broken hides no other, and is named."""
    own = (
        'title = "Service"\n[[role]]\nname = "seller"\ntitle = "{name}"\nheading = "How is my service?"\n'
        '[[role.question]]\nid = "one"\ntext = "What should I do more of, {name}?"\nbecomes = "about me"\n'
        '[[role.question]]\nid = "two"\ntext = "Which goal do you set yourself?"\nbecomes = "goal"\n'
    )
    coach.put("templates/forms/service.toml", own)
    coach.put("templates/forms/worse.toml", "title = 1\n")
    form = coach("ask", "anna", "service").out
    assert "1. What should I do more of, Anna?" in form
    back = form.replace("Anna?", "Anna?\nListen.").replace("self?", "self?\n12 meetings a month")
    ran = coach("ask", "anna", "--from", "-", stdin=back)
    assert "worse.toml:1:9" in ran.err
    assert 'to = "me"' in coach.text()
    assert 'title = "12 meetings a month"\ntarget = 12\n' in coach.text()
    assert "worse.toml:1:9" in coach("ask", "anna", "worse").err


def test_who_has_no_light_is_asked_about_the_parts_of_a_sale(coach: Any) -> None:
    """Five at most; what she names in her own language is that area, and what she left as it was listed is nothing."""
    form = coach("ask", "bo", "development").out
    areas = [line.strip("- :") for line in form.splitlines() if line.startswith("- ")]
    assert areas == ["prospecting", "discovery", "presenting", "closing", "follow-up"]
    coach("rate", "bo", "closing", "green")
    answer = "4. How do you see your own work here?\n- prospecting:\n- uppföljning: röd, för sent\n- presenting:\n"
    ran = coach("ask", "bo", "development", "--from", "-", "--json", stdin=answer)
    made = {one["kind"]: one for one in ran.json["records"]}
    assert (made["rating"]["area"], made["rating"]["level"], made["rating"]["by"]) == ("follow-up", "red", "seller")
    assert "presenting" not in made["answer"]["text"]


SERVICE = """\
1. How is it to work with me: red, yellow or green? Give one example.
{light}

2. What one thing, if I did it, would make the biggest difference to you?
answer on prices the same day

3. What do you need from me that you do not have today?
a price list
"""


def test_several_are_asked_at_once_and_one_sheet_is_for_all_who_are_asked_the_same(coach: Any) -> None:
    """By name, or all by the form alone; the sheet names nobody, and who reads another language has her own."""
    coach("add", "Eva Lind")
    coach("set", "eva", "--language", "sv")
    for line, asked in (("anna bo service", [2]), ("anna,bo service", [2]), ("anna eva bo service", [2, 1])):
        ran = coach("ask", *line.split(), "--json", "--dry-run")
        sheets = [ran.json, *ran.json.get("also", [])]
        assert [len(one["to"]) for one in sheets] == asked, line
    for word in ("team", "Laget", "holdet"):
        assert coach("ask", word, "service", "--dry-run").out == coach("ask", "service", "--dry-run").out, word
    ran = coach("ask", "service")
    assert ("Anna" in ran.out.partition("\n\n")[2].partition("To ")[0], "Hur är det att" in ran.out) == (False, True)
    assert "coach ask NAME --from FILE" in ran.err
    for who in ("anna", "bo", "eva"):
        assert len(coach("ask", who, "--json").json["out"]) == 1
    assert coach("ask", "anna", "nobody", "service").status == 4
    coach("add", "Service Lund")
    assert "answers" in coach("ask", "service", "--json").json


def test_her_light_on_me_is_none_of_hers(coach: Any) -> None:
    """Read in any language where one level is named and not denied, with what she says beside it; a doubt is told."""
    for light, read in (
        ("Green: you answer fast", ("green", "you answer fast")), ("gult.", ("yellow", None)),
        ("I would say red", ("red", "I would say red")), ("Not quite green", None), ("inte grønn", None),
        ("red/yellow", None), ("green in May, red now", None), ("fine", None),
    ):  # fmt: skip
        ran = coach("ask", "anna", "--from", "-", "--json", "--dry-run", stdin=SERVICE.format(light=light))
        made = [(one["level"], one.get("evidence")) for one in ran.json["records"] if one["kind"] == "service"]
        assert made == ([read] if read else []), light
        assert ("No light on working with you" in ran.err) == (read is None), light
        kinds = {one["kind"] for one in ran.json["records"]}
        assert (kinds >= {"answer", "feedback", "need"}, "rating" in kinds) == (True, False)


def test_what_is_private_of_a_customer_stands_in_no_form(coach: Any) -> None:
    """It is kept in a line of its own; with nothing else typed there is no customer."""
    ran = coach("ask", "anna", "handover", "--about", "Skog ~ CANARY")
    assert (ran.status, "CANARY" in ran.out + ran.err) == (0, False)
    assert (coach.text("anna-berg").count('subject = "Skog"'), coach.text("anna-berg").count("CANARY")) == (1, 1)
    assert "CANARY" not in coach.refused("ask", "anna", "handover", "--about", "~ CANARY").err
